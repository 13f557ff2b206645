import type { Candidate } from "#db/queries/account/customer-by-reference.ts";
import { OPEN_ACCOUNT } from "../approvals/ids.ts";
import type { MessageOf } from "../listen.ts";
import type { SlackReads } from "../reads.ts";

/** A message names few customers; each word that may be one is looked up by itself. */
const MAX_WORDS = 30;

/** Whom a message is about: by our own button in it, or by the first word that is a customer's id, tax id or invoice. */
export async function mentionedIn(
  message: MessageOf,
  customersBy: SlackReads["customersBy"],
): Promise<readonly Candidate[]> {
  for (const word of wordsOf(message)) {
    const found = (await customersBy(word)).filter(({ matchedBy }) => matchedBy !== "name");
    if (found.length > 0) return found;
  }
  return [];
}

export function wordsOf({ text, blocks }: MessageOf): readonly string[] {
  const own = ownCustomer(blocks);
  const words = withoutFigures(unmarked(text)).match(WORD) ?? [];
  const likely = words.filter((word) => /\d/.test(word) || word === word.toUpperCase());
  return [...new Set([...(own === undefined ? [] : [own]), ...likely])].slice(0, MAX_WORDS);
}

/** The customer that a button of ours would open. */
function ownCustomer(blocks: readonly unknown[]): string | undefined {
  const elements = blocks.flatMap((block) => (block as Partial<Row>).elements ?? []);
  return elements.find(({ action_id: id }) => id === OPEN_ACCOUNT)?.value;
}

type Row = {
  readonly elements: readonly { readonly action_id?: string; readonly value?: string }[];
};

/** `<tel:81999|81999>` is what stands behind the bar; people and channels are no customers. */
const unmarked = (text: string): string =>
  text
    .replace(/<[@#!][^>]*>/g, " ")
    .replace(/<[^|>]*\|([^>]*)>/g, " $1 ")
    .replace(/&(amp|lt|gt);/g, " ");

/** An amount, a date or a time could be the number of some invoice. */
const withoutFigures = (text: string): string =>
  text
    .replace(/R\$\s*[\d.,]*\d/g, " ")
    .replace(/\b\d{1,2}\/\d{1,2}(\/\d{2,4})?\b/g, " ")
    .replace(/\b\d{1,2}(:|h)\d{2}\b/g, " ");

/** With the points, bars and hyphens that a tax id or a number has inside. */
const WORD = /[\p{L}\p{N}]+(?:[._/-][\p{L}\p{N}]+)*/gu;
