import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { chatMethods, respond } from "./chat.ts";
import type { Courier } from "./delivery.ts";
import { fileMethods, receive } from "./files.ts";
import { peopleMethods } from "./people.ts";
import { refuse, SlackRefusal } from "./refusal.ts";
import type { Json } from "./types.ts";
import { type Methods, viewMethods } from "./views.ts";
import { APP_ID, type Workspace } from "./workspace.ts";

export type ServerOptions = {
  readonly workspace: Workspace;
  readonly courier: Courier;
  readonly botToken: string;
  readonly appToken: string;
};

export type SlackServer = {
  readonly url: string;
  /** Requests that came and are not answered yet. */
  busy(): number;
  close(): Promise<void>;
};

/** The HTTP side that an app talks to: Web API, uploads, downloads, response addresses, sockets. */
export async function openServer(options: ServerOptions): Promise<SlackServer> {
  const { workspace, courier } = options;
  let busy = 0;
  const methods: Methods = {
    ...viewMethods,
    ...chatMethods,
    ...peopleMethods,
    ...fileMethods,
    "apps.connections.open": () => ({
      url: `${workspace.baseUrl().replace("http", "ws")}/socket`,
    }),
  };
  const server = createServer((request, response) => {
    busy += 1;
    response.on("close", () => {
      busy -= 1;
      workspace.changed();
    });
    handle(request, response, { ...options, methods }).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  acceptSockets(server, courier);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  workspace.listensAt(url);
  return { url, busy: () => busy, close: () => closeAll(server, courier) };
}

type Context = ServerOptions & { readonly methods: Methods };

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://slack");
  const [, area = "", name = ""] = pathname.split("/");
  const body = await readBody(request);
  const { workspace } = context;
  if (area === "api") {
    const args = parseArgs(body, request.headers["content-type"], searchParams);
    return callMethod(name, args, request, response, context);
  }
  if (area === "upload") {
    const bytes = await uploadedBytes(body, request.headers["content-type"]);
    const isTaken = receive(workspace, name, bytes);
    return void response.writeHead(isTaken ? 200 : 400).end(isTaken ? `OK - ${bytes.length}` : "");
  }
  if (area === "files") return download(name, request, response, context);
  if (area === "response") return takeResponse(name, body, response, context);
  response.writeHead(404).end();
}

async function callMethod(
  method: string,
  args: Json,
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { workspace } = context;
  const fault = workspace.faults.get(method)?.shift();
  const answer = fault ? faultAnswer(fault.error) : await answerOf(method, args, request, context);
  workspace.calls.push({ method, args, answer });
  const isLimited = fault?.retryAfter !== undefined;
  response.writeHead(fault?.status ?? (isLimited ? 429 : 200), {
    "content-type": "application/json; charset=utf-8",
    ...(isLimited && { "retry-after": String(fault.retryAfter) }),
  });
  response.end(JSON.stringify(answer));
}

const faultAnswer = (error = "ratelimited"): Json => ({ ok: false, error });

async function answerOf(
  method: string,
  args: Json,
  request: IncomingMessage,
  { methods, workspace, botToken, appToken }: Context,
): Promise<Json> {
  try {
    const call = methods[method] ?? refuse("unknown_method");
    const token = tokenOf(request, args);
    if (token === "") refuse("not_authed");
    if (token !== (method.startsWith("apps.") ? appToken : botToken)) refuse("invalid_auth");
    return { ok: true, ...(await call(args, workspace)) };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    return {
      ok: false,
      error: error.code,
      ...(error.messages.length > 0 && { response_metadata: { messages: error.messages } }),
    };
  }
}

const tokenOf = (request: IncomingMessage, args: Json): string =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? String(args.token ?? "");

function parseArgs(body: Buffer, contentType: string | undefined, query: URLSearchParams): Json {
  const text = body.toString("utf8");
  if (contentType?.startsWith("application/json")) {
    return { ...Object.fromEntries(query), ...(JSON.parse(text || "{}") as Json) };
  }
  const fields = [...query, ...new URLSearchParams(text)];
  return Object.fromEntries(fields.map(([key, value]) => [key, fieldValue(key, value)]));
}

/** In a form these come as JSON in text. */
const AS_JSON = ["view", "blocks", "attachments", "files", "metadata"];

function fieldValue(key: string, value: string): unknown {
  if (!AS_JSON.includes(key)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function uploadedBytes(body: Buffer, contentType = ""): Promise<Buffer> {
  if (!contentType.startsWith("multipart/form-data")) return body;
  const headers = { "content-type": contentType };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const [part] = form.values();
  return part instanceof File ? Buffer.from(await part.arrayBuffer()) : Buffer.from(part ?? "");
}

function download(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  { workspace, botToken }: Context,
): void {
  const file = workspace.files.get(id);
  if (!file?.bytes) return void response.writeHead(404).end();
  if (tokenOf(request, {}) !== botToken) {
    // Slack does not refuse: it shows the page where people sign in, with status 200.
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    return void response.end("<!DOCTYPE html><title>Sign in | Slack</title>");
  }
  response.writeHead(200, { "content-type": file.mimetype }).end(file.bytes);
}

function takeResponse(
  id: string,
  body: Buffer,
  response: ServerResponse,
  { workspace }: Context,
): void {
  const args = JSON.parse(body.toString("utf8") || "{}") as Json;
  const call = (answer: Json): void => {
    workspace.calls.push({ method: "response_url", args, answer });
  };
  try {
    respond(workspace, workspace.responseUrl(id), args);
    call({ ok: true });
    response.writeHead(200).end("ok");
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const answer = { ok: false, error: error.code, messages: error.messages };
    call(answer);
    response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }
}

function acceptSockets(server: Server, courier: Courier): void {
  const sockets = new WebSocketServer({ server, path: "/socket" });
  sockets.on("connection", (socket) => {
    courier.sockets.add(socket);
    socket.on("close", () => courier.sockets.delete(socket));
    const hello = { type: "hello", num_connections: 1, connection_info: { app_id: APP_ID } };
    socket.send(JSON.stringify(hello));
  });
}

async function closeAll(server: Server, courier: Courier): Promise<void> {
  for (const socket of courier.sockets) socket.terminate();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
