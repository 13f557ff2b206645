/**
 * What became of a title. `settled` and `partial` put money on the invoice, `reversed` took it back, `explained` is the
 * payment of an invoice that the billing system called paid already. `duplicate` was told before by this file or
 * another, `ignored` says nothing about money. The others are money that waits for an operator, by the reason;
 * `dismissed` is such money that an operator has put aside.
 */
export const TITLE_OUTCOMES = [
  "settled",
  "partial",
  "explained",
  "reversed",
  "duplicate",
  "ignored",
  "unmatched",
  "ambiguous",
  "already-paid",
  "replaced",
  "not-open",
  "not-reversible",
  "dismissed",
] as const;

export type TitleOutcome = (typeof TITLE_OUTCOMES)[number];

/** Money, or the taking back of it, that found no invoice on which it may be put. */
export type LeftOver = Extract<
  TitleOutcome,
  "unmatched" | "ambiguous" | "already-paid" | "replaced" | "not-open" | "not-reversible"
>;

const LEFT_OVER: ReadonlySet<TitleOutcome> = new Set<LeftOver>([
  "unmatched",
  "ambiguous",
  "already-paid",
  "replaced",
  "not-open",
  "not-reversible",
]);

export const isLeftOver = (outcome: TitleOutcome): outcome is LeftOver => LEFT_OVER.has(outcome);
