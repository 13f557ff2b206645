import type { ModalView } from "@slack/types";
import { type Blocks, plain } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { LIMITS } from "../limits.ts";
import type { Pressed } from "../listen.ts";
import type { ViewOf } from "../view-of.ts";
import { withTicks } from "./ticks.ts";
import { type Place, readWorkspace } from "./workspace.ts";

/** A form of the account's: it knows the account below it, to show it again, and the ids of its own. */
export type OnTop<Own> = { readonly place: Place; readonly own: Own };

export const readOnTop = <Own>({ metadata }: ViewOf): OnTop<Own> =>
  JSON.parse(metadata) as OnTop<Own>;

/** Where the account stands that something was pressed in, with what is ticked in it. */
export function placeOf({ view }: Pressed): Place {
  if (view === undefined) throw new Error("pressed outside of an account");
  return { viewId: view.id, workspace: withTicks(readWorkspace(view.metadata), view.values) };
}

export type FormOf<Own> = OnTop<Own> & {
  readonly callbackId: string;
  readonly titleId: string;
  /** Without it there is nothing to send. */
  readonly submitId?: string | undefined;
  readonly blocks: Blocks;
};

export const formView = <Own>(
  { texts }: SlackDeps,
  { callbackId, titleId, submitId, blocks, place, own }: FormOf<Own>,
): ModalView => ({
  type: "modal",
  callback_id: callbackId,
  title: plain(texts.say(titleId), LIMITS.modalTitle),
  close: plain(texts.say("slack-back"), LIMITS.modalButton),
  ...(submitId === undefined ? {} : { submit: plain(texts.say(submitId), LIMITS.modalButton) }),
  private_metadata: JSON.stringify({ place, own } satisfies OnTop<Own>),
  blocks,
});

/** A form that needs nothing read comes at once. */
export async function pushForm<Own>(pressed: Pressed, form: FormOf<Own>): Promise<void> {
  const { client, deps, triggerId } = pressed;
  await client.views.push({ trigger_id: triggerId, view: formView(deps, form) });
}
