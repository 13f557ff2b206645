import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { Person } from "#test/emulators/slack/person.ts";
import { carryOut, DEED } from "./deeds.ts";
import { pageFile } from "./page-files.ts";
import { pictureType, screenOf, type Workplace } from "./screen.ts";
import { watchChanges } from "./watch.ts";

export type Chat = {
  readonly address: string;
  close(): Promise<void>;
};

const LOOPBACK = "127.0.0.1";
/** As Slack's own of a file input. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** One page in front of the Slack emulator, for whoever sits at this machine: to try and to test, never to serve. */
export async function openChat(workplace: Workplace, { port = 0 } = {}): Promise<Chat> {
  const changes = watchChanges(workplace.slack);
  const server = createServer((request, response) => {
    answer(request, response, { workplace, changes }).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 400, { error: messageOf(error) });
      else response.end();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, LOOPBACK, listening);
  });
  return {
    address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    async close() {
      changes.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

type Context = {
  readonly workplace: Workplace;
  readonly changes: ReturnType<typeof watchChanges>;
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", `http://${LOOPBACK}`);
  if (isForeign(request)) return sendJson(response, 403, { error: "only from this machine" });
  if (pathname === "/api/people") {
    const people = context.workplace.people.map(({ id, label }) => ({ id, label }));
    return sendJson(response, 200, { people });
  }
  if (request.method === "POST") return await takePost(request, response, context);
  if (pathname.startsWith("/api/") || pathname.startsWith("/files/")) {
    const person = personIn(context, searchParams.get("as"));
    if (pathname === "/api/screen") {
      return sendJson(response, 200, screenOf(context.workplace, person));
    }
    if (pathname === "/api/changes") return context.changes.tell(response);
    return sendFile(response, person, pathname.split("/")[2]);
  }
  const file = await pageFile(pathname);
  if (file === undefined) return sendJson(response, 404, { error: "no such page" });
  response.writeHead(200, { ...HEADERS, "content-type": file.type }).end(file.bytes);
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' http://127.0.0.1:* data:; form-action 'none'; base-uri 'none'";
const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;

/** Another site's page in the same browser could ask for this address, or lead a name of its own here. */
function isForeign({ headers, method }: IncomingMessage): boolean {
  const host = headers.host?.replace(/:\d+$/, "");
  if (host !== LOOPBACK && host !== "localhost") return true;
  return method === "POST" && headers["x-acordo-chat"] !== "1";
}

async function takePost(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", `http://${LOOPBACK}`);
  const body = await bodyOf(request);
  if (pathname === "/api/upload") {
    const { as, element, name, type } = UPLOAD.parse(Object.fromEntries(searchParams));
    const upload = { name, mimetype: type || "application/octet-stream", bytes: body };
    await personIn(context, as).uploadFile(element, upload);
    return sendJson(response, 200, {});
  }
  const { as, ...deed } = JSON.parse(body.toString("utf8")) as { as?: string };
  const told = await carryOut(personIn(context, as), DEED.parse(deed));
  sendJson(response, 200, told);
}

const UPLOAD = z.object({
  as: z.string(),
  element: z.string().min(1),
  name: z.string().min(1),
  type: z.string(),
});

function personIn({ workplace }: Context, id: string | null | undefined): Person {
  const known = workplace.people.find((person) => person.id === id);
  if (known === undefined) throw new Error(`nobody here is ${id}`);
  return workplace.slack.user(known.id);
}

function sendFile(response: ServerResponse, person: Person, id: string | undefined): void {
  const file = person.files().find((one) => one.id === id);
  if (file?.bytes === undefined) {
    sendJson(response, 404, { error: "no such file" });
    return;
  }
  const picture = pictureType(file.name);
  response.writeHead(200, {
    ...HEADERS,
    "content-type": picture ?? "application/octet-stream",
    "content-disposition": `${picture === undefined ? "attachment" : "inline"}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(file.bytes);
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { ...HEADERS, "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) throw new Error("file_too_large");
  }
  return Buffer.concat(chunks);
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
