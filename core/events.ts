import type { AdministrationEvent } from "./administration/events.ts";
import type { CivilDate } from "./calendar.ts";
import type { InvoiceState } from "./collection/invoice.ts";
import type { IdentityEvent } from "./identity/events.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "./ids.ts";
import type { Cents } from "./money.ts";
import type { ReturnCounts } from "./return-ports.ts";
import type { SelfServiceEvent } from "./self-service/events.ts";
import type { SettingValue } from "./settings.ts";
import type { WorkEvent } from "./work/events.ts";

export type ReleaseReason =
  | "paid"
  | "deleted"
  | "suspended"
  | "no longer overdue"
  | "over five years"
  | "disputed"
  | "agreement rescinded";

type OfInvoice = { readonly customer: CustomerId; readonly invoice: InvoiceId };
type OfAgreement = { readonly customer: CustomerId; readonly agreement: AgreementNumber };

/** Everything that can have happened, in the past tense. Amounts in cents. */
export type DomainEvent =
  | WorkEvent
  | AdministrationEvent
  | SelfServiceEvent
  | IdentityEvent
  | ({
      readonly kind: "invoice_classified";
      readonly data: { daysOverdue: number; amountCents: Cents };
    } & OfInvoice)
  | ({
      readonly kind: "invoice_released";
      readonly data: { reason: ReleaseReason; from: string };
    } & OfInvoice)
  | ({ readonly kind: "collection_started"; readonly data: { amountCents: Cents } } & OfInvoice)
  | ({ readonly kind: "collection_confirmed"; readonly data: { amountCents: Cents } } & OfInvoice)
  | {
      readonly kind: "account_opened";
      readonly customer: CustomerId;
      readonly data: { account: number };
    }
  | ({
      readonly kind: "agreement_proposed";
      readonly data: {
        totalCents: Cents;
        exceeded: readonly string[];
        invoices: readonly InvoiceId[];
      };
    } & OfAgreement)
  | ({
      readonly kind: "agreement_made";
      readonly data: {
        agreementKind: "unchanged" | "renegotiated";
        baseCents: Cents;
        totalCents: Cents;
        discountCents: Cents;
        toleranceDate: CivilDate;
        category: string;
        sources: readonly InvoiceId[];
        invoices: readonly InvoiceId[];
        feesReason?: string;
      };
    } & OfAgreement)
  | ({ readonly kind: "agreement_approved"; readonly data: { askedBy: OperatorId } } & OfAgreement)
  | ({
      readonly kind: "agreement_refused";
      readonly data: { askedBy: OperatorId; reason: string };
    } & OfAgreement)
  | ({ readonly kind: "agreement_voided"; readonly data: { reason: string } } & OfAgreement)
  | ({ readonly kind: "agreement_fulfilled"; readonly data: { totalCents: Cents } } & OfAgreement)
  | ({
      readonly kind: "agreement_renegotiated";
      readonly data: { by: AgreementNumber };
    } & OfAgreement)
  | ({
      readonly kind: "agreement_rescinded";
      /** What was paid beyond the sources is left as the customer's credit. */
      readonly data: { reason: string; creditedCents: Cents; leftCents: Cents };
    } & OfAgreement)
  | ({
      readonly kind: "invoice_entered_agreement";
      readonly data: { amountCents: Cents; role: "awaited" | "replaced" };
    } & OfInvoice &
      OfAgreement)
  | ({
      readonly kind: "invoice_created";
      readonly data: { amountCents: Cents; dueDate: CivilDate; instalment: number };
    } & OfInvoice &
      OfAgreement)
  | ({ readonly kind: "invoice_deleted"; readonly data: { reason: string } } & OfInvoice &
      OfAgreement)
  | ({
      readonly kind: "invoice_restored";
      readonly data: { amountCents: Cents; creditedCents: Cents; settled: boolean };
    } & OfInvoice &
      OfAgreement)
  | ({
      readonly kind: "invoice_left_agreement";
      readonly data: { state: InvoiceState };
    } & OfInvoice &
      OfAgreement)
  /** Billing says so; the agreement still awaits its own invoices. */
  | ({ readonly kind: "replaced_invoice_paid"; readonly data: Record<string, never> } & OfInvoice &
      OfAgreement)
  | ({
      readonly kind: "payment_received";
      readonly data: {
        amountCents: Cents;
        appliedCents: Cents;
        balanceCents: Cents;
        paidAt: CivilDate;
        method: string | null;
        /** Fine and interest on top of it. */
        chargesCents?: Cents;
      };
    } & OfInvoice)
  /** By the bank. Not `reversed`: what was paid has moved on since, and people have to sort it out. */
  | ({
      readonly kind: "payment_reversed";
      readonly data: { payment: string; amountCents: Cents; reversed: boolean };
    } & OfInvoice)
  | ({ readonly kind: "agreement_reopened"; readonly data: { invoice: InvoiceId } } & OfAgreement)
  /** The payment that made it a critique was reversed. */
  | ({ readonly kind: "spc_critique_lifted"; readonly data: { record: number } } & OfInvoice)
  | {
      readonly kind: "return_read";
      readonly data: { file: number; bank: string; titles: number } & ReturnCounts;
    }
  /** An operator said whose money it is. */
  | ({
      readonly kind: "title_assigned";
      readonly data: { title: number; file: number; amountCents: Cents };
    } & OfInvoice)
  | {
      readonly kind: "title_dismissed";
      readonly data: { title: number; file: number; amountCents: Cents; reason: string };
    }
  | ({ readonly kind: "invoice_settled"; readonly data: { amountCents: Cents } } & OfInvoice &
      OfAgreement)
  | ({
      readonly kind: "spc_registered";
      readonly data: { record: number; amountCents: Cents; details: string };
    } & OfInvoice)
  | ({
      readonly kind: "spc_removed";
      readonly data: { record: number; details: string };
    } & OfInvoice)
  | ({
      readonly kind: "spc_became_critique";
      readonly data: { record: number; removeBy: CivilDate };
    } & OfInvoice)
  | {
      readonly kind: "customer_assigned";
      readonly customer: CustomerId;
      readonly data: { operator: OperatorId };
    }
  | {
      readonly kind: "telegram_link_made";
      readonly customer: CustomerId;
      readonly data: { expiresOn: CivilDate };
    }
  | { readonly kind: "setting_changed"; readonly data: { key: string; value: SettingValue } }
  | {
      readonly kind: "operator_saved";
      readonly data: { operator: OperatorId; role: string; active: boolean };
    }
  | { readonly kind: "template_saved"; readonly data: { channel: string; name: string } }
  | {
      readonly kind: "classifier_ran";
      readonly data: { classified: number; released: number };
    }
  | {
      readonly kind: "file_imported";
      readonly data: { read: number; created: number; updated: number; rejected: number };
    };

export type EventKind = DomainEvent["kind"];
