import { type App, isValidSlackRequest, type Receiver, type ReceiverEvent } from "@slack/bolt";
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";

const PATH = "/slack/events";
const NO_ANSWER_MS = 2_900;

export type HttpReceiver = Receiver & { readonly url: () => string };

/** Bolt on Fastify, for the tests of the emulator; it takes a request only with its signature. */
export function httpReceiver(signingSecret: string): HttpReceiver {
  const fastify = Fastify();
  let app: App | undefined;
  let url = "";
  const types = ["application/json", "application/x-www-form-urlencoded"];
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(types, { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  fastify.post(PATH, async (request, reply) => {
    const raw = String(request.body ?? "");
    if (!isSigned(request, raw, signingSecret)) return reply.code(401).send();
    return process(app, request, reply, raw);
  });
  return {
    init(bolt) {
      app = bolt;
    },
    async start() {
      url = `${await fastify.listen({ port: 0, host: "127.0.0.1" })}${PATH}`;
    },
    stop: () => fastify.close(),
    url: () => url,
  };
}

function isSigned(request: FastifyRequest, body: string, signingSecret: string): boolean {
  const signature = request.headers["x-slack-signature"];
  const timestamp = Number(request.headers["x-slack-request-timestamp"]);
  if (typeof signature !== "string" || !Number.isInteger(timestamp)) return false;
  const headers = { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp };
  return isValidSlackRequest({ signingSecret, body, headers });
}

async function process(
  app: App | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  raw: string,
): Promise<FastifyReply> {
  const body = bodyOf(raw, request.headers["content-type"]);
  await new Promise<void>((answered, failed) => {
    const timer = setTimeout(() => {
      reply.code(504).send();
      answered();
    }, NO_ANSWER_MS);
    const ack: ReceiverEvent["ack"] = async (response) => {
      clearTimeout(timer);
      reply.code(200).send(response === "" ? undefined : response);
      answered();
    };
    app?.processEvent({ body, ack }).catch((error: unknown) => {
      clearTimeout(timer);
      failed(error);
    });
  });
  return reply;
}

function bodyOf(raw: string, contentType: string | undefined): Record<string, unknown> {
  if (contentType?.startsWith("application/json")) return JSON.parse(raw);
  const fields = new URLSearchParams(raw);
  const payload = fields.get("payload");
  return payload === null ? Object.fromEntries(fields) : JSON.parse(payload);
}
