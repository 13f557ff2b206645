import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceId, OperatorId } from "#core/ids.ts";
import type { Page } from "../page.ts";
import { newestFirst, type TabReader } from "./tab.ts";

export type Contact = {
  readonly id: number;
  readonly direction: "active" | "reactive";
  readonly medium: string;
  readonly answeredBy: string | null;
  readonly category: string | null;
  readonly subject: string;
  readonly body: string;
  readonly recordedBy: OperatorId;
  readonly recordedAt: Date;
};

/** Tab 4. */
export const readContacts: TabReader<Page<Contact>> = (sql, request) =>
  newestFirst(
    "contacts",
    request,
    (before, limit) => sql<Contact[]>`
      select id, direction, medium, answered_by as "answeredBy", category, subject, body,
        recorded_by as "recordedBy", recorded_at as "recordedAt"
      from contact where customer_id = ${request.customer} and id < ${before}
      order by id desc limit ${limit}`,
  );

export type Attachment = {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly uploadedBy: OperatorId;
  readonly uploadedAt: Date;
};

/** Tab 5, without the deleted ones. */
export const readAttachments: TabReader<Page<Attachment>> = (sql, request) =>
  newestFirst(
    "attachments",
    request,
    (before, limit) => sql<Attachment[]>`
      select id, name, description, media_type as "mediaType", size_bytes as "sizeBytes", sha256,
        uploaded_by as "uploadedBy", uploaded_at as "uploadedAt"
      from attachment where customer_id = ${request.customer} and deleted_at is null and id < ${before}
      order by id desc limit ${limit}`,
  );

export type Message = {
  readonly id: number;
  readonly channel: "email" | "sms" | "app";
  readonly recipients: readonly string[];
  readonly copies: readonly string[];
  readonly subject: string | null;
  readonly body: string;
  readonly note: string | null;
  readonly segments: number | null;
  readonly invoices: readonly InvoiceId[];
  readonly status: "queued" | "sent" | "delivered" | "failed" | "dropped";
  readonly sentBy: OperatorId;
  readonly queuedAt: Date;
  readonly finishedAt: Date | null;
};

const messages =
  (scope: string, channels: readonly Message["channel"][]): TabReader<Page<Message>> =>
  (sql, request) =>
    newestFirst(
      scope,
      request,
      (before, limit) => sql<Message[]>`
        select id, channel, recipients, copies, subject, body, note, segments, invoices, status,
          sent_by as "sentBy", queued_at as "queuedAt", finished_at as "finishedAt"
        from message where customer_id = ${request.customer} and channel = any(${[...channels]}) and id < ${before}
        order by id desc limit ${limit}`,
    );

/** Tab 6. */
export const readEmails = messages("emails", ["email"]);
/** Tab 7. */
export const readMessages = messages("messages", ["sms", "app"]);

export type Task = {
  readonly id: number;
  readonly title: string;
  readonly dueOn: CivilDate;
  readonly dueTime: string | null;
  readonly assignee: OperatorId;
  readonly body: string | null;
  readonly status: "open" | "done" | "cancelled";
  readonly createdBy: OperatorId;
  readonly createdAt: Date;
  readonly closedBy: OperatorId | null;
  readonly closedAt: Date | null;
  readonly closingNote: string | null;
};

/** Tab 8. */
export const readTasks: TabReader<Page<Task>> = (sql, request) =>
  newestFirst(
    "tasks",
    request,
    (before, limit) => sql<Task[]>`
      select id, title, due_on as "dueOn", due_time as "dueTime", assignee, body, status, created_by as "createdBy",
        created_at as "createdAt", closed_by as "closedBy", closed_at as "closedAt", closing_note as "closingNote"
      from task where customer_id = ${request.customer} and id < ${before}
      order by id desc limit ${limit}`,
  );
