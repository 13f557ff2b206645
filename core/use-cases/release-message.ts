import type { CivilDate } from "../calendar.ts";
import type { UnsentReason } from "../identity/events.ts";
import type { OutgoingMessage } from "../identity/ports.ts";
import { type InvoiceId, SYSTEM_OPERATOR } from "../ids.ts";
import { instantOf, localMoment, timeZoneOf } from "../law/local-moment.ts";
import type { Fact, From, Refused } from "../law/verdict.ts";
import type { Customer, Ports, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result } from "../result.ts";
import { checkContact } from "./check-contact.ts";
import { loadInvoices } from "./load-invoices.ts";
import { record } from "./record.ts";
import { sendOtherwise } from "./send-otherwise.ts";

/** What may be done about a message whose turn has come. */
export type Release =
  | {
      readonly answer: "send";
      readonly subject: string | null;
      readonly body: string;
      readonly copies: readonly string[];
      /** Of an e-mail: they go along as documents. */
      readonly invoices: readonly InvoiceId[];
      /** Addresses of its channel that are good now; of the app they are chats. */
      readonly to: readonly string[];
    }
  /** Not before: the law's hours, or as many contacts as there may be. */
  | { readonly answer: "later"; readonly atMs: number }
  | { readonly answer: "dropped"; readonly why: UnsentReason }
  /** It was dealt with before. */
  | { readonly answer: "done" };

export type MessageTurn = {
  readonly message: number;
  readonly now: number;
  readonly today: CivilDate;
};

/** Looks at the debt, the address and the law once more before a message leaves; what may not leave is dropped and says so. */
export const releaseMessage = (ports: Ports, turn: MessageTurn): Promise<Release> =>
  run<Release>(ports, { name: "message release", turn }, async (unit) => {
    const message = await unit.outgoingMessage(turn.message);
    // One that failed comes back only when an operator wants it tried again.
    if (message === undefined || !["queued", "failed"].includes(message.status)) {
      return { answer: "done" };
    }
    const release = await judge(unit, message, turn);
    if (release.answer === "dropped") {
      await finish(unit, message, { outcome: "dropped", why: release.why, atMs: turn.now });
    }
    return release;
  });

export type MessageEnd = "sent" | { readonly failed: UnsentReason };

/** Keeps what became of a message, with the account's history. */
export const finishMessage = (
  ports: Ports,
  turn: MessageTurn & { readonly end: MessageEnd },
): Promise<void> =>
  run(ports, { name: "message finish", turn }, async (unit) => {
    const message = await unit.outgoingMessage(turn.message);
    if (message === undefined || message.status === "sent") return;
    const atMs = turn.now;
    if (turn.end !== "sent") {
      await finish(unit, message, { outcome: "failed", why: turn.end.failed, atMs });
      const isUnread = message.channel === "app" && turn.end.failed === "blocked";
      return isUnread ? sendOtherwise(unit, message, atMs) : undefined;
    }
    const { message: id, customer, channel } = message;
    await unit.finishMessage(id, { status: "sent", atMs });
    await record(unit, [{ kind: "message_sent", customer, data: { message: id, channel } }]);
  });

async function judge(
  unit: Unit,
  message: OutgoingMessage,
  { now, today }: MessageTurn,
): Promise<Release> {
  const customer = await unit.lockCustomer(message.customer);
  if (customer === undefined) return { answer: "dropped", why: "no address" };
  const invoices = await loadInvoices(unit, customer.id, message.invoices);
  const isGone = !invoices.ok || invoices.value.some(({ state }) => state !== "open");
  if (isGone) return { answer: "dropped", why: "paid" };
  const timeZone = timeZoneOf(customer.state);
  const { channel } = message;
  const reach = await unit.reach(customer.id);
  const forbidden = await checkContact(unit, {
    customer,
    channel,
    reach,
    identified: true,
    invoices: invoices.value,
    today,
    now,
    countedOn: localMoment(message.queuedAtMs, timeZone).date,
  });
  if (forbidden !== undefined) return forbiddenBy(forbidden, customer);
  const to = channel === "app" ? reach.chats : message.recipients;
  const { subject, body, copies } = message;
  return to.length === 0
    ? { answer: "dropped", why: "no address" }
    : { answer: "send", subject, body, copies, to, invoices: message.invoices };
}

function forbiddenBy(refusal: Refusal, { state }: Customer): Release {
  if (refusal.code !== "law_forbids_contact") return { answer: "dropped", why: "law" };
  const { verdict } = refusal;
  return verdict.answer === "from"
    ? { answer: "later", atMs: opensAt(verdict, timeZoneOf(state)) }
    : { answer: "dropped", why: reasonOf(verdict) };
}

const opensAt = ({ date, time = "08:00" }: From, timeZone: string): number =>
  instantOf({ date, time }, timeZone);

const reasonOf = ({ fact }: Refused): UnsentReason => REASONS[fact.code] ?? "law";

const REASONS: { readonly [Code in Fact["code"]]?: UnsentReason } = {
  debt_paid: "paid",
  dispute_open: "disputed",
  dispute_not_answered_in_time: "disputed",
  dispute_upheld: "disputed",
  opted_out: "opted out",
  not_the_customer: "not the customer",
};

type End = {
  readonly outcome: "failed" | "dropped";
  readonly why: UnsentReason;
  readonly atMs: number;
};

async function finish(
  unit: Unit,
  { message, customer, channel }: OutgoingMessage,
  { outcome, why, atMs }: End,
): Promise<void> {
  await unit.finishMessage(message, { status: outcome, atMs });
  await record(unit, [
    { kind: "message_not_sent", customer, data: { message, channel, outcome, why } },
  ]);
}

type Run = { readonly name: string; readonly turn: MessageTurn };

/** On behalf of nobody: who wrote the message has gone home. */
async function run<Value>(
  ports: Ports,
  { name, turn: { today } }: Run,
  work: (unit: Unit) => Promise<Value>,
): Promise<Value> {
  const meta = { command: name, actor: SYSTEM_OPERATOR, today, fingerprint: "" };
  const result: Result<Value, Refusal> = await ports.transact(meta, async (unit) =>
    accept(await work(unit)),
  );
  if (!result.ok) throw new Error(`${name} was refused: ${result.refusal.code}`);
  return result.value;
}
