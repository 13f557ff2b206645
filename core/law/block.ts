import { isEveOfHoliday, isHoliday } from "../business-days.ts";
import { addDays, type CivilDate, laterOf, weekday } from "../calendar.ts";
import { clockEnd, firstNotice, whyNotCollectable } from "./debt.ts";
import type { DebtFacts, Notice } from "./facts.ts";
import type { Law } from "./settings.ts";
import { ALLOWED, mostLenient, refused, type Verdict } from "./verdict.ts";

export type BlockFacts = {
  /** What the contract owes; one debt that allows the block is enough. */
  readonly debts: readonly DebtFacts[];
  readonly notices: readonly Notice[];
  /**
   * The last day on which all was paid, or the first instalment of an agreement was: notices up to then have had their
   * effect, and a new default needs a new one.
   */
  readonly clearedOn: CivilDate | null;
};

/** May the connection be blocked? Only in full: the law in force knows no reduced speed. */
export function mayBlock(facts: BlockFacts, today: CivilDate, law: Law): Verdict {
  const [first, ...others] = facts.debts.map((debt) => blockFor(debt, facts, { today, law }));
  return first === undefined
    ? refused(law.pack.rules.block.id, { code: "no_debt" })
    : mostLenient([first, ...others]);
}

type Context = { readonly today: CivilDate; readonly law: Law };

function blockFor(debt: DebtFacts, facts: BlockFacts, { today, law }: Context): Verdict {
  const { block, debtOfUse } = law.pack.rules;
  const { dueDate, lateAfter } = debt;
  const uncollectable = whyNotCollectable(debt, today, law.pack);
  if (uncollectable !== undefined) return uncollectable;
  if (!debt.arisesFromUse) return refused(debtOfUse.id, { code: "debt_not_of_use", dueDate });
  if (today <= lateAfter) return refused(block.id, { code: "debt_not_late", dueDate, lateAfter });

  const { days, notice: kind } = block.value;
  const onOrAfter = addDays(laterOf(lateAfter, facts.clearedOn ?? lateAfter), 1);
  const deliveredOn = firstNotice(facts.notices, kind, { onOrAfter, today });
  if (deliveredOn === undefined) {
    return refused(block.id, { code: "notice_missing", kind, onOrAfter });
  }
  const clock = clockEnd(deliveredOn, days, debt.disputes);
  const date = firstStart(laterOf(clock.on, today), law);
  if (date === today) return ALLOWED;
  if (clock.on > today) {
    const { frozenDays } = clock;
    const fact = { code: "notice_too_recent", deliveredOn, days, frozenDays } as const;
    return { answer: "from", date, rule: block.id, fact };
  }
  const rule = law.pack.rules.noBlockBeforeDayOff.id;
  return { answer: "from", date, rule, fact: { code: "day_off_ahead", day: today } };
}

function firstStart(earliest: CivilDate, { settings, pack }: Law): CivilDate {
  if (!settings.noBlockBeforeDayOff) return earliest;
  const { weekdays } = pack.rules.noBlockBeforeDayOff.value;
  const { localHolidays } = settings;
  let day = earliest;
  while (
    weekdays.includes(weekday(day)) ||
    isHoliday(day, localHolidays) ||
    isEveOfHoliday(day, localHolidays)
  ) {
    day = addDays(day, 1);
  }
  return day;
}
