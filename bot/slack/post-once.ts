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
  const at = postAt(await client.chat.postMessage({ channel, ...message }));
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

/** Where a message was posted. */
export function postAt(posted: {
  readonly channel?: string | undefined;
  readonly ts?: string | undefined;
}): MessagePlace {
  const { channel, ts } = posted;
  if (channel === undefined || ts === undefined) {
    throw new Error("Slack posted a message without its place and time");
  }
  return { channel, ts };
}

/** Brings a message to what holds now; nothing to do where it was never posted, or cannot be changed any more. */
export async function updateStanding(
  { deps, client }: Posting,
  about: string,
  message: () => Message,
): Promise<void> {
  const standing = await deps.slackMessages.find(about);
  if (standing === undefined) return;
  try {
    await client.chat.update({ ...standing, ...message() });
  } catch (error) {
    if (!GONE.has(platformError(error) ?? "")) throw error;
  }
}

const GONE: ReadonlySet<string> = new Set([
  "message_not_found",
  "channel_not_found",
  "is_archived",
  "not_in_channel",
]);
