import type { LedgerTerm } from "#core/agreement/ledger-units.ts";
import type { TermName } from "#core/agreement/terms.ts";
import type { StepName } from "./form.ts";

/** Each step has a name of its own: Slack says it when it is sent. */
export const callbackOf = (step: StepName): string => `wizard-${step}`;

export const BACK = "wizard-back";
export const PAGE_BACK = "wizard-page-back";
export const PAGE_ON = "wizard-page-on";
export const TICK_ALL = "wizard-tick-all";
export const TICK_NONE = "wizard-tick-none";
export const RECALCULATE = "wizard-recalculate";
export const REPLAN = "wizard-replan";
export const KIND = "wizard-kind";
export const SPLIT = "wizard-split";

/** The blocks of fields; invoices and instalments are counted in them, so that another page holds nothing of this one. */
export const FIELD = {
  tolerance: "tolerance",
  category: "category",
  feesReason: "feesReason",
  keepDiscount: "keepDiscount",
  due: "due",
  count: "count",
  description: "description",
  profile: "profile",
} as const;

export const termField = (term: TermName): string => `term-${term}`;
export const unitField = (term: LedgerTerm): string => `unit-${term}`;
export const invoicesField = (page: number, round: number): string => `invoices-${page}-${round}`;
export const dateOfField = (number: number, round: number): string => `date-${number}-r${round}`;
export const amountOfField = (number: number, round: number): string =>
  `amount-${number}-r${round}`;
