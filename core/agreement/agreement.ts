import type { ChargeCaps } from "#core/law/charge-caps.ts";
import type { CivilDate } from "../calendar.ts";
import type { InvoiceId } from "../ids.ts";
import type { Cents } from "../money.ts";
import type { AuthorisationSettings, InvoiceFacts, InvoiceRefusal } from "./authorise-invoice.ts";
import type { InstalmentEditRefusal, InstalmentEdits } from "./edit-instalments.ts";
import type { LedgerUnitRefusal, LedgerUnits } from "./ledger-units.ts";
import type { LegalCapRefusal } from "./legal-caps.ts";
import type { NewInvoice } from "./on-time-discount.ts";
import type { ComputedTerms, Terms, TermsRefusal } from "./terms.ts";

/** Every kind has the last day on which the promise can be kept, and a category. */
export type Promised = { readonly toleranceDate: CivilDate; readonly category: string };

export type Unchanged = Promised & { readonly kind: "unchanged" };

export type Renegotiated = Promised & {
  readonly kind: "renegotiated";
  readonly terms: Terms;
  readonly units: LedgerUnits;
  readonly split: Split;
  readonly description: string;
  readonly profile: string;
  readonly keepDiscount: boolean;
};

export type Split =
  | { readonly kind: "single"; readonly dueDate: CivilDate }
  | ({
      readonly kind: "instalments";
      readonly count: number;
      readonly firstDue: CivilDate;
    } & InstalmentEdits);

export type AgreementProposal = Unchanged | Renegotiated;

export type AgreementSource = {
  readonly invoice: InvoiceId;
  /** What is still owed on it. */
  readonly amount: Cents;
  readonly facts: InvoiceFacts;
  /** What its contract takes off when it is paid on time; zero where there is no such discount. */
  readonly onTimeDiscountCents: Cents;
};

export type AgreementSettings = AuthorisationSettings & {
  /** What becomes of the sources of a renegotiated agreement. */
  readonly sources: "deleted" | "suspended";
  readonly instalmentLimit: number;
};

export type AgreementContext = {
  readonly today: CivilDate;
  readonly caps: ChargeCaps;
  readonly settings: AgreementSettings;
};

export type AgreementRefusal =
  | { readonly code: "no_invoices" }
  | { readonly code: "invoice_repeated"; readonly invoice: InvoiceId }
  | ({ readonly code: "invoice_not_authorised"; readonly invoice: InvoiceId } & InvoiceRefusal)
  | {
      readonly code: "tolerance_not_after_today";
      readonly asked: CivilDate;
      readonly today: CivilDate;
    }
  | TermsRefusal
  | LegalCapRefusal
  | LedgerUnitRefusal
  | {
      readonly code: "due_date_in_the_past";
      readonly field: "due" | "first_due";
      readonly asked: CivilDate;
      readonly today: CivilDate;
    }
  | {
      readonly code: "instalment_count_out_of_bounds";
      readonly asked: number;
      readonly min: number;
      readonly max: number;
    }
  | InstalmentEditRefusal
  | { readonly code: "discount_not_kept_when_suspended" };

/** What an agreement will be. The sources of an unchanged one are awaited as they are: nothing new is made. */
export type AgreementPlan = Promised & {
  readonly base: Cents;
  readonly terms: ComputedTerms;
  readonly total: Cents;
  readonly sources: readonly InvoiceId[];
} & (
    | {
        readonly kind: "unchanged";
        readonly sourcesBecome: "awaited";
        readonly instalments: readonly [];
      }
    | {
        readonly kind: "renegotiated";
        readonly sourcesBecome: "deleted" | "suspended";
        readonly instalments: readonly NewInvoice[];
        readonly units: LedgerUnits;
        readonly description: string;
        readonly profile: string;
      }
  );
