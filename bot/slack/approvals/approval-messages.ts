import type { WebClient } from "@slack/web-api";
import type { AgreementNumber } from "#core/ids.ts";
import type { Approval } from "#db/queries/agreement/read-approval.ts";
import type { SlackDeps } from "../deps.ts";
import { approvalMessage } from "./approval-message.ts";

type Where = { readonly deps: SlackDeps; readonly client: WebClient };

/** Asks in the approvers' channel, once; not at all when it was decided meanwhile. */
export async function postApproval(
  { deps, client }: Where,
  { agreement, channel }: { readonly agreement: AgreementNumber; readonly channel: string },
): Promise<void> {
  const about = aboutOf(agreement);
  if ((await deps.slackMessages.find(about)) !== undefined) return;
  const approval = await deps.reads.approval(agreement, deps.today());
  if (approval?.status !== "awaiting approval") return;
  const posted = await client.chat.postMessage({
    channel,
    ...approvalMessage(approval, deps.texts),
  });
  if (posted.ts === undefined) throw new Error("Slack posted a message without its time");
  await deps.slackMessages.keep(about, { channel: posted.channel ?? channel, ts: posted.ts });
}

/** Brings the message to what holds now; nothing to do where it was never posted or somebody deleted it. */
export async function updateApproval(
  { deps, client }: Where,
  agreement: AgreementNumber,
): Promise<Approval | undefined> {
  const approval = await deps.reads.approval(agreement, deps.today());
  const at = await deps.slackMessages.find(aboutOf(agreement));
  if (approval === undefined || at === undefined) return approval;
  try {
    await client.chat.update({ ...at, ...approvalMessage(approval, deps.texts) });
  } catch (error) {
    if (!GONE.has((error as { data?: { error?: string } }).data?.error ?? "")) throw error;
  }
  return approval;
}

const aboutOf = (agreement: AgreementNumber): string => `approval:${agreement}`;

const GONE: ReadonlySet<string> = new Set([
  "message_not_found",
  "channel_not_found",
  "is_archived",
  "not_in_channel",
]);
