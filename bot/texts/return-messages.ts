import type { ReturnRefusal as FileOrLineRefusal } from "#core/bank/return/title.ts";
import type { DomainEvent } from "#core/events.ts";
import type { ReturnRefusal } from "#core/refusals.ts";
import type { Args } from "./catalogue.ts";
import { type ArgsOf, messageId, type Words, word } from "./words.ts";

/** The values in the sentences of why something about banks' files is refused. */
export const RETURN_ARGS: ArgsOf<ReturnRefusal> = {
  only_rehearsed: () => ({}),
  title_unknown: (r) => ({ title: `${r.title}` }),
  title_not_left_over: (r, w) => ({
    title: `${r.title}`,
    outcome: word(w, "title-outcome", r.outcome),
  }),
  title_is_reversal: (r) => ({ title: `${r.title}` }),
};

type ReturnKind =
  | "payment_reversed"
  | "agreement_reopened"
  | "spc_critique_lifted"
  | "return_read"
  | "title_assigned"
  | "title_dismissed";
type ReturnEvents = {
  readonly [Kind in ReturnKind]: (
    event: Extract<DomainEvent, { readonly kind: Kind }>,
    words: Words,
  ) => Args;
};

export const RETURN_EVENTS: ReturnEvents = {
  payment_reversed: ({ invoice, data }, w) => ({
    invoice,
    payment: data.payment,
    amount: w.money(data.amountCents),
    consequence: w.say(data.reversed ? "payment-reversed-owed" : "payment-reversed-unsorted"),
  }),
  agreement_reopened: ({ agreement, data }) => ({
    agreement: `${agreement}`,
    invoice: data.invoice,
  }),
  spc_critique_lifted: ({ invoice, data }) => ({ invoice, record: `${data.record}` }),
  return_read: ({ data }, w) => ({
    file: `${data.file}`,
    bank: data.bank,
    titles: w.number(data.titles),
    settled: w.number(data.settled),
    reversed: w.number(data.reversed),
    unmatched: w.number(data.unmatched),
    ignored: w.number(data.ignored),
  }),
  title_assigned: ({ invoice, data }, w) => ({
    invoice,
    title: `${data.title}`,
    file: `${data.file}`,
    amount: w.money(data.amountCents),
  }),
  title_dismissed: ({ data }, w) => ({
    title: `${data.title}`,
    file: `${data.file}`,
    amount: w.money(data.amountCents),
    reason: data.reason,
  }),
};

/** Where and why a bank's file, or one line of it, cannot be read: no sentence, so that it can stand in one. */
export function returnProblem(refusal: FileOrLineRefusal, { say }: Words): string {
  const { code, line, column, ...rest } = refusal;
  const args = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, `${value}`]));
  const problem = say(messageId("return-problem", code), args);
  return say("return-problem-at", { line: `${line}`, column: `${column}`, problem });
}
