import type { BankCode, ReturnLayout, TitleKind } from "#core/bank/return/title.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { TitleOutcome } from "#core/payment/title-outcome.ts";

/** A file with what it brought, and what of that is still left over today. */
export type ReturnFileRow = {
  readonly file: number;
  readonly name: string | null;
  readonly bank: BankCode;
  readonly layout: ReturnLayout;
  readonly fileDate: CivilDate | null;
  readonly readOn: CivilDate;
  readonly readBy: OperatorId;
  /** False while it is being read, or when that was cut short: reading it again goes on. */
  readonly finished: boolean;
  readonly titles: number;
  readonly damagedLines: number;
  /** Titles whose money is on an invoice, also what operators assigned since. */
  readonly settled: number;
  readonly reversed: number;
  readonly ignored: number;
  /** Waiting for an operator. */
  readonly unmatched: number;
  /** What customers paid by the file: `onInvoices + charges + credit + leftOver + dismissed + repeated`. */
  readonly receivedCents: Cents;
  readonly onInvoicesCents: Cents;
  /** Fine and interest. */
  readonly chargesCents: Cents;
  /** Beyond what the invoices owed. */
  readonly creditCents: Cents;
  readonly leftOverCents: Cents;
  readonly dismissedCents: Cents;
  /** Told before by another file or line. */
  readonly repeatedCents: Cents;
  readonly feesCents: Cents;
};

export type ReturnTitleRow = {
  readonly title: number;
  readonly file: number;
  readonly line: number;
  readonly bank: BankCode;
  readonly ourNumber: string;
  readonly documentNumber: string;
  readonly code: string;
  readonly kind: TitleKind;
  readonly amountCents: Cents;
  /** What the customer paid. */
  readonly paidCents: Cents;
  readonly chargesCents: Cents;
  readonly feeCents: Cents;
  readonly paidOn: CivilDate;
  readonly creditDate: CivilDate | null;
  readonly outcome: TitleOutcome;
  readonly invoice: InvoiceId | null;
  readonly customer: CustomerId | null;
  readonly customerName: string | null;
  readonly assignedBy: OperatorId | null;
  readonly note: string | null;
};
