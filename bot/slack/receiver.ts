import { type App, isValidSlackRequest, type Receiver, type ReceiverEvent } from "@slack/bolt";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";

export const SLACK_PATH = "/slack/events";

/** Slack gives up after 3 seconds; a request that nobody took is answered before. */
const NO_ANSWER_MS = 2_900;
/** Five minutes either way, as Slack asks; Bolt by itself would take a request of the future. */
const CLOCK_SKEW_SECONDS = 300;
const BODY_LIMIT_BYTES = 1_048_576;

export type HttpReceiver = Receiver & { readonly plugin: FastifyPluginAsync };

/** Bolt behind the Fastify server: a bad or old signature is 401 and reaches nothing. */
export function createHttpReceiver(signingSecret: string, nowMs: () => number): HttpReceiver {
  let app: App | undefined;
  return {
    init(bolt) {
      app = bolt;
    },
    start: async () => {},
    stop: async () => {},
    plugin: async (scope: FastifyInstance) => {
      takeRawBodies(scope);
      scope.post(SLACK_PATH, { bodyLimit: BODY_LIMIT_BYTES }, async (request, reply) => {
        const raw = typeof request.body === "string" ? request.body : "";
        if (!isSigned(request, raw, { signingSecret, nowMs })) return reply.code(401).send();
        const body = parseBody(request, raw);
        if (body === undefined) return reply.code(400).send();
        if (body.type === "url_verification") return { challenge: body.challenge };
        if (body.ssl_check !== undefined) return reply.code(200).send();
        return app === undefined ? reply.code(503).send() : hand(app, { request, reply, body });
      });
    },
  };
}

/** The signature is over the bytes as they came. Inside this scope only. */
function takeRawBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    ["application/json", "application/x-www-form-urlencoded"],
    { parseAs: "string" },
    (_request, body, done) => done(null, body),
  );
}

function isSigned(
  { headers }: FastifyRequest,
  body: string,
  { signingSecret, nowMs }: { signingSecret: string; nowMs: () => number },
): boolean {
  const signature = headers["x-slack-signature"];
  const timestamp = Number(headers["x-slack-request-timestamp"]);
  if (typeof signature !== "string" || !Number.isInteger(timestamp)) return false;
  if (timestamp > nowMs() / 1_000 + CLOCK_SKEW_SECONDS) return false;
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp },
  });
}

type Body = Record<string, unknown>;

function parseBody({ headers }: FastifyRequest, raw: string): Body | undefined {
  try {
    if (headers["content-type"]?.startsWith("application/json") === true) {
      return asBody(JSON.parse(raw));
    }
    const fields = new URLSearchParams(raw);
    const payload = fields.get("payload");
    return payload === null ? Object.fromEntries(fields) : asBody(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

const asBody = (value: unknown): Body | undefined =>
  typeof value === "object" && value !== null ? (value as Body) : undefined;

type Handing = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: Body;
};

async function hand(app: App, { request, reply, body }: Handing): Promise<FastifyReply> {
  await new Promise<void>((answered, failed) => {
    let acknowledged = false;
    const timer = setTimeout(() => {
      acknowledged = true;
      reply.code(504).send();
      answered();
    }, NO_ANSWER_MS);
    const ack: ReceiverEvent["ack"] = async (response) => {
      if (acknowledged) return;
      acknowledged = true;
      clearTimeout(timer);
      reply.code(200).send(response === "" ? undefined : response);
      answered();
    };
    app.processEvent({ body, ack, ...retryOf(request) }).catch((error: unknown) => {
      clearTimeout(timer);
      if (acknowledged) return;
      acknowledged = true;
      failed(error);
    });
  });
  return reply;
}

function retryOf({ headers }: FastifyRequest): { retryNum?: number; retryReason?: string } {
  const retryNum = Number(headers["x-slack-retry-num"]);
  if (!Number.isInteger(retryNum) || headers["x-slack-retry-num"] === undefined) return {};
  return { retryNum, retryReason: String(headers["x-slack-retry-reason"] ?? "") };
}
