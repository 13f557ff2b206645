import type { ModalView } from "@slack/types";
import type { Texts } from "../../texts/texts.ts";
import { type Blocks, plain } from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import type { Pressed } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openLoading } from "../open.ts";
import type { ViewOf } from "../view-of.ts";
import { type Standing, standingOf } from "./subject.ts";

/** Of what a form is about: the list below it, the id of what is changed (null: it is new), what was seen of it. */
export type Meta = {
  readonly standing: Standing;
  readonly id: string | null;
  readonly seen?: string | number | undefined;
};

export const metaOf = ({ metadata }: Pick<ViewOf, "metadata">): Meta =>
  JSON.parse(metadata) as Meta;

/** Opens a form on the list; undefined: what was to be changed is there no more. */
export async function openForm(
  pressed: Pressed,
  make: (standing: Standing) => Promise<ModalView | undefined>,
): Promise<void> {
  const { deps } = pressed;
  const opened = await openLoading(pressed);
  const view = await make(standingOf(pressed));
  await opened.fill(view ?? errorModal(deps, deps.texts.say("admin-gone")));
}

export type FormOf = {
  readonly callbackId: string;
  readonly title: string;
  readonly meta: Meta;
  readonly blocks: Blocks;
};

export const formView = ({ callbackId, title, meta, blocks }: FormOf, texts: Texts): ModalView => ({
  type: "modal",
  callback_id: callbackId,
  title: plain(title, LIMITS.modalTitle),
  submit: plain(texts.say("admin-save"), LIMITS.modalButton),
  close: plain(texts.say("slack-cancel"), LIMITS.modalButton),
  private_metadata: JSON.stringify(meta),
  blocks,
});
