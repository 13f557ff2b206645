import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Method, methods, type Upload } from "./methods.ts";
import { TelegramRefusal } from "./refusal.ts";
import type { Service } from "./service.ts";
import type { Fault, Json } from "./types.ts";
import type { createUpdates } from "./updates.ts";

export type ServerOptions = {
  readonly service: Service;
  readonly updates: ReturnType<typeof createUpdates>;
  readonly token: string;
};

export type TelegramServer = {
  readonly url: string;
  /** Calls that came and are not answered yet; a long poll is none. */
  busy(): number;
  close(): Promise<void>;
};

/** The HTTP side: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export async function openServer(options: ServerOptions): Promise<TelegramServer> {
  let busy = 0;
  const server = createServer((request, response) => {
    const counts = request.url?.endsWith("/getUpdates") === true ? 0 : 1;
    busy += counts;
    response.on("close", () => {
      busy -= counts;
      options.service.changed();
    });
    handle(request, response, options).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    busy: () => busy,
    async close() {
      options.updates.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { service, updates, token }: ServerOptions,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://telegram");
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(pathname);
  if (file !== null) {
    const found = [...service.files.values()].find(({ path }) => path === file[2]);
    const isThere = found !== undefined && file[1] === token;
    return void response.writeHead(isThere ? 200 : 404).end(isThere ? found.bytes : "");
  }
  const [, given = "", method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? [];
  const { args, uploads } = await read(request, searchParams);
  const fault = service.faults.get(method)?.shift();
  if (fault !== undefined && "dropped" in fault && fault.dropped === "before") {
    service.calls.push({ method, args, answer: { ok: false, description: "dropped" } });
    return void request.socket.destroy();
  }
  const call = { ...updates.methods, ...methods }[method] as Method | undefined;
  const answer =
    fault === undefined || "dropped" in fault
      ? await answerOf(async () => {
          if (given !== token) throw new TelegramRefusal(401, "Unauthorized");
          if (call === undefined) throw new TelegramRefusal(404, "Not Found: method not found");
          return await call(args, service, uploads);
        })
      : faultAnswer(fault);
  if (method !== "getUpdates") service.calls.push({ method, args, answer });
  service.changed();
  if (fault !== undefined && "dropped" in fault) return void request.socket.destroy();
  const status = answer.ok === true ? 200 : Number(answer.error_code);
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
}

async function answerOf(work: () => Promise<unknown>): Promise<Json> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    if (!(error instanceof TelegramRefusal)) throw error;
    return refusalJson(error.status, error.message, error.parameters);
  }
}

function faultAnswer(fault: Exclude<Fault, { dropped: unknown }>): Json {
  if ("retryAfter" in fault) {
    const { retryAfter } = fault;
    const parameters = { retry_after: retryAfter };
    return refusalJson(429, `Too Many Requests: retry after ${retryAfter}`, parameters);
  }
  return refusalJson(fault.status, fault.description ?? "Internal Server Error");
}

const refusalJson = (code: number, description: string, parameters?: Json): Json => ({
  ok: false,
  error_code: code,
  description,
  ...(parameters !== undefined && { parameters }),
});

type Read = { readonly args: Json; readonly uploads: ReadonlyMap<string, Upload> };

async function read(request: IncomingMessage, query: URLSearchParams): Promise<Read> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  const asked = Object.fromEntries(query);
  if (type.startsWith("multipart/form-data")) return readForm(body, type, asked);
  if (body.length === 0) return { args: asked, uploads: new Map() };
  return { args: { ...asked, ...(JSON.parse(body.toString("utf8")) as Json) }, uploads: new Map() };
}

/** In a form, objects come as JSON in text, and files as parts that `attach://` names. */
async function readForm(body: Buffer, type: string, asked: Json): Promise<Read> {
  const headers = { "content-type": type };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const args: Record<string, unknown> = { ...asked };
  const uploads = new Map<string, Upload>();
  for (const [name, value] of form.entries()) {
    if (typeof value === "string") {
      args[name] = /^[[{]/.test(value) ? JSON.parse(value) : value;
      continue;
    }
    const bytes = Buffer.from(await value.arrayBuffer());
    uploads.set(name, { name: value.name, mimeType: mimeOf(value), bytes });
  }
  return { args, uploads };
}

const MIME: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
};

const mimeOf = ({ name, type }: File): string =>
  type !== "" && type !== "application/octet-stream"
    ? type
    : (MIME[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream");
