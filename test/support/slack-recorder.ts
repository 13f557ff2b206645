import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "#test/emulators/slack/types.ts";

/** One call of the Web API, with what was answered. */
export type Recorded = { readonly method: string; readonly args: Json; readonly answer: Json };

export type Recorder = {
  /** Of the Web API, as an app is told it. */
  readonly apiUrl: string;
  readonly calls: readonly Recorded[];
  /** A call of the test itself, for what Slack would do by itself. */
  call(method: string, args: Json): Promise<void>;
  /** Where answers to a command go: as Slack does, they reach the person alone, in the channel of the command. */
  responseUrl(channel: string, user: string): string;
  close(): Promise<void>;
};

/** Stands in front of a Web API that tells nothing of itself: passes every call on as it came, and keeps the answers. */
export async function startRecorder(behindUrl: string, botToken: string): Promise<Recorder> {
  const calls: Recorded[] = [];
  const ask = async (method: string, init: RequestInit, args: Json): Promise<Response> => {
    const response = await fetch(`${behindUrl}${method}`, { method: "POST", ...init });
    const answer = (await response.clone().json()) as Json;
    calls.push({ method, args, answer });
    return response;
  };
  const asBot = { authorization: `Bearer ${botToken}`, "content-type": "application/json" };
  const askAsBot = (method: string, args: Json): Promise<Response> =>
    ask(method, { headers: asBot, body: JSON.stringify(args) }, args);
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await whole(request);
    const [, kind, ...rest] = new URL(request.url ?? "", "http://x").pathname.split("/");
    if (kind === "response") {
      const [channel = "", user = ""] = rest;
      const args = { channel, user, text: (JSON.parse(`${body}`) as { text: string }).text };
      await askAsBot("chat.postEphemeral", args);
      response.end("ok");
      return;
    }
    const { authorization = "", "content-type": contentType = "" } = request.headers;
    const headers = { authorization, "content-type": contentType };
    const args = Object.fromEntries(new URLSearchParams(`${body}`));
    const answered = await ask(rest.join("/"), { headers, body: new Uint8Array(body) }, args);
    response.writeHead(answered.status, { "content-type": "application/json" });
    response.end(await answered.text());
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(502);
      response.end(String(error));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${base}/api/`,
    calls,
    async call(method, args) {
      const answer = (await (await askAsBot(method, args)).json()) as Json;
      if (answer.ok !== true) throw new Error(`${method}: ${JSON.stringify(answer)}`);
    },
    responseUrl: (channel, user) => `${base}/response/${channel}/${user}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function whole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
