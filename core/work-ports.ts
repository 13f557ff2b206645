import type { CivilDate } from "./calendar.ts";
import type { Invoice } from "./collection/invoice.ts";
import type { ConnectionId, ContractId, CustomerId, InvoiceId, OperatorId } from "./ids.ts";
import type { Notice } from "./law/facts.ts";
import type { NoticeKind } from "./law/rules.ts";
import type { StoredFile } from "./work/attachments.ts";
import type { Connection, WantedStatus } from "./work/connection.ts";
import type { ContactMark, ContactMedium, MessageChannel } from "./work/contact-records.ts";
import type { Task, TaskFields } from "./work/task.ts";

/** Where a customer can be reached, and what was said of it. */
export type Reach = {
  readonly email: string | null;
  readonly mobile: string | null;
  /** Telegram chats that proved to be the customer's, did not opt out and did not block the bot. */
  readonly chats: readonly string[];
  readonly optedOutChats: number;
  /** Oldest first. */
  readonly marks: readonly ContactMark[];
};

export type NewContact = {
  readonly customer: CustomerId;
  readonly direction: "active" | "reactive";
  readonly medium: ContactMedium;
  readonly answeredBy: string | null;
  readonly category: string | null;
  readonly subject: string;
  readonly body: string;
  readonly atMs: number;
};

export type NewMessage = {
  readonly customer: CustomerId;
  readonly channel: MessageChannel;
  readonly recipients: readonly string[];
  readonly copies: readonly string[];
  readonly subject: string | null;
  readonly body: string;
  readonly note: string | null;
  readonly segments: number | null;
  readonly invoices: readonly InvoiceId[];
  readonly atMs: number;
};

export type NewAttachment = StoredFile & {
  readonly customer: CustomerId;
  readonly name: string;
  readonly description: string | null;
};
export type AttachmentRecord = NewAttachment & { readonly id: number };

export type DisputeRecord = {
  readonly id: number;
  readonly customer: CustomerId;
  readonly invoice: InvoiceId;
  readonly openedOn: CivilDate;
  readonly answeredOn: CivilDate | null;
};

/** What the law asks about a connection's contract before a block, besides the day. */
export type BlockRecord = {
  /** Open ones of the contract. */
  readonly debts: readonly Invoice[];
  readonly notices: readonly Notice[];
  readonly clearedOn: CivilDate | null;
};

export type Draft = {
  readonly id: string;
  readonly customer: CustomerId;
  readonly revision: number;
  readonly data: unknown;
};

export type WorkLock = { readonly operator: OperatorId; readonly untilMs: number };

/** What the commands behind the account's tabs may touch, inside a transaction like all of `Unit`. */
export interface WorkUnit {
  activeOperator(id: OperatorId): Promise<boolean>;

  reach(customer: CustomerId): Promise<Reach>;
  /** The customer's days, by the clock of the zone, of what the provider started since then. */
  earlierContacts(
    customer: CustomerId,
    span: { readonly timeZone: string; readonly since: CivilDate },
  ): Promise<CivilDate[]>;
  recordContact(contact: NewContact): Promise<number>;
  queueMessage(message: NewMessage): Promise<number>;

  addAttachment(attachment: NewAttachment): Promise<number>;
  /** Undefined also when it was deleted. */
  attachment(id: number): Promise<AttachmentRecord | undefined>;
  describeAttachment(
    id: number,
    as: { readonly name: string; readonly description: string | null },
  ): Promise<void>;
  deleteAttachment(id: number): Promise<void>;

  createTask(customer: CustomerId, fields: TaskFields): Promise<number>;
  task(id: number): Promise<Task | undefined>;
  changeTask(id: number, fields: TaskFields): Promise<void>;
  closeTask(
    id: number,
    end: {
      readonly as: "done" | "cancelled";
      readonly by: OperatorId;
      readonly atMs: number;
      readonly note: string | null;
    },
  ): Promise<void>;

  descriptionOf(invoice: InvoiceId): Promise<string | null>;
  editInvoice(
    invoice: InvoiceId,
    as: { readonly dueDate: CivilDate; readonly description: string },
  ): Promise<void>;

  openDispute(dispute: {
    readonly customer: CustomerId;
    readonly invoice: InvoiceId;
    readonly reason: string;
    readonly openedOn: CivilDate;
  }): Promise<number>;
  dispute(id: number): Promise<DisputeRecord | undefined>;
  answerDispute(
    id: number,
    answer: { readonly on: CivilDate; readonly upheld: boolean },
  ): Promise<void>;

  hasContract(customer: CustomerId, contract: ContractId): Promise<boolean>;
  recordNotice(notice: {
    readonly customer: CustomerId;
    readonly contract: ContractId | null;
    readonly kind: NoticeKind;
    readonly channel: string;
    readonly deliveredOn: CivilDate;
  }): Promise<string>;

  connection(id: ConnectionId): Promise<Connection | undefined>;
  blockRecord(connection: Connection): Promise<BlockRecord>;
  endedContracts(customer: CustomerId): Promise<ContractId[]>;
  wantConnection(
    id: ConnectionId,
    /** Without `atMs`: now, by the database's clock. */
    wish: { readonly status: WantedStatus; readonly reason: string; readonly atMs?: number },
  ): Promise<void>;
  grantException(
    id: ConnectionId,
    exception: { readonly until: CivilDate; readonly reason: string },
  ): Promise<void>;
  /** Those whose last day is that one or a later one. */
  revokeExceptions(id: ConnectionId, from: CivilDate): Promise<void>;

  /** Undefined when nobody has the customer at that moment. */
  workLock(customer: CustomerId, atMs: number): Promise<WorkLock | undefined>;
  lockWork(customer: CustomerId, untilMs: number): Promise<void>;
  releaseWork(customer: CustomerId): Promise<void>;

  /** Only of the operator who acts: nobody sees another's half-filled form. */
  draft(id: string): Promise<Draft | undefined>;
  /** False when that id is taken already. */
  createDraft(draft: Omit<Draft, "revision">): Promise<boolean>;
  saveDraft(draft: Draft): Promise<void>;
  dropDraft(id: string): Promise<void>;
}
