import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

export type ReceiptCard = {
  readonly receipt: number;
  readonly status: "open" | "confirmed" | "refused";
  readonly chat: number;
  readonly sentAt: Date;
  readonly customer: CustomerId;
  readonly name: string;
  readonly attachment: number;
  readonly fileName: string;
  readonly mediaType: string;
  /** Of the bytes, in hex: the file store's key. */
  readonly sha256: string;
  readonly task: number;
  readonly assignee: OperatorId;
  /** The Slack user of the assignee. */
  readonly assigneeSlackUser: string | null;
  readonly heldUntil: CivilDate;
  readonly answeredBy: OperatorId | null;
  readonly note: string | null;
};

export async function readReceipt(sql: Sql, receipt: number): Promise<ReceiptCard | undefined> {
  const [found] = await sql<ReceiptCard[]>`
    select r.id as receipt, r.status, r.chat_id as chat, r.sent_at as "sentAt", u.id as customer, u.name,
      r.attachment_id as attachment, a.name as "fileName", a.media_type as "mediaType", a.sha256,
      r.task_id as task, t.assignee, o.slack_user_id as "assigneeSlackUser", h.until as "heldUntil",
      r.answered_by as "answeredBy", r.note
    from receipt r join customer u on u.id = r.customer_id join attachment a on a.id = r.attachment_id
    join task t on t.id = r.task_id join ladder_hold h on h.id = r.hold_id
    left join operator o on o.id = t.assignee
    where r.id = ${receipt}`;
  return found && { ...found };
}
