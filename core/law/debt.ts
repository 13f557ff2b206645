import { addDays, addMonths, type CivilDate, daysBetween, laterOf } from "../calendar.ts";
import type { DebtFacts, Dispute, Notice } from "./facts.ts";
import type { NoticeKind, RulePack } from "./rules.ts";
import { type Refused, refused } from "./verdict.ts";

/** The reason why this debt may not be pressed at all today: paid, too old, or disputed. */
export function whyNotCollectable(
  debt: DebtFacts,
  today: CivilDate,
  pack: RulePack,
): Refused | undefined {
  const { rules } = pack;
  if (debt.paid) {
    return refused(rules.noUndueCharge.id, { code: "debt_paid", dueDate: debt.dueDate });
  }
  const since = yearsAfter(debt.dueDate, rules.collectionYears.value);
  if (today >= since) {
    return refused(rules.collectionYears.id, {
      code: "debt_too_old",
      dueDate: debt.dueDate,
      since,
    });
  }
  return whyDisputed(debt.disputes, today, pack);
}

/** The same day so many years later; 29 February becomes the 28th, the earlier of the two readings. */
export const yearsAfter = (day: CivilDate, years: number): CivilDate => addMonths(day, 12 * years);

/** The first day on which `days` whole days have passed since `from`, without those on which a dispute was open. */
export function clockEnd(
  from: CivilDate,
  days: number,
  disputes: readonly Dispute[],
): { readonly on: CivilDate; readonly frozenDays: number } {
  let on = addDays(from, days);
  let counted = from;
  for (const { openedOn, closedOn } of closedPeriods(disputes)) {
    const frozenFrom = laterOf(openedOn, counted);
    if (frozenFrom >= on) break;
    if (closedOn <= frozenFrom) continue;
    on = addDays(on, daysBetween(frozenFrom, closedOn));
    counted = closedOn;
  }
  return { on, frozenDays: daysBetween(from, on) - days };
}

/** The first notice of a kind that counts: delivered on or after the day, and by today. */
export const firstNotice = (
  notices: readonly Notice[],
  kind: NoticeKind,
  days: { readonly onOrAfter: CivilDate; readonly today: CivilDate },
): CivilDate | undefined =>
  notices
    .filter((notice) => notice.kind === kind)
    .map((notice) => notice.deliveredOn)
    .filter((deliveredOn) => deliveredOn >= days.onOrAfter && deliveredOn <= days.today)
    .sort()[0];

function whyDisputed(
  disputes: readonly Dispute[],
  today: CivilDate,
  { rules }: RulePack,
): Refused | undefined {
  for (const { openedOn, answer } of disputes.filter((dispute) => dispute.openedOn <= today)) {
    const answerBy = addDays(openedOn, rules.dispute.value.answerDays);
    const answered = answer !== null && answer.on <= today ? answer : undefined;
    // Without an answer in time the amount is cancelled, and a late answer does not bring it back.
    if ((answered?.on ?? today) > answerBy) {
      const code = "dispute_not_answered_in_time";
      return refused(rules.dispute.id, { code, openedOn, answerBy });
    }
    if (answered === undefined) {
      return refused(rules.dispute.id, { code: "dispute_open", openedOn, answerBy });
    }
    if (answered.upheld) {
      return refused(rules.dispute.id, { code: "dispute_upheld", answeredOn: answered.on });
    }
  }
  return undefined;
}

/** From the day it was opened until the day before the answer. An open one is refused before any clock is read. */
const closedPeriods = (disputes: readonly Dispute[]) =>
  disputes
    .flatMap(({ openedOn, answer }) => (answer === null ? [] : [{ openedOn, closedOn: answer.on }]))
    .sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
