import type { ModalView } from "@slack/types";
import { plain, section } from "./block-kit.ts";
import type { SlackDeps } from "./deps.ts";
import { LIMITS } from "./limits.ts";

/** A modal that only says something. */
const notice = ({ texts }: SlackDeps, title: string, text: string): ModalView => ({
  type: "modal",
  callback_id: "notice",
  title: plain(title, LIMITS.modalTitle),
  close: plain(texts.say("slack-close"), LIMITS.modalButton),
  blocks: [section(text)],
});

/** Opened while I/O goes on: a trigger lives for three seconds only. */
export const loadingModal = (deps: SlackDeps): ModalView =>
  notice(deps, deps.texts.say("slack-loading-title"), deps.texts.say("slack-loading"));

export const errorModal = (deps: SlackDeps, sentence: string): ModalView =>
  notice(deps, deps.texts.say("slack-refused-title"), `:warning: ${sentence}`);

export const doneModal = (deps: SlackDeps, title: string, sentence: string): ModalView =>
  notice(deps, title, `:white_check_mark: ${sentence}`);

/** Somebody of the workspace who is no operator. */
export const strangerModal = (deps: SlackDeps): ModalView =>
  notice(deps, deps.texts.say("slack-stranger-title"), deps.texts.say("slack-stranger"));
