import type { LedgerUnits } from "#core/agreement/ledger-units.ts";
import { NO_TERMS, TERM_NAMES, type Terms } from "#core/agreement/terms.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { Place as AccountPlace } from "../account/workspace.ts";
import type { FormValues } from "../view-of.ts";

/** What was filled in so far. */
export type Form = {
  readonly invoices: readonly InvoiceId[];
  readonly kind: "unchanged" | "renegotiated";
  readonly terms: Terms;
  readonly units: LedgerUnits;
  readonly feesReason: string;
  readonly toleranceDate: CivilDate | null;
  readonly category: string | null;
  readonly keepDiscount: boolean;
  /** Null until it was chosen. */
  readonly split: "single" | "instalments" | null;
  /** Of the one new invoice, or of the first. */
  readonly dueDate: CivilDate | null;
  readonly count: number | null;
  readonly description: string;
  readonly profile: string | null;
  /** Where instalments are no more as they were planned: all dates and amounts, in their order. */
  readonly edits: Edits | null;
  /** Another one for each plan: part of the instalments' ids, or Slack would keep what was typed for the last plan. */
  readonly round: number;
};

export type Edits = { readonly dates: readonly CivilDate[]; readonly amounts: readonly Cents[] };

/** What the draft keeps when it is sent: a repeated request is shown the same end. */
export type Made = {
  readonly agreement: AgreementNumber;
  readonly status: "live" | "awaiting approval";
  readonly totalCents: Cents;
  readonly invoices: number;
};

export type DraftData = { readonly form: Form } | { readonly made: Made };

export const emptyForm = (invoices: readonly InvoiceId[]): Form => ({
  invoices,
  kind: "renegotiated",
  terms: NO_TERMS,
  units: {},
  feesReason: "",
  toleranceDate: null,
  category: null,
  keepDiscount: false,
  split: null,
  dueDate: null,
  count: null,
  description: "",
  profile: null,
  edits: null,
  round: 0,
});

/** What was changed by hand belongs to the plan that it was changed in. */
export function afterChange(before: Form, after: Form): Form {
  if (before.count === null || planOf(before) === planOf(after)) return after;
  return { ...after, edits: null, round: before.round + 1 };
}

const planOf = ({ invoices, kind, terms, split, dueDate, count }: Form): string =>
  JSON.stringify([invoices, kind, termsInOrder(terms), split, dueDate, count]);

/** The database gives them back in an order of its own. */
const termsInOrder = (terms: Terms): number[] => TERM_NAMES.map((term) => terms[term]);

export const STEPS = ["choose", "terms", "split", "instalments", "summary"] as const;
export type StepName = (typeof STEPS)[number];

/** What a view of the wizard carries in its private metadata: ids only. */
export type Place = {
  readonly draft: string;
  readonly revision: number;
  readonly customer: CustomerId;
  readonly step: StepName;
  readonly page: number;
  /** The account that the wizard stands on, to show it again. */
  readonly below?: AccountPlace | undefined;
};

/** Our own words from a view that we made. */
export const readPlace = (metadata: string): Place => JSON.parse(metadata) as Place;

export const stepsOf = (form: Form): readonly StepName[] => {
  if (form.kind === "unchanged") return ["choose", "terms", "summary"];
  return form.split === "instalments" ? STEPS : ["choose", "terms", "split", "summary"];
};

export function stepAfter(form: Form, step: StepName): StepName {
  const steps = stepsOf(form);
  return steps[steps.indexOf(step) + 1] ?? "summary";
}

export function stepBefore(form: Form, step: StepName): StepName {
  const steps = stepsOf(form);
  return steps[Math.max(0, steps.indexOf(step) - 1)] ?? "choose";
}

/** Errors by block id, as Slack shows them at the fields. */
export type FieldErrors = Readonly<Record<string, string>>;

export const isShown = (values: FormValues, blockId: string): boolean => blockId in values;
