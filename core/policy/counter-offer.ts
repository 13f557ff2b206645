import type { CivilDate } from "../calendar.ts";
import { type Cents, cents, splitEvenly } from "../money.ts";
import { buildOffer, latestFirstDue, lowestTotal, maxCount, type Offer } from "./offers.ts";
import { covers, type Debt, type PolicyRow } from "./policy-table.ts";

/** What a customer proposes: in so many payments, so much now, from that day. */
export type CounterOffer = {
  readonly count: number;
  /** The entry; without it an even share. */
  readonly firstAmountCents?: Cents | undefined;
  readonly firstDue: CivilDate;
  /** Without it the lowest total that the row allows for the count; at once, the entry. */
  readonly totalCents?: Cents | undefined;
};

/** Which limits of the row changed the proposal; a person is owed the reason of an automatic answer. */
export type Limit =
  | { readonly what: "instalments"; readonly asked: number; readonly max: number }
  | { readonly what: "total_too_low"; readonly asked: Cents; readonly min: Cents }
  | { readonly what: "total_above_debt"; readonly asked: Cents; readonly max: Cents }
  | { readonly what: "entry_too_low"; readonly asked: Cents; readonly min: Cents }
  | { readonly what: "entry_leaves_too_little"; readonly asked: Cents; readonly max: Cents }
  | { readonly what: "first_due_too_late"; readonly asked: CivilDate; readonly max: CivilDate }
  | { readonly what: "first_due_past"; readonly asked: CivilDate; readonly min: CivilDate };

export type Judgement =
  | { readonly kind: "accept"; readonly offer: Offer }
  | { readonly kind: "counter"; readonly offer: Offer; readonly because: readonly Limit[] }
  | {
      readonly kind: "hand_to_operator";
      /** `no_policy`: no row is for this debt. `not_an_offer`: what was proposed contradicts itself. */
      readonly reason: "no_policy" | "not_an_offer";
    };

/**
 * The proposal is moved into the row, limit by limit, and accepted exactly when nothing had to be moved. So what is
 * accepted or countered is inside the row by construction, and a counter is the nearest to what was proposed.
 */
export function judgeCounterOffer(
  row: PolicyRow | undefined,
  counter: CounterOffer,
  debt: Debt,
  today: CivilDate,
): Judgement {
  if (row === undefined || !covers(row, debt) || debt.amount <= 0) {
    return { kind: "hand_to_operator", reason: "no_policy" };
  }
  if (!isAnOffer(counter)) return { kind: "hand_to_operator", reason: "not_an_offer" };
  const money = moveMoney(row, counter, debt);
  const day = moveFirstDue(row, counter.firstDue, today);
  const because = [...money.because, ...day.because];
  const offer = buildOffer({ row, debt, today, firstDue: day.firstDue, amounts: money.amounts });
  return because.length === 0 ? { kind: "accept", offer } : { kind: "counter", offer, because };
}

function isAnOffer({ count, firstAmountCents, totalCents }: CounterOffer): boolean {
  if (!Number.isSafeInteger(count) || count < 1) return false;
  if ((firstAmountCents ?? 1) <= 0 || (totalCents ?? 1) <= 0) return false;
  const both = firstAmountCents !== undefined && totalCents !== undefined;
  return count > 1 || !both || firstAmountCents === totalCents;
}

type Money = { readonly amounts: readonly Cents[]; readonly because: readonly Limit[] };

function moveMoney(row: PolicyRow, counter: CounterOffer, debt: Debt): Money {
  const entry = counter.firstAmountCents;
  if (counter.count === 1) {
    const { total, because } = moveTotal(row, debt, {
      count: 1,
      asked: counter.totalCents ?? entry,
    });
    return { amounts: [total], because };
  }
  const { total, because } = moveTotal(row, debt, { count: 2, asked: counter.totalCents });
  const moved = moveCount(row, counter, total);
  const reasons = [...because, ...moved.because];
  const { count } = moved;
  if (count === 1) return { amounts: [lowestTotal(row, debt, 1)], because: reasons };
  const even = splitEvenly(total, count);
  const share = even.at(-1);
  if (entry === undefined || share === undefined) return { amounts: even, because: reasons };
  if (entry < share) {
    return {
      amounts: even,
      because: [...reasons, { what: "entry_too_low", asked: entry, min: share }],
    };
  }
  return { amounts: [entry, ...splitEvenly(cents(total - entry), count - 1)], because: reasons };
}

function moveTotal(
  row: PolicyRow,
  debt: Debt,
  { count, asked }: { count: number; asked: Cents | undefined },
): { total: Cents; because: Limit[] } {
  const min = lowestTotal(row, debt, count);
  if (asked === undefined) return { total: min, because: [] };
  if (asked < min) return { total: min, because: [{ what: "total_too_low", asked, min }] };
  const max = debt.amount;
  if (asked > max) return { total: max, because: [{ what: "total_above_debt", asked, max }] };
  return { total: asked, because: [] };
}

/** Fewer instalments where the row wants fewer, or where a large entry leaves too little for each of the others. */
function moveCount(
  row: PolicyRow,
  { count: asked, firstAmountCents: entry }: CounterOffer,
  total: Cents,
): { count: number; because: Limit[] } {
  const max = maxCount(row, total);
  const count = Math.min(asked, max);
  const because: Limit[] = asked > max ? [{ what: "instalments", asked, max }] : [];
  const largestEntry = cents(total - (count - 1) * row.minInstalmentCents);
  if (entry === undefined || count === 1 || entry <= largestEntry) return { count, because };
  const others = Math.max(0, Math.floor((total - entry) / row.minInstalmentCents));
  because.push({ what: "entry_leaves_too_little", asked: entry, max: largestEntry });
  return { count: 1 + others, because };
}

function moveFirstDue(
  row: PolicyRow,
  asked: CivilDate,
  today: CivilDate,
): { firstDue: CivilDate; because: Limit[] } {
  const max = latestFirstDue(row, today);
  if (asked < today) {
    return { firstDue: today, because: [{ what: "first_due_past", asked, min: today }] };
  }
  if (asked > max) return { firstDue: max, because: [{ what: "first_due_too_late", asked, max }] };
  return { firstDue: asked, because: [] };
}
