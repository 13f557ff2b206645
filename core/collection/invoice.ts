import type { CivilDate } from "../calendar.ts";
import type { AgreementNumber, ContractId, CustomerId, InvoiceId, OperatorId } from "../ids.ts";
import type { Dispute } from "../law/facts.ts";
import { type Cents, cents } from "../money.ts";
import type { Place } from "./stage.ts";

export type InvoiceState = "open" | "paid" | "suspended" | "deleted";

/** An invoice as commands see it: the billing facts, and where it stands in collections. */
export type Invoice = {
  readonly id: InvoiceId;
  readonly number: string | null;
  readonly customer: CustomerId;
  readonly contract: ContractId | null;
  readonly amountCents: Cents;
  readonly paidCents: Cents;
  readonly dueDate: CivilDate;
  readonly state: InvoiceState;
  readonly hasRemittance: boolean;
  readonly hasFiscalDocument: boolean;
  /** Carries a late fine already. */
  readonly fined: boolean;
  /** Off when paid by the due date: its own, else its contract's. */
  readonly onTimeDiscountCents: Cents;
  readonly disputes: readonly Dispute[];
  readonly place: Place;
  /** The agreement that its place belongs to; undefined outside `in agreement`, `settled` and `replaced`. */
  readonly agreement: AgreementNumber | undefined;
  /** Last day on which its promise can be kept; only in agreement. */
  readonly breaksAfter: CivilDate | undefined;
  /** An agreement that waits for approval holds it. */
  readonly heldBy: AgreementNumber | undefined;
  readonly operator: OperatorId | null;
};

export const balanceOf = (invoice: Invoice): Cents =>
  cents(invoice.amountCents - invoice.paidCents);
