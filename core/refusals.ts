import type { AdministrationRefusal } from "./administration/refusals.ts";
import type { AgreementRefusal } from "./agreement/agreement.ts";
import type { CivilDate } from "./calendar.ts";
import type { Place, Stage } from "./collection/stage.ts";
import type { DocumentRefusal, PrintRefusal } from "./documents/refusals.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "./ids.ts";
import type { From, Refused } from "./law/verdict.ts";
import type { Cents } from "./money.ts";
import type { TitleOutcome } from "./payment/title-outcome.ts";
import type { Exceeded } from "./policy/allowance.ts";
import type { SelfServiceRefusal } from "./self-service/refusals.ts";
import type { SettingRefusal } from "./settings.ts";
import type { RegistrationRefusal, RemovalRefusal } from "./spc/decide-spc.ts";
import type { WorkRefusal } from "./work/refusals.ts";

/** Refusals of the command path itself: who asks, what exists, where an invoice stands. */
export type CommandRefusal =
  | { readonly code: "operator_unknown"; readonly operator: OperatorId }
  | { readonly code: "not_permitted"; readonly permission: string; readonly role: string }
  | { readonly code: "key_reused"; readonly key: string }
  | { readonly code: "customer_unknown"; readonly customer: CustomerId }
  | { readonly code: "invoice_unknown"; readonly invoice: InvoiceId }
  | {
      readonly code: "invoice_of_another_customer";
      readonly invoice: InvoiceId;
      readonly customer: CustomerId;
    }
  | { readonly code: "agreement_unknown"; readonly agreement: AgreementNumber }
  | {
      readonly code: "stage_does_not_fit";
      readonly invoice: InvoiceId;
      readonly stage: Place;
      readonly expected: readonly Place[];
    }
  /** `stages`: those that the customer's invoices do stand in. */
  | {
      readonly code: "nothing_classified" | "nothing_in_contact";
      readonly customer: CustomerId;
      readonly stages: readonly Stage[];
    };

export type StartRefusal =
  | { readonly code: "invoice_not_open"; readonly invoice: InvoiceId; readonly state: string }
  | {
      readonly code: "law_forbids_collection";
      readonly invoice: InvoiceId;
      readonly verdict: Refused | From;
    };

export type AgreeRefusal =
  | { readonly code: "category_unknown"; readonly got: string; readonly known: readonly string[] }
  | { readonly code: "profile_unknown"; readonly got: string; readonly known: readonly string[] }
  | {
      readonly code: "ledger_unit_unknown";
      readonly term: string;
      readonly got: string;
      readonly known: readonly string[];
    }
  | {
      readonly code: "agreement_awaits_approval";
      readonly invoice: InvoiceId;
      readonly agreement: AgreementNumber;
    }
  | { readonly code: "reason_too_long"; readonly length: number; readonly max: number };

export type ApprovalRefusal =
  | {
      readonly code: "agreement_not_awaiting";
      readonly agreement: AgreementNumber;
      readonly status: string;
    }
  | { readonly code: "own_agreement"; readonly agreement: AgreementNumber }
  | ({ readonly code: "approver_allowance_exceeded" } & Exceeded);

export type RescindRefusal =
  | {
      readonly code: "agreement_not_live";
      readonly agreement: AgreementNumber;
      readonly status: string;
    }
  | { readonly code: "reason_empty" }
  | {
      readonly code: "invoice_moved_on";
      readonly invoice: InvoiceId;
      readonly agreement: AgreementNumber;
    }
  | { readonly code: "spc_record_live"; readonly invoice: InvoiceId; readonly record: number };

/** `only_rehearsed` is how a dry run ends: nothing was kept. */
export type ReturnRefusal =
  | { readonly code: "only_rehearsed" }
  | { readonly code: "title_unknown"; readonly title: number }
  | { readonly code: "title_not_left_over"; readonly title: number; readonly outcome: TitleOutcome }
  | { readonly code: "title_is_reversal"; readonly title: number };

export type PaymentRefusal =
  | { readonly code: "already_paid"; readonly invoice: InvoiceId }
  | { readonly code: "payment_known"; readonly payment: string; readonly invoice: InvoiceId }
  | { readonly code: "payment_of_not_open"; readonly invoice: InvoiceId; readonly state: string }
  | {
      readonly code: "payment_of_replaced";
      readonly invoice: InvoiceId;
      readonly agreement: AgreementNumber;
    }
  | { readonly code: "amount_not_positive"; readonly got: Cents }
  | { readonly code: "paid_in_the_future"; readonly got: CivilDate; readonly today: CivilDate };

export type AdminRefusal =
  | { readonly code: "field_empty"; readonly field: string }
  | {
      readonly code: "field_too_long";
      readonly field: string;
      readonly length: number;
      readonly max: number;
    }
  | { readonly code: "role_unknown"; readonly got: string; readonly known: readonly string[] }
  | { readonly code: "slack_user_taken"; readonly slackUser: string; readonly operator: OperatorId }
  | { readonly code: "operator_built_in"; readonly operator: OperatorId }
  | { readonly code: "link_token_taken" };

/** Every reason for which a command of the core may say no: the texts have a sentence for each, proved by a test. */
export type Refusal =
  | CommandRefusal
  | StartRefusal
  | AgreementRefusal
  | AgreeRefusal
  | ApprovalRefusal
  | RescindRefusal
  | PaymentRefusal
  | ReturnRefusal
  | DocumentRefusal
  | PrintRefusal
  | RegistrationRefusal
  | RemovalRefusal
  | WorkRefusal
  | SelfServiceRefusal
  | SettingRefusal
  | AdministrationRefusal
  | AdminRefusal;
