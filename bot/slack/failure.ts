import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Permission } from "#core/access/permissions.ts";
import { typed } from "./block-kit.ts";
import type { SlackDeps } from "./deps.ts";
import type { Person } from "./person.ts";
import { plainSection } from "./plain-blocks.ts";

/** People get a short code to quote; the log has the cause under it. */
export function reportFailure({ log, texts, nowMs }: SlackDeps, error: unknown): string {
  const code = (nowMs() % 1_000_000_000).toString(36).toUpperCase();
  log.error({ err: error, code }, "a Slack request failed");
  return texts.say("slack-failed", { code });
}

/** Why not, in a sentence; undefined: it is permitted. */
export function forbidden(
  { texts }: SlackDeps,
  { permissions, role }: Person,
  permission: Permission | undefined,
): string | undefined {
  if (permission === undefined || permissions.has(permission)) return undefined;
  return texts.refusal({ code: "not_permitted", permission, role });
}

export type Told = { readonly view: ModalView; readonly sentence: string };
type Telling = {
  readonly deps: SlackDeps;
  readonly client: WebClient;
  readonly triggerId: string;
  readonly slackUser: string;
};

/**
 * In a modal; in a message to the person alone where the trigger is used up or too old. Where Slack takes neither, the log
 * has it: who is told nothing looks again.
 */
export async function tell(
  { deps, client, triggerId, slackUser }: Telling,
  { view, sentence }: Told,
): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view });
  } catch {
    await client.chat
      .postMessage({
        channel: slackUser,
        text: typed(sentence),
        blocks: [plainSection([sentence])],
      })
      .catch((error) => deps.log.warn({ err: error, slackUser }, "Slack: somebody was not told"));
  }
}
