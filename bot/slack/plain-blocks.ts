import type { Button, ContextBlock, ModalView, SectionBlock } from "@slack/types";
import type { Texts } from "../texts/texts.ts";
import { actions, type Blocks, bold, type Confirming, plain, section, typed } from "./block-kit.ts";
import { LIMITS } from "./limits.ts";

/**
 * Blocks for what customers and operators typed: plain text, in which Slack reads nothing at all, neither marks and mentions
 * nor addresses and emoji names.
 */
export const plainSection = (
  lines: readonly string[],
  accessory?: SectionBlock["accessory"],
): SectionBlock => ({
  type: "section",
  text: plain(lines.filter((line) => line !== "").join("\n")),
  ...(accessory === undefined ? {} : { accessory }),
});

/** A name in bold, and what is said of it; nothing of it is markup, whoever typed it. */
export const namedSection = (
  name: string,
  lines: readonly string[],
  accessory?: SectionBlock["accessory"],
): SectionBlock =>
  section(
    [bold(short(name)), ...lines.filter((line) => line !== "").map(typed)].join("\n"),
    accessory,
  );

export const plainContext = (text: string): ContextBlock => ({
  type: "context",
  elements: [plain(text, LIMITS.field)],
});

/** On one line, cut to what a list can bear. */
export const short = (text: string, most = 80): string => {
  const line = text.replace(/[\s\u200b\u2028\u2029]+/gu, " ").trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
};

/** A dialog that names what, for whom and how much. */
export const asking = (button: Button, { title, text, yes, no }: Confirming): Button => ({
  ...button,
  confirm: {
    title: plain(title, LIMITS.confirmTitle),
    text: plain(text, LIMITS.confirmText),
    confirm: plain(yes, LIMITS.confirmButton),
    deny: plain(no, LIMITS.confirmButton),
  },
});

export type ModalOf = {
  readonly callbackId: string;
  readonly title: string;
  readonly blocks: Blocks;
  /** Ids only. */
  readonly metadata?: unknown;
  readonly submit?: string | undefined;
};

export const modalOf = (
  texts: Texts,
  { callbackId, title, blocks, metadata, submit }: ModalOf,
): ModalView => ({
  type: "modal",
  callback_id: callbackId,
  title: plain(title, LIMITS.modalTitle),
  close: plain(
    texts.say(submit === undefined ? "slack-close" : "slack-cancel"),
    LIMITS.modalButton,
  ),
  ...(submit === undefined ? {} : { submit: plain(submit, LIMITS.modalButton) }),
  ...(metadata === undefined ? {} : { private_metadata: JSON.stringify(metadata) }),
  blocks,
});

/** A modal that says what was done, and where one may go from there. */
export const saidModal = (
  texts: Texts,
  {
    title = texts.say("slack-done-title"),
    lines,
    buttons = [],
  }: {
    readonly title?: string;
    readonly lines: readonly string[];
    readonly buttons?: readonly Button[];
  },
): ModalView =>
  modalOf(texts, {
    callbackId: "said",
    title,
    blocks: [plainSection(lines), ...actions(...buttons)],
  });

/** Why something was not done. */
export const refusedModal = (texts: Texts, sentence: string): ModalView =>
  saidModal(texts, { title: texts.say("slack-refused-title"), lines: [sentence] });
