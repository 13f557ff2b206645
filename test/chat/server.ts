import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { Person } from "#test/emulators/slack/person.ts";
import { carryOut, DEED } from "./deeds.ts";
import {
  bodyOf,
  HEADERS,
  isForeign,
  LOOPBACK,
  type ServedFile,
  sendFile,
  sendJson,
  urlOf,
} from "./http.ts";
import { pageFile } from "./page-files.ts";
import { answerForPhones, PHONE_PATH } from "./phone-routes.ts";
import { pictureType, screenOf, type Workplace } from "./screen.ts";
import { type Watched, watchChanges } from "./watch.ts";

export type Chat = {
  readonly address: string;
  close(): Promise<void>;
};

/** One page in front of both emulators, for whoever sits at this machine: to try and to test, never to serve. */
export async function openChat(workplace: Workplace, { port = 0 } = {}): Promise<Chat> {
  const changes = watchChanges(watchedIn(workplace));
  const server = createServer((request, response) => {
    answer(request, response, { workplace, changes }).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 400, { error: messageOf(error) });
      else response.end();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, LOOPBACK, listening);
  }).catch((error: unknown) => {
    changes.stop();
    throw error;
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

/** Time that stands still moves on by nothing: the way to have Slack's side looked at again. */
const watchedIn = ({ slack, phones }: Workplace): readonly Watched[] => [
  { until: slack.until, look: () => slack.advance(0) },
  ...(phones === undefined ? [] : [phones.telegram]),
];

type Context = {
  readonly workplace: Workplace;
  readonly changes: ReturnType<typeof watchChanges>;
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { pathname, searchParams } = urlOf(request);
  const { phones } = context.workplace;
  if (isForeign(request)) return sendJson(response, 403, { error: "only from this machine" });
  if (pathname === "/api/people") {
    const people = context.workplace.people.map(({ id, label }) => ({ id, label }));
    return sendJson(response, 200, { people, hasPhones: phones !== undefined });
  }
  if (pathname === "/api/changes") return context.changes.tell(response);
  if (phones !== undefined && pathname.startsWith(PHONE_PATH)) {
    return await answerForPhones(request, response, phones);
  }
  if (request.method === "POST") return await takePost(request, response, context);
  if (pathname.startsWith("/api/") || pathname.startsWith("/files/")) {
    const person = personIn(context, searchParams.get("as"));
    if (pathname === "/api/screen") {
      return sendJson(response, 200, screenOf(context.workplace, person));
    }
    return sendFile(response, fileOf(person, pathname.split("/")[2]));
  }
  const file = await pageFile(pathname);
  if (file === undefined) return sendJson(response, 404, { error: "no such page" });
  response.writeHead(200, { ...HEADERS, "content-type": file.type }).end(file.bytes);
}

async function takePost(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { pathname, searchParams } = urlOf(request);
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

function fileOf(person: Person, id: string | undefined): ServedFile | undefined {
  const file = person.files().find((one) => one.id === id);
  if (file?.bytes === undefined) return undefined;
  return { name: file.name, bytes: file.bytes, opensAs: pictureType(file.name) };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
