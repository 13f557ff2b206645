import type { CivilDate } from "../calendar.ts";
import type { AgreementNumber, ConnectionId, CustomerId, InvoiceId, OperatorId } from "../ids.ts";
import type { NoticeKind } from "../law/rules.ts";
import type { Cents } from "../money.ts";
import type { WantedStatus } from "./connection.ts";
import type { ContactMedium, ContactOutcome, MessageChannel } from "./contact-records.ts";

type Of<Kind extends string, Data> = {
  readonly kind: Kind;
  readonly customer: CustomerId;
  readonly data: Readonly<Data>;
};
type OfInvoice<Kind extends string, Data> = Of<Kind, Data> & { readonly invoice: InvoiceId };

/** What people did in an account beside the life of its invoices. Bodies stay in their tables: an event is for ever. */
export type WorkEvent =
  | Of<
      "contact_recorded",
      {
        contact: number;
        direction: "active" | "reactive";
        medium: ContactMedium;
        subject: string;
        outcome: ContactOutcome | null;
      }
    >
  | Of<"attachment_added", { attachment: number; name: string; sizeBytes: number }>
  | Of<"attachment_described", { attachment: number; name: string }>
  | Of<"attachment_deleted", { attachment: number; name: string }>
  | Of<
      "message_queued",
      {
        message: number;
        channel: MessageChannel;
        recipients: number;
        /** Addresses outside the record are the customer's own, as the operator says. */
        vouched: boolean;
        invoices: readonly InvoiceId[];
      }
    >
  | Of<"task_created", { task: number; title: string; assignee: OperatorId; dueOn: CivilDate }>
  | Of<"task_changed", { task: number; title: string; assignee: OperatorId; dueOn: CivilDate }>
  | Of<"task_cancelled", { task: number; title: string; reason: string }>
  | Of<
      "task_completed",
      { task: number; title: string; finishedBy: OperatorId; notes: string | null }
    >
  | (OfInvoice<
      "invoice_edited",
      { dueDate: CivilDate; previousDueDate: CivilDate; description: string }
    > & { readonly agreement: AgreementNumber })
  | OfInvoice<"invoice_cancelled", { dispute: number; amountCents: Cents; from: string }>
  | OfInvoice<"dispute_opened", { dispute: number; reason: string; openedOn: CivilDate }>
  | OfInvoice<
      "dispute_answered",
      { dispute: number; upheld: boolean; answeredOn: CivilDate; note: string | null }
    >
  | Of<
      "notice_recorded",
      { notice: NoticeKind; channel: string; deliveredOn: CivilDate; contract: string | null }
    >
  | Of<
      "connection_change_requested",
      { connection: ConnectionId; wanted: WantedStatus; reason: string }
    >
  | Of<
      "connection_exception_granted",
      { connection: ConnectionId; until: CivilDate; reason: string }
    >
  | Of<
      "connection_exception_revoked",
      { connection: ConnectionId; until: CivilDate; reason: string }
    >;
