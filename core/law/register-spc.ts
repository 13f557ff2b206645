import { addDays, type CivilDate, laterOf } from "../calendar.ts";
import { firstNotice, whyNotCollectable, yearsAfter } from "./debt.ts";
import type { DebtFacts, Notice } from "./facts.ts";
import type { Law } from "./settings.ts";
import { ALLOWED, refused, type Verdict } from "./verdict.ts";

export type RegistrationFacts = {
  /** The invoice of the agreement; `lateAfter` is the day after which it is broken. */
  readonly debt: DebtFacts;
  /** When the debt began, which a notice must follow: the earliest due date of the invoice and the sources it replaces. */
  readonly oweSince: CivilDate;
  /** The debt arose from a contract that is known here. */
  readonly hasContract: boolean;
  /** Null while the contract goes on, or where there is none. */
  readonly contractEndedOn: CivilDate | null;
  readonly notices: readonly Notice[];
  /** First instalment of the agreement paid, or an earlier record removed: from then on a new notice is needed. */
  readonly clearedOn: CivilDate | null;
};

/** May the invoice be registered with the credit bureau? Three preconditions are for the provider's lawyer to decide. */
export function mayRegister(facts: RegistrationFacts, today: CivilDate, law: Law): Verdict {
  const { rules } = law.pack;
  const { debt } = facts;
  const { dueDate } = debt;
  const since = yearsAfter(dueDate, rules.recordYears.value);
  if (!debt.paid && today >= since) {
    return refused(rules.recordYears.id, { code: "debt_too_old", dueDate, since });
  }
  const refusal =
    whyNotCollectable(debt, today, law.pack) ??
    whyContractStands(facts, law) ??
    whyNotNotified(facts, today, law);
  if (refusal !== undefined) return refusal;
  return firstDay(facts, today, law);
}

function whyContractStands(
  { hasContract, contractEndedOn }: RegistrationFacts,
  { settings, pack }: Law,
) {
  if (!settings.spc.requireContractEnded || contractEndedOn !== null) return undefined;
  return refused(pack.rules.recordAfterRescission.id, {
    code: hasContract ? "contract_not_ended" : "no_contract",
  });
}

function whyNotNotified(facts: RegistrationFacts, today: CivilDate, { settings, pack }: Law) {
  if (!settings.spc.requireNotice) return undefined;
  const { id: rule, value } = pack.rules.recordNotice;
  const onOrAfter = addDays(laterOf(facts.oweSince, facts.clearedOn ?? facts.oweSince), 1);
  return firstNotice(facts.notices, value.notice, { onOrAfter, today }) === undefined
    ? refused(rule, { code: "notice_missing", kind: value.notice, onOrAfter })
    : undefined;
}

/** Nothing is missing but time. */
function firstDay(facts: RegistrationFacts, today: CivilDate, { settings, pack }: Law): Verdict {
  const { recordAfterRescission, recordOfBrokenAgreement } = pack.rules;
  const { lateAfter } = facts.debt;
  const endedOn = settings.spc.requireContractEnded ? (facts.contractEndedOn ?? today) : today;
  const brokenOn = settings.spc.requireBroken ? addDays(lateAfter, 1) : today;
  if (brokenOn > today && brokenOn >= endedOn) {
    const rule = recordOfBrokenAgreement.id;
    return { answer: "from", date: brokenOn, rule, fact: { code: "not_broken", lateAfter } };
  }
  if (endedOn > today) {
    const rule = recordAfterRescission.id;
    return { answer: "from", date: endedOn, rule, fact: { code: "contract_ends", endedOn } };
  }
  return ALLOWED;
}
