import type { Refusal } from "#core/refusals.ts";
import type { FormValues } from "../view-of.ts";
import { type Form, isShown, type Place, STEPS, type StepName } from "./form.ts";
import { amountOfField, dateOfField, FIELD, invoicesField, termField, unitField } from "./ids.ts";
import { INSTALMENTS_A_PAGE, pageOfInstalment } from "./instalments-step.ts";

/** Where the person can do something about it. Undefined: nowhere in particular. */
export function stepOf(refusal: Refusal): StepName | undefined {
  return STEP_OF[refusal.code];
}

/** What the core says of a step that is only begun, about steps that come later, can wait. */
export const canWait = (refusal: Refusal, step: StepName): boolean => {
  const at = stepOf(refusal);
  return at !== undefined && STEPS.indexOf(at) > STEPS.indexOf(step);
};

/** The block at which the refusal belongs, if that field stands in the view. */
export function fieldOf(
  refusal: Refusal,
  { form, place, values }: { form: Form; place: Place; values: FormValues },
): string | undefined {
  const field = named(refusal, form, place);
  return field !== undefined && isShown(values, field) ? field : undefined;
}

/** The page of instalments on which the refused one stands. */
export const pageOfRefused = (refusal: Refusal): number =>
  "number" in refusal && typeof refusal.number === "number" ? pageOfInstalment(refusal.number) : 0;

const STEP_OF: Partial<Record<Refusal["code"], StepName>> = {
  no_invoices: "choose",
  invoice_repeated: "choose",
  invoice_not_authorised: "choose",
  invoice_unknown: "choose",
  invoice_of_another_customer: "choose",
  invoice_not_open: "choose",
  stage_does_not_fit: "choose",
  agreement_awaits_approval: "choose",
  law_forbids_collection: "choose",
  tolerance_not_after_today: "terms",
  category_unknown: "terms",
  term_negative: "terms",
  discounts_above_base: "terms",
  total_not_positive: "terms",
  total_too_large: "terms",
  above_legal_cap: "terms",
  ledger_unit_missing: "terms",
  ledger_unit_not_needed: "terms",
  ledger_unit_unknown: "terms",
  reason_too_long: "terms",
  discount_not_kept_when_suspended: "terms",
  profile_unknown: "split",
  due_date_in_the_past: "split",
  instalment_count_out_of_bounds: "split",
  dates_do_not_match: "instalments",
  amounts_do_not_match: "instalments",
  first_date_in_the_past: "instalments",
  dates_do_not_ascend: "instalments",
  instalment_not_positive: "instalments",
  amounts_do_not_sum: "instalments",
};

function named(refusal: Refusal, form: Form, place: Place): string | undefined {
  switch (refusal.code) {
    case "no_invoices":
    case "invoice_not_authorised":
    case "stage_does_not_fit":
    case "agreement_awaits_approval":
    case "law_forbids_collection":
      return invoicesField(place.page, form.round);
    case "tolerance_not_after_today":
      return FIELD.tolerance;
    case "category_unknown":
      return FIELD.category;
    case "term_negative":
      return termField(refusal.term);
    case "discounts_above_base":
    case "total_not_positive":
      return termField(form.terms.discountAmount > 0 ? "discountAmount" : "discount");
    case "total_too_large":
      return termField(form.terms.charges > form.terms.fees ? "charges" : "fees");
    case "above_legal_cap":
      // Fewer instalments than the increase asks for are put right where they are counted.
      return place.step === "split" ? FIELD.count : termField(refusal.term);
    case "ledger_unit_missing":
      return unitField(refusal.term);
    case "reason_too_long":
      return FIELD.feesReason;
    case "profile_unknown":
      return FIELD.profile;
    case "due_date_in_the_past":
      return FIELD.due;
    case "instalment_count_out_of_bounds":
      return FIELD.count;
    case "first_date_in_the_past":
      return dateOfField(1, form.round);
    case "dates_do_not_ascend":
      return dateOfField(refusal.number, form.round);
    case "instalment_not_positive":
      return amountOfField(refusal.number, form.round);
    case "amounts_do_not_sum":
      return amountOfField(lastShown(form, place), form.round);
    default:
      return undefined;
  }
}

/** What is missing or too much is most easily put right in the last one that is seen. */
const lastShown = ({ count }: Form, { page }: Place): number =>
  Math.min((page + 1) * INSTALMENTS_A_PAGE, count ?? 0);
