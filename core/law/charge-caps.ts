import { firstBusinessDayOnOrAfter, type LocalHolidays } from "../business-days.ts";
import { type CivilDate, daysBetween } from "../calendar.ts";
import { type Cents, cents, type Percent, percentOf } from "../money.ts";
import type { TaxIdKind } from "../tax-id.ts";
import type { RulePack } from "./rules.ts";

/** What the law lets one agreement add, with the rule that sets each cap. Percentages are of the agreement's base. */
export type ChargeCaps = {
  readonly increase: { readonly max: Percent; readonly rule: string };
  /** Two per cent of the part of the base that was never fined before (a fine is due once). */
  readonly fine: { readonly maxCents: Cents; readonly rule: string };
  /** `maxCents` null: no cap (a company, or a reason given by someone with the permission). */
  readonly fees: { readonly maxCents: Cents | null; readonly rule: string };
};

export type CapFacts = {
  readonly today: CivilDate;
  /** The provider's own, besides the national ones. */
  readonly localHolidays: LocalHolidays;
  /** Of the invoices that enter the agreement. */
  readonly oldestDueDate: CivilDate;
  /** 1 when it is not split. */
  readonly instalments: number;
  /** The part of the base whose invoices carry no late fine yet. */
  readonly unfinedBaseCents: Cents;
  readonly taxIdKind: TaxIdKind;
  /** Somebody with the permission gave a reason for fees. */
  readonly feesReason: boolean;
};

/** Interest so far, and for each month that an instalment after the first has to wait. */
export function chargeCaps({ rules }: RulePack, facts: CapFacts): ChargeCaps {
  const { rate, everyStartedDays } = rules.interest.value;
  const startedMonths = Math.ceil(daysLate(facts) / everyStartedDays);
  const feesFree = facts.taxIdKind === "cnpj" || facts.feesReason;
  return {
    increase: {
      max: (rate * (startedMonths + facts.instalments - 1)) as Percent,
      rule: rules.interest.id,
    },
    fine: {
      maxCents: percentOf(rules.fine.value.rate, facts.unfinedBaseCents),
      rule: rules.fine.id,
    },
    fees: {
      maxCents: feesFree ? null : cents(rules.fees.value.consumerMaxCents),
      rule: rules.fees.id,
    },
  };
}

/** Counted from the due date once it is late; nobody is late on the first business day on or after it. */
const daysLate = ({ oldestDueDate, today, localHolidays }: CapFacts): number =>
  today > firstBusinessDayOnOrAfter(oldestDueDate, localHolidays)
    ? daysBetween(oldestDueDate, today)
    : 0;
