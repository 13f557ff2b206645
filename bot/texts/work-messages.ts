import type { WorkEvent } from "#core/work/events.ts";
import type { WorkRefusal } from "#core/work/refusals.ts";
import type { Args } from "./catalogue.ts";
import { verdictSentence } from "./law-messages.ts";
import { maskNumbers, quoted } from "./masking.ts";
import { type ArgsOf, type Words, word } from "./words.ts";

const ofDay = (
  r: { readonly field: string; readonly got: string; readonly today: string },
  w: Words,
): Args => ({ field: word(w, "field", r.field), got: r.got, today: r.today });

const MEGABYTE = 1024 * 1024;

/** The values in the sentences of what the commands behind the account's tabs may be refused for. */
export const WORK_ARGS: ArgsOf<WorkRefusal> = {
  confirmation_missing: () => ({}),
  email_invalid: (r, w) => ({ field: word(w, "field", r.field), got: quoted(r.got) }),
  mobile_invalid: (r) => ({ got: quoted(r.got) }),
  recipient_missing: (r, w) => ({ channel: word(w, "message-channel", r.channel) }),
  recipients_too_many: (r, w) => ({ count: w.number(r.count), max: w.number(r.max) }),
  sms_too_long: (r, w) => ({ segments: w.number(r.segments), max: w.number(r.max) }),
  law_forbids_contact: (r, w) => ({ verdict: verdictSentence(r.verdict, w) }),
  task_unknown: (r) => ({ task: `${r.task}` }),
  task_not_open: (r, w) => ({ task: `${r.task}`, status: word(w, "task-status", r.status) }),
  time_of_day_invalid: (r) => ({ got: quoted(r.got) }),
  finished_in_the_future: () => ({}),
  operator_not_active: (r) => ({ got: quoted(r.got) }),
  dispute_already_open: (r, w) => ({ invoice: r.invoice, openedOn: w.date(r.openedOn) }),
  dispute_unknown: (r) => ({ dispute: `${r.dispute}` }),
  dispute_already_answered: (r, w) => ({
    dispute: `${r.dispute}`,
    answeredOn: w.date(r.answeredOn),
  }),
  dispute_of_promise: (r) => ({ invoice: r.invoice, agreement: `${r.agreement}` }),
  invoice_not_disputable: (r, w) => ({
    invoice: r.invoice,
    state: word(w, "invoice-state", r.state),
  }),
  attachment_empty: () => ({}),
  attachment_too_large: (r, w) => ({ max: w.number(r.maxBytes / MEGABYTE) }),
  attachment_type_refused: (r, w) => ({
    got: r.got === null ? w.say("attachment-type-none") : quoted(r.got),
    known: w.choice(r.known),
  }),
  attachment_unknown: (r) => ({ attachment: `${r.attachment}` }),
  connection_does_not_fit: (r, w) => ({
    connection: r.connection,
    change: word(w, "connection-change", r.change),
    status: word(w, "connection-status", r.status),
    wanted:
      r.wanted === null
        ? ""
        : ` ${w.say("connection-wanted-too", { wanted: word(w, "connection-wanted", r.wanted) })}`,
  }),
  connection_not_excepted: (r) => ({ connection: quoted(r.connection) }),
  connection_excepted: (r, w) => ({ connection: r.connection, until: w.date(r.until) }),
  contract_unknown: (r) => ({ contract: quoted(r.contract) }),
  connection_unknown: (r) => ({ connection: quoted(r.connection) }),
  law_forbids_block: (r, w) => ({
    connection: r.connection,
    verdict: verdictSentence(r.verdict, w),
  }),
  day_in_the_past: (r, w) => ofDay({ ...r, got: w.date(r.got), today: w.date(r.today) }, w),
  day_in_the_future: (r, w) => ofDay({ ...r, got: w.date(r.got), today: w.date(r.today) }, w),
  day_too_far: (r, w) => ({
    field: word(w, "field", r.field),
    got: w.date(r.got),
    latest: w.date(r.latest),
  }),
  answer_before_dispute: (r, w) => ({ got: w.date(r.got), openedOn: w.date(r.openedOn) }),
  invoice_of_billing: (r) => ({ invoice: r.invoice }),
  nothing_changed: () => ({}),
  customer_worked_by: (r) => ({
    customer: maskNumbers(r.customer),
    operator: r.operator,
    minutes: r.minutes,
  }),
  minutes_out_of_bounds: (r, w) => ({ got: `${r.got}`, max: w.number(r.max) }),
  draft_unknown: () => ({}),
  draft_overtaken: () => ({}),
};

