import { type CivilDate, laterOf } from "../calendar.ts";
import type { BlockFacts } from "./block.ts";
import { clockEnd, firstNotice, whyNotCollectable } from "./debt.ts";
import type { DebtFacts } from "./facts.ts";
import type { Law } from "./settings.ts";
import { ALLOWED, mostLenient, refused, type Verdict } from "./verdict.ts";

export type RescindFacts = BlockFacts & {
  /** Since when the connection is blocked; null when it is not. */
  readonly blockedOn: CivilDate | null;
};

/** May the provider end the contract? The debt and a loyalty fine outlive it. */
export function mayRescind(facts: RescindFacts, today: CivilDate, law: Law): Verdict {
  const [first, ...others] = facts.debts.map((debt) => rescissionFor(debt, facts, { today, law }));
  return first === undefined
    ? refused(law.pack.rules.rescission.id, { code: "no_debt" })
    : mostLenient([first, ...others]);
}

type Context = { readonly today: CivilDate; readonly law: Law };

function rescissionFor(debt: DebtFacts, facts: RescindFacts, { today, law }: Context): Verdict {
  const { id: rule, value } = law.pack.rules.rescission;
  const { blockedOn } = facts;
  const uncollectable = whyNotCollectable(debt, today, law.pack);
  if (uncollectable !== undefined) return uncollectable;
  if (blockedOn === null || blockedOn > today) return refused(rule, { code: "not_blocked" });
  const lateAfter = laterOf(debt.lateAfter, facts.clearedOn ?? debt.lateAfter);
  if (blockedOn <= lateAfter) {
    return refused(rule, { code: "blocked_before_debt", blockedOn, lateAfter });
  }
  const kind = value.notice;
  // Another notice than the one that led to the block, hence after it.
  if (firstNotice(facts.notices, kind, { onOrAfter: blockedOn, today }) === undefined) {
    return refused(rule, { code: "notice_missing", kind, onOrAfter: blockedOn });
  }
  const clock = clockEnd(blockedOn, value.days, debt.disputes);
  if (today >= clock.on) return ALLOWED;
  const fact = {
    code: "blocked_too_recently",
    blockedOn,
    days: value.days,
    frozenDays: clock.frozenDays,
  } as const;
  return { answer: "from", date: clock.on, rule, fact };
}
