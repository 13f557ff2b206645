import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { type Said, writeToCustomer } from "#core/use-cases/converse.ts";
import { typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { reportFailure } from "../failure.ts";
import { download, findUpload } from "../uploads.ts";
import { isAside, writtenText } from "./slack-text.ts";

/** A message of a person in a thread; of edits, deletions and the app's own words nothing goes to a customer. */
const REPLY = z.object({
  type: z.literal("message"),
  subtype: z.literal("file_share").optional(),
  bot_id: z.undefined().optional(),
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string(),
  text: z.string().default(""),
  files: z.array(z.object({ id: z.string() })).default([]),
});
type Reply = z.infer<typeof REPLY>;

type Talking = { readonly deps: SlackDeps; readonly client: WebClient };

/** What operators write in a conversation's thread goes to the customer. */
export function registerReplies(app: App, deps: SlackDeps): void {
  app.event("message", async ({ event, client }) => {
    const parsed = REPLY.safeParse(event);
    if (!parsed.success || parsed.data.ts === parsed.data.thread_ts) return;
    const reply = parsed.data;
    try {
      await passOn({ deps, client }, reply);
    } catch (error) {
      await tellAuthor({ deps, client }, reply, reportFailure(deps, error));
    }
  });
}

async function passOn(talking: Talking, reply: Reply): Promise<void> {
  const { deps } = talking;
  if (isAside(reply.text)) return;
  const thread = { channel: reply.channel, ts: reply.thread_ts };
  const head = await deps.reads.conversations.ofThread(thread);
  if (head === undefined) return;
  const person = await deps.reads.personOf(reply.user);
  if (person === undefined) {
    await tellAuthor(talking, reply, deps.texts.say("slack-stranger"));
    return;
  }
  const said = await saidIn(talking, reply);
  if (!said.ok) {
    await tellAuthor(talking, reply, deps.texts.refusal(said.refusal));
    return;
  }
  for (const [index, one] of said.value.entries()) {
    const written = await writeToCustomer(deps.ports, {
      input: { conversation: head.conversation, ...one, now: deps.nowMs() },
      actor: person.id,
      today: deps.today(),
      // Slack tells an event again when it is not sure that it was heard.
      key: `slack:${reply.channel}:${reply.ts}:${index}`,
    });
    if (!written.ok) {
      await tellAuthor(talking, reply, deps.texts.refusal(written.refusal));
      return;
    }
  }
}

/** The words go with the first file; each other file is a message of its own. */
async function saidIn(
  { deps, client }: Talking,
  { text, files }: Reply,
): Promise<Result<readonly Said[], Refusal>> {
  const body = writtenText(text);
  if (files.length === 0) return { ok: true, value: [{ body }] };
  const said: Said[] = [];
  for (const { id } of files) {
    const { url, name } = await findUpload(client, id);
    const stored = await deps.files.put(await download(client, url));
    if (!stored.ok) return stored;
    said.push({ body: said.length === 0 ? body : "", file: { stored: stored.value, name } });
  }
  return { ok: true, value: said };
}

/** To the author alone, in the thread: that the customer did not get it, and why. */
async function tellAuthor(
  { deps, client }: Talking,
  { channel, user, thread_ts }: Reply,
  why: string,
): Promise<void> {
  const text = deps.texts.say("talk-not-sent", { why: typed(why) });
  await client.chat
    .postEphemeral({ channel, user, thread_ts, text })
    .catch((error) => deps.log.warn({ err: error, user }, "Slack: somebody was not told"));
}
