import { date } from "#core/calendar.ts";
import type {
  AgreementNumber,
  ConnectionId,
  ContractId,
  CustomerId,
  InvoiceId,
  OperatorId,
} from "#core/ids.ts";
import { NOTICE_KINDS } from "#core/law/rules.ts";
import { refused } from "#core/law/verdict.ts";
import { cents } from "#core/money.ts";
import { CONNECTION_CHANGES } from "#core/work/connection.ts";
import { CONTACT_MEDIA, CONTACT_OUTCOMES } from "#core/work/contact-records.ts";
import type { WorkEvent } from "#core/work/events.ts";
import type { WorkRefusal } from "#core/work/refusals.ts";

const invoice = "F1" as InvoiceId;
const customer = "C1" as CustomerId;
const agreement = 7 as AgreementNumber;
const operator = "ana" as OperatorId;
const connection = "N1" as ConnectionId;
const contract = "K1" as ContractId;
const day = date("2026-11-24");
const today = date("2026-11-25");
const verdict = refused("HOURS", { code: "opted_out" });

type WithCode<Value, Code> = Value extends { readonly code: infer Codes }
  ? Code extends Codes
    ? Value
    : never
  : never;

/** Each refusal of the commands behind the account's tabs, and each variant that has words of its own. */
export const WORK_REFUSALS: {
  readonly [Code in WorkRefusal["code"]]: readonly WithCode<WorkRefusal, Code>[];
} = {
  confirmation_missing: [{ code: "confirmation_missing" }],
  email_invalid: (["to", "cc"] as const).map((field) => ({
    code: "email_invalid",
    field,
    got: "ana@",
  })),
  mobile_invalid: [{ code: "mobile_invalid", got: "123" }],
  recipient_missing: (["email", "sms", "app"] as const).map((channel) => ({
    code: "recipient_missing",
    channel,
  })),
  recipients_too_many: [{ code: "recipients_too_many", count: 21, max: 20 }],
  sms_too_long: [{ code: "sms_too_long", segments: 12, max: 10 }],
  law_forbids_contact: [{ code: "law_forbids_contact", customer, verdict }],
  task_unknown: [{ code: "task_unknown", task: 3 }],
  task_not_open: ["done", "cancelled"].map((status) => ({
    code: "task_not_open",
    task: 3,
    status,
  })),
  time_of_day_invalid: [{ code: "time_of_day_invalid", got: "25:00" }],
  finished_in_the_future: [{ code: "finished_in_the_future" }],
  operator_not_active: [{ code: "operator_not_active", got: operator }],
  dispute_already_open: [{ code: "dispute_already_open", invoice, openedOn: day }],
  dispute_unknown: [{ code: "dispute_unknown", dispute: 2 }],
  dispute_already_answered: [{ code: "dispute_already_answered", dispute: 2, answeredOn: day }],
  dispute_of_promise: [{ code: "dispute_of_promise", invoice, agreement }],
  invoice_not_disputable: ["deleted", "suspended"].map((state) => ({
    code: "invoice_not_disputable",
    invoice,
    state,
  })),
  attachment_empty: [{ code: "attachment_empty" }],
  attachment_too_large: [{ code: "attachment_too_large", maxBytes: 10_485_760 }],
  attachment_type_refused: [null, "application/zip"].map((got) => ({
    code: "attachment_type_refused",
    got,
    known: ["pdf", "jpg"],
  })),
  attachment_unknown: [{ code: "attachment_unknown", attachment: 4 }],
  connection_does_not_fit: CONNECTION_CHANGES.flatMap((change) =>
    ([null, "normal", "blocked", "disconnected"] as const).flatMap((wanted) =>
      (["normal", "reduced", "blocked"] as const).map((status) => ({
        code: "connection_does_not_fit" as const,
        connection,
        change,
        status,
        wanted,
      })),
    ),
  ),
  connection_not_excepted: [{ code: "connection_not_excepted", connection }],
  connection_excepted: [{ code: "connection_excepted", connection, until: day }],
  contract_unknown: [{ code: "contract_unknown", contract }],
  connection_unknown: [{ code: "connection_unknown", connection }],
  law_forbids_block: [{ code: "law_forbids_block", connection, verdict }],
  day_in_the_past: ["due", "dueOn", "until"].map((field) => ({
    code: "day_in_the_past",
    field,
    got: day,
    today,
  })),
  day_in_the_future: ["openedOn", "answeredOn", "deliveredOn"].map((field) => ({
    code: "day_in_the_future",
    field,
    got: today,
    today: day,
  })),
  day_too_far: [{ code: "day_too_far", field: "until", got: today, latest: day }],
  answer_before_dispute: [{ code: "answer_before_dispute", got: day, openedOn: today }],
  invoice_of_billing: [{ code: "invoice_of_billing", invoice }],
  nothing_changed: [{ code: "nothing_changed" }],
  customer_worked_by: [1, 12].map((minutes) => ({
    code: "customer_worked_by",
    customer,
    operator,
    minutes,
  })),
  minutes_out_of_bounds: [{ code: "minutes_out_of_bounds", got: 0, max: 120 }],
  draft_unknown: [{ code: "draft_unknown", draft: "d1" }],
  draft_overtaken: [{ code: "draft_overtaken", draft: "d1", revision: 3, got: 2 }],
};

