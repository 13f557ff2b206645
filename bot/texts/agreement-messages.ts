import type { AgreementRefusal } from "#core/agreement/agreement.ts";
import type { TermName } from "#core/agreement/terms.ts";
import type { Cents, Percent } from "#core/money.ts";
import type { Exceeded } from "#core/policy/allowance.ts";
import type { AgreeRefusal, ApprovalRefusal } from "#core/refusals.ts";
import type { Args } from "./catalogue.ts";
import { article } from "./law-messages.ts";
import { quoted } from "./masking.ts";
import { type ArgsOf, messageId, type Words, word } from "./words.ts";

type Refusals = AgreementRefusal | AgreeRefusal | ApprovalRefusal;

/** The values in the sentences of everything that an agreement may be refused for. */
export const AGREEMENT_ARGS: ArgsOf<Refusals> = {
  no_invoices: () => ({}),
  invoice_repeated: ({ invoice }) => ({ invoice }),
  invoice_not_authorised: (r, { say }) => ({
    invoice: r.invoice,
    reason: say(
      messageId("not-authorised", r.reason),
      r.reason === "in_another_agreement" ? { agreement: `${r.agreement}` } : {},
    ),
  }),
  tolerance_not_after_today: (r, w) => ({ asked: w.date(r.asked), today: w.date(r.today) }),
  term_negative: (r, w) => ({ term: word(w, "term", r.term), asked: asTyped(r.term, r.asked, w) }),
  discounts_above_base: (r, w) => ({ asked: w.money(r.asked), max: w.money(r.max) }),
  total_not_positive: (r, w) => ({ total: w.money(r.total) }),
  total_too_large: (r, w) => ({ total: w.money(r.total), max: w.money(r.max) }),
  above_legal_cap: (r, w) => ({
    term: word(w, "term", r.term),
    asked: r.term === "increase" ? w.percent(r.asked) : w.money(r.asked),
    max: r.term === "increase" ? w.percent(r.max) : w.money(r.max),
    article: article(r.rule, w),
    advice: w.say(r.term === "fees" ? "cap-advice-fees" : "cap-advice"),
  }),
  ledger_unit_missing: (r, w) => ({ term: word(w, "term", r.term) }),
  ledger_unit_not_needed: (r, w) => ({ term: word(w, "term", r.term), unit: r.unit }),
  due_date_in_the_past: (r, w) => ({
    field: word(w, "field", r.field),
    asked: w.date(r.asked),
    today: w.date(r.today),
  }),
  instalment_count_out_of_bounds: (r) => ({
    asked: `${r.asked}`,
    min: `${r.min}`,
    max: `${r.max}`,
  }),
  dates_do_not_match: (r) => ({ given: r.given, expected: r.expected }),
  amounts_do_not_match: (r) => ({ given: r.given, expected: r.expected }),
  first_date_in_the_past: (r, w) => ({ asked: w.date(r.asked), today: w.date(r.today) }),
  dates_do_not_ascend: (r, w) => ({
    number: `${r.number}`,
    asked: w.date(r.asked),
    previous: w.date(r.previous),
  }),
  instalment_not_positive: (r, w) => ({ number: `${r.number}`, amount: w.money(r.amount) }),
  amounts_do_not_sum: (r, w) => ({
    sum: w.money(r.sum),
    total: w.money(r.total),
    difference: w.say(r.difference > 0 ? "difference-too-much" : "difference-too-little", {
      amount: w.money(Math.abs(r.difference) as Cents),
    }),
  }),
  discount_not_kept_when_suspended: () => ({}),
  category_unknown: (r, w) => ({ got: quoted(r.got), known: known(r.known, w) }),
  profile_unknown: (r, w) => ({ got: quoted(r.got), known: known(r.known, w) }),
  ledger_unit_unknown: (r, w) => ({
    term: word(w, "term", r.term),
    got: quoted(r.got),
    known: known(r.known, w),
  }),
  agreement_awaits_approval: (r) => ({ invoice: r.invoice, agreement: `${r.agreement}` }),
  reason_too_long: (r, w) => ({ length: w.number(r.length), max: w.number(r.max) }),
  agreement_not_awaiting: (r, w) => ({
    agreement: `${r.agreement}`,
    status: word(w, "agreement-status", r.status),
  }),
  own_agreement: (r) => ({ agreement: `${r.agreement}` }),
  approver_allowance_exceeded: (r, w) => ({
    what: word(w, "allowance", r.what),
    ...bounds(r, w),
  }),
};

/** What may be chosen, or that there is nothing yet. */
export const known = (names: readonly string[], { choice, say }: Words): string =>
  names.length === 0 ? say("none-yet") : choice(names);

const PERCENTAGES: ReadonlySet<TermName> = new Set(["increase", "fine", "discount"]);

const asTyped = (term: TermName, asked: Cents | Percent, words: Words): string =>
  PERCENTAGES.has(term) ? words.percent(asked as Percent) : words.money(asked as Cents);

function bounds(exceeded: Exceeded, words: Words): Args {
  switch (exceeded.what) {
    case "discount":
      return { asked: words.percent(exceeded.asked), max: words.percent(exceeded.max) };
    case "instalments":
      return { asked: `${exceeded.asked}`, max: `${exceeded.max}` };
    case "amount":
      return { asked: words.money(exceeded.asked), max: words.money(exceeded.max) };
  }
}
