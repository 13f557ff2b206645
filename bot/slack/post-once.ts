import type { WebClient } from "@slack/web-api";
import type { Message } from "./approvals/message.ts";
import type { SlackDeps } from "./deps.ts";

export type MessagePlace = { readonly channel: string; readonly ts: string };

type Posting = {
  readonly deps: Pick<SlackDeps, "slackMessages">;
  readonly client: WebClient;
};

/** Posts what a message is about; where it stands already it is brought up to date, and posted anew if somebody deleted it. */
export async function postOnce(
  { deps, client }: Posting,
  { about, channel, message }: { about: string; channel: string; message: Message },
): Promise<MessagePlace> {
  const standing = await deps.slackMessages.find(about);
  if (standing !== undefined && (await updated(client, standing, message))) return standing;
  const posted = await client.chat.postMessage({ channel, ...message });
  if (posted.ts === undefined) throw new Error("Slack posted a message without its time");
  const at = { channel: posted.channel ?? channel, ts: posted.ts };
  await deps.slackMessages.keep(about, at);
  return at;
}

async function updated(
  client: WebClient,
  standing: MessagePlace,
  message: Message,
): Promise<boolean> {
  try {
    await client.chat.update({ ...standing, ...message });
    return true;
  } catch (error) {
    if (platformError(error) !== "message_not_found") throw error;
    return false;
  }
}

/** The code that Slack's API refused with; undefined: it was something else. */
export const platformError = (error: unknown): string | undefined =>
  (error as { data?: { error?: string } }).data?.error;
