import { createHmac } from "node:crypto";
import type { WebSocket } from "ws";
import type { Json } from "./types.ts";

export type DeliveryKind = "event" | "command" | "interaction" | "options";

/** What was sent to the app, as it was sent. */
export type Delivery = {
  readonly kind: DeliveryKind;
  readonly payload: Json;
  readonly contentType: string;
  readonly body: string;
};

export type Forgery = {
  /** Another secret than the workspace's. */
  readonly secret?: string;
  /** How old the signature is; negative comes from the future. */
  readonly ageSeconds?: number;
  readonly retryNumber?: number;
};

export type Answer = { readonly status: number; readonly body: unknown };

export type Courier = {
  deliver(kind: DeliveryKind, payload: Json): Promise<Answer>;
  /** The same once more over HTTP, as Slack repeats it or as a thief would. */
  replay(delivery: Delivery, forgery?: Forgery): Promise<Answer>;
  readonly deliveries: readonly Delivery[];
  readonly sockets: Set<WebSocket>;
  sendTo(appUrl: string): void;
};

export type CourierOptions = {
  readonly signingSecret: string;
  readonly appUrl?: string | undefined;
  readonly ackTimeoutMs: number;
  readonly newId: (prefix: string) => string;
};

/** Carries payloads to the app, over its socket if it has opened one, else by signed HTTP. */
export function createCourier(options: CourierOptions): Courier {
  const deliveries: Delivery[] = [];
  const sockets = new Set<WebSocket>();
  let appUrl = options.appUrl;

  const overHttp = async (delivery: Delivery, forgery: Forgery = {}): Promise<Answer> => {
    if (appUrl === undefined) throw new Error("no app: give appUrl or open a socket");
    const response = await fetch(appUrl, {
      method: "POST",
      headers: headersOf(delivery, forgery, options.signingSecret),
      body: delivery.body,
      signal: AbortSignal.timeout(options.ackTimeoutMs),
    }).catch(timedOut);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    return { status: response.status, body: isJson && text !== "" ? JSON.parse(text) : text };
  };

  return {
    deliveries,
    sockets,
    sendTo(url) {
      appUrl = url;
    },
    replay: overHttp,
    async deliver(kind, payload) {
      const delivery = { kind, payload, ...encoded(kind, payload) };
      deliveries.push(delivery);
      const socket = [...sockets].at(-1);
      if (!socket) return overHttp(delivery);
      return overSocket(socket, delivery, options.newId("E"), options.ackTimeoutMs);
    },
  };
}

function encoded(kind: DeliveryKind, payload: Json): Pick<Delivery, "contentType" | "body"> {
  if (kind === "event") {
    return { contentType: "application/json", body: JSON.stringify(payload) };
  }
  const fields =
    kind === "command" ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return {
    contentType: "application/x-www-form-urlencoded",
    body: new URLSearchParams(fields).toString(),
  };
}

function headersOf(delivery: Delivery, forgery: Forgery, secret: string): Record<string, string> {
  // Real time, even where the workspace's clock is another: the app compares it with its own.
  const timestamp = String(Math.floor(Date.now() / 1_000) - (forgery.ageSeconds ?? 0));
  const hmac = createHmac("sha256", forgery.secret ?? secret);
  const signature = hmac.update(`v0:${timestamp}:${delivery.body}`).digest("hex");
  return {
    "content-type": delivery.contentType,
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${signature}`,
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    ...(forgery.retryNumber !== undefined && {
      "x-slack-retry-num": String(forgery.retryNumber),
      "x-slack-retry-reason": "http_timeout",
    }),
  };
}

const ENVELOPES: Readonly<Record<DeliveryKind, string>> = {
  event: "events_api",
  command: "slash_commands",
  interaction: "interactive",
  options: "interactive",
};

function overSocket(
  socket: WebSocket,
  { kind, payload }: Delivery,
  envelopeId: string,
  timeoutMs: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.off("message", listen);
      reject(new Error("operation_timeout"));
    }, timeoutMs);
    const listen = (data: unknown): void => {
      const ack = JSON.parse(String(data)) as { envelope_id?: string; payload?: Json };
      if (ack.envelope_id !== envelopeId) return;
      clearTimeout(timer);
      socket.off("message", listen);
      resolve({ status: 200, body: Object.keys(ack.payload ?? {}).length > 0 ? ack.payload : "" });
    };
    socket.on("message", listen);
    socket.send(
      JSON.stringify({
        envelope_id: envelopeId,
        type: ENVELOPES[kind],
        payload,
        accepts_response_payload: kind !== "event",
        retry_attempt: 0,
        retry_reason: "",
      }),
    );
  });
}

function timedOut(error: unknown): never {
  const isTimeout = error instanceof Error && error.name === "TimeoutError";
  throw isTimeout ? new Error("operation_timeout") : error;
}
