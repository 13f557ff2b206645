import { addMonths, type CivilDate } from "../calendar.ts";
import { type Cents, cents, splitEvenly, sumCents, ZERO } from "../money.ts";
import { type ComputedTerms, TERM_NAMES, type TermName } from "./terms.ts";

export type Line = { readonly term: "base" | TermName; readonly amount: Cents };

/** One invoice that an agreement makes. Its lines add up to its amount; a discount's line is negative. */
export type Instalment = {
  readonly number: number;
  readonly dueDate: CivilDate;
  readonly amount: Cents;
  readonly lines: readonly Line[];
};

/** An agreement that is not split is one instalment. */
export type Schedule = { readonly count: number; readonly firstDue: CivilDate };

/**
 * Invariants: the instalments add up to the total, and a term's lines over all instalments add up to the term. The spread
 * part differs by one cent at the most, larger first; the base line of each takes what the rounding of the others leaves.
 */
export function planInstalments(terms: ComputedTerms, schedule: Schedule): Instalment[] {
  const { count } = schedule;
  const shares = TERM_NAMES.map((term) => ({ term, amounts: termShares(term, terms, count) }));
  const dueDates = monthlyDueDates(schedule);
  return splitEvenly(terms.spread, count).map((spread, index) => {
    const amount = cents(spread + (index === 0 ? terms.single : 0));
    const others = shares
      .map(({ term, amounts }) => ({ term, amount: at(amounts, index) }))
      .filter((line) => line.amount !== 0);
    const dueDate = at(dueDates, index);
    return { number: index + 1, dueDate, amount, lines: [baseLine(amount, others), ...others] };
  });
}

/** Counted from the first date each time, so that 31 January, 28 February is followed by 31 March. */
export const monthlyDueDates = ({ firstDue, count }: Schedule): CivilDate[] =>
  Array.from({ length: count }, (_, months) => addMonths(firstDue, months));

/** The same instalment for another amount: the base line takes up the difference. */
export function withAmount(instalment: Instalment, amount: Cents): Instalment {
  const others = instalment.lines.filter((line) => line.term !== "base");
  return { ...instalment, amount, lines: [baseLine(amount, others), ...others] };
}

const baseLine = (amount: Cents, others: readonly Line[]): Line => ({
  term: "base",
  amount: cents(amount - sumCents(others.map((line) => line.amount))),
});

/** The law and the ledger see fine, charges and fees as one-off: they are never divided. */
const ON_FIRST: ReadonlySet<TermName> = new Set(["fine", "charges", "fees"]);
const TAKEN_OFF: ReadonlySet<TermName> = new Set(["discount", "discountAmount"]);

function termShares(term: TermName, terms: ComputedTerms, count: number): Cents[] {
  const shares = ON_FIRST.has(term)
    ? Array.from({ length: count }, (_, index) => (index === 0 ? terms[term] : ZERO))
    : splitEvenly(terms[term], count);
  return TAKEN_OFF.has(term) ? shares.map((share) => cents(0 - share)) : shares;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index} of ${items.length}`);
  return item;
}