const ofTask = { task: 3, title: "Ligar", assignee: operator, dueOn: day };
const file = { attachment: 4, name: "contrato.pdf" };

export const WORK_EVENTS: {
  readonly [Kind in WorkEvent["kind"]]: readonly Extract<WorkEvent, { readonly kind: Kind }>[];
} = {
  contact_recorded: CONTACT_MEDIA.flatMap((medium) =>
    [null, ...CONTACT_OUTCOMES].flatMap((outcome) =>
      (["active", "reactive"] as const).map((direction) => ({
        kind: "contact_recorded" as const,
        customer,
        data: { contact: 1, direction, medium, subject: "Fatura", outcome },
      })),
    ),
  ),
  attachment_added: [{ kind: "attachment_added", customer, data: { ...file, sizeBytes: 1_000 } }],
  attachment_described: [{ kind: "attachment_described", customer, data: file }],
  attachment_deleted: [{ kind: "attachment_deleted", customer, data: file }],
  message_queued: (["email", "sms", "app"] as const).flatMap((channel) =>
    [1, 2].map((recipients) => ({
      kind: "message_queued" as const,
      customer,
      data: { message: 5, channel, recipients, vouched: recipients > 1, invoices: [invoice] },
    })),
  ),
  task_created: [{ kind: "task_created", customer, data: ofTask }],
  task_changed: [{ kind: "task_changed", customer, data: ofTask }],
  task_cancelled: [
    { kind: "task_cancelled", customer, data: { task: 3, title: "Ligar", reason: "pagou" } },
  ],
  task_completed: ["feito", null].map((notes) => ({
    kind: "task_completed",
    customer,
    data: { task: 3, title: "Ligar", finishedBy: operator, notes },
  })),
  invoice_edited: [
    {
      kind: "invoice_edited",
      customer,
      invoice,
      agreement,
      data: { dueDate: today, previousDueDate: day, description: "Acordo" },
    },
  ],
  invoice_cancelled: [
    {
      kind: "invoice_cancelled",
      customer,
      invoice,
      data: { dispute: 2, amountCents: cents(12_990), from: "in contact" },
    },
  ],
  dispute_opened: [
    {
      kind: "dispute_opened",
      customer,
      invoice,
      data: { dispute: 2, reason: "não usei", openedOn: day },
    },
  ],
  dispute_answered: [true, false].map((upheld) => ({
    kind: "dispute_answered",
    customer,
    invoice,
    data: { dispute: 2, upheld, answeredOn: day, note: upheld ? "conferido" : null },
  })),
  notice_recorded: NOTICE_KINDS.map((notice) => ({
    kind: "notice_recorded",
    customer,
    data: { notice, channel: "AR", deliveredOn: day, contract },
  })),
  connection_change_requested: (["normal", "blocked", "disconnected"] as const).map((wanted) => ({
    kind: "connection_change_requested",
    customer,
    data: { connection, wanted, reason: "pediu" },
  })),
  connection_exception_revoked: [
    {
      kind: "connection_exception_revoked",
      customer,
      data: { connection, until: day, reason: "alta" },
    },
  ],
  connection_exception_granted: [
    {
      kind: "connection_exception_granted",
      customer,
      data: { connection, until: day, reason: "hospital" },
    },
  ],
};
