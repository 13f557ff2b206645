import type { TermName } from "../agreement/terms.ts";
import type { CivilDate } from "../calendar.ts";
import type { AgreementNumber, InvoiceId } from "../ids.ts";
import type { Creditor } from "../law/documents.ts";
import type { Cents, Percent } from "../money.ts";
import type { PaymentMeans } from "../payment/means.ts";
import type { TaxId } from "../tax-id.ts";

/** `single`: a page or more for each invoice. `booklet`: a slip for each, three to a page, to be cut. */
export type InvoiceDocument = {
  readonly kind: "single" | "booklet";
  /** The day on which it says what is owed. */
  readonly issuedOn: CivilDate;
  readonly creditor: Creditor;
  readonly invoices: readonly BilledInvoice[];
};

export type BilledInvoice = {
  readonly invoice: InvoiceId;
  /** As the billing system numbers it. */
  readonly number: string | null;
  readonly customer: BilledCustomer;
  readonly description: string | null;
  readonly amountCents: Cents;
  readonly paidCents: Cents;
  readonly dueDate: CivilDate;
  /** Last day on which it counts as paid on time: the first business day on or after the due date. */
  readonly onTimeUntil: CivilDate;
  /** Of the due date; negative before it. */
  readonly daysOverdue: number;
  /** Null: none, or its day is past. Taken off when all that is owed is paid by `onTimeUntil`. */
  readonly onTimeDiscountCents: Cents | null;
  readonly late: AnnouncedCharges;
  /** Late already, where contracts charge for it: it is part of what is to be paid. */
  readonly addedToday: AddedToday | null;
  /** Of an invoice that an agreement made. */
  readonly agreement: BilledAgreement | null;
  readonly means: PaymentMeans;
};

/** In full: whoever gets the bill is the customer, and a bank asks for it. */
export type BilledCustomer = { readonly name: string; readonly taxId: TaxId | null };

export type BilledAgreement = {
  readonly agreement: AgreementNumber;
  readonly instalment: number;
  readonly instalments: number;
  readonly lines: readonly BilledLine[];
};

/** Discounts are negative. Lines add up to the invoice's amount. */
export type BilledLine = { readonly term: "base" | TermName; readonly amountCents: Cents };

/** What paying late adds; null where the provider's contracts do not have it. */
export type AnnouncedCharges = {
  /** Null also where it carries a late fine already: a fine is due once. */
  readonly fine: { readonly rate: Percent; readonly amountCents: Cents } | null;
  /** Simple, by the day. */
  readonly interest: { readonly rate: Percent; readonly everyDays: number } | null;
};

export type AddedToday = {
  readonly fineCents: Cents;
  readonly interestCents: Cents;
  /** For which interest is counted. */
  readonly daysLate: number;
};
