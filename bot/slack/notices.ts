import type { ModalView } from "@slack/types";
import { plain } from "./block-kit.ts";
import type { SlackDeps } from "./deps.ts";
import { LIMITS } from "./limits.ts";
import { plainSection } from "./plain-blocks.ts";

/** A modal that only says something. Refusals repeat what was typed, so nothing in it is markup. */
const notice = ({ texts }: SlackDeps, title: string, text: string): ModalView => ({
  type: "modal",
  callback_id: "notice",
  title: plain(title, LIMITS.modalTitle),
  close: plain(texts.say("slack-close"), LIMITS.modalButton),
  blocks: [plainSection([text])],
});

/** Opened while I/O goes on: a trigger lives for three seconds only. */
export const loadingModal = (deps: SlackDeps): ModalView =>
  notice(deps, deps.texts.say("slack-loading-title"), deps.texts.say("slack-loading"));

export const errorModal = (deps: SlackDeps, sentence: string): ModalView =>
  notice(deps, deps.texts.say("slack-refused-title"), `⚠️ ${sentence}`);

export const doneModal = (deps: SlackDeps, title: string, sentence: string): ModalView =>
  notice(deps, title, `✅ ${sentence}`);

/** Somebody of the workspace who is no operator. */
export const strangerModal = (deps: SlackDeps): ModalView =>
  notice(deps, deps.texts.say("slack-stranger-title"), deps.texts.say("slack-stranger"));