type WorkEventArgs = {
  readonly [Kind in WorkEvent["kind"]]: (
    event: Extract<WorkEvent, { readonly kind: Kind }>,
    words: Words,
  ) => Args;
};

const ofTask = ({ title, assignee }: { title: string; assignee: string }): Args => ({
  title,
  assignee,
});

/** The values in the sentences of what people did in an account. */
export const WORK_EVENTS: WorkEventArgs = {
  contact_recorded: ({ data }, w) => ({
    direction: word(w, "contact-direction", data.direction),
    medium: word(w, "contact-medium", data.medium),
    subject: data.subject,
    outcome: data.outcome === null ? "" : ` (${word(w, "contact-outcome", data.outcome)})`,
  }),
  attachment_added: ({ data }) => ({ name: data.name }),
  attachment_described: ({ data }) => ({ name: data.name }),
  attachment_deleted: ({ data }) => ({ name: data.name }),
  message_queued: ({ data }, w) => ({
    message: `${data.message}`,
    channel: word(w, "message-channel", data.channel),
    recipients: data.recipients,
    vouched: data.vouched ? ` ${w.say("message-vouched")}` : "",
  }),
  task_created: ({ data }, w) => ({ ...ofTask(data), dueOn: w.date(data.dueOn) }),
  task_changed: ({ data }, w) => ({ ...ofTask(data), dueOn: w.date(data.dueOn) }),
  task_cancelled: ({ data }) => ({ title: data.title, reason: data.reason }),
  task_completed: ({ data }) => ({
    title: data.title,
    finishedBy: data.finishedBy,
    notes: data.notes === null ? "" : ` ${data.notes}`,
  }),
  invoice_edited: ({ invoice, agreement, data }, w) => ({
    invoice,
    agreement: `${agreement}`,
    description: data.description,
    dueDate: w.date(data.dueDate),
    previous: w.date(data.previousDueDate),
  }),
  invoice_cancelled: ({ invoice, data }, w) => ({
    invoice,
    amount: w.money(data.amountCents),
    dispute: `${data.dispute}`,
  }),
  dispute_opened: ({ invoice, data }, w) => ({
    invoice,
    openedOn: w.date(data.openedOn),
    reason: data.reason,
  }),
  dispute_answered: ({ invoice, data }, w) => ({
    invoice,
    answeredOn: w.date(data.answeredOn),
    answer: w.say(data.upheld ? "dispute-upheld" : "dispute-not-upheld"),
    note: data.note === null ? "" : ` ${data.note}`,
  }),
  notice_recorded: ({ data }, w) => ({
    notice: word(w, "notice", data.notice),
    channel: data.channel,
    deliveredOn: w.date(data.deliveredOn),
  }),
  connection_change_requested: ({ data }, w) => ({
    connection: data.connection,
    wanted: word(w, "connection-wanted", data.wanted),
    reason: data.reason,
  }),
  connection_exception_granted: ({ data }, w) => ({
    connection: data.connection,
    until: w.date(data.until),
    reason: data.reason,
  }),
  connection_exception_revoked: ({ data }, w) => ({
    connection: data.connection,
    until: w.date(data.until),
    reason: data.reason,
  }),
};
