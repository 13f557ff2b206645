import type { CustomerId, InvoiceId } from "../ids.ts";
import { isMobile, type Phone, parsePhone } from "../phone.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { manyLines, orNull } from "../work/clean-text.ts";
import { MAX_BODY, MAX_NOTE, MAX_RECIPIENTS, MAX_SMS_SEGMENTS } from "../work/limits.ts";
import { smsSize, toGsm7 } from "../work/sms-segments.ts";
import type { Reach } from "../work-ports.ts";
import { checkContact } from "./check-contact.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { checkText } from "./check-text.ts";
import { lockedCustomer } from "./command.ts";
import { loadConcerned, type Queued, queueOutgoing } from "./queue-outgoing.ts";
import { timedCommand } from "./timed-command.ts";

type Channel =
  | {
      readonly channel: "sms";
      /** Without any: the customer's mobile. */
      readonly to?: readonly string[] | undefined;
      /** The operator says that numbers outside the record are the customer's own. */
      readonly numbersAreTheirs?: boolean | undefined;
      /** As typed, though it takes more segments; otherwise accents that GSM-7 lacks are left out. */
      readonly keepAccents?: boolean | undefined;
    }
  /** To the customer's linked chats. */
  | { readonly channel: "app" };

export type QueueMessage = Channel & {
  readonly customer: CustomerId;
  readonly text: string;
  readonly note?: string | undefined;
  /** What it is about. */
  readonly invoices?: readonly InvoiceId[] | undefined;
};

/** Writes a text message, by SMS or in the app; it leaves after the transaction, once the debt was looked at again. */
export const queueMessage = timedCommand<QueueMessage, Queued>(
  "message send",
  "message.send",
  async (unit, { input, today }) => {
    const customer = await lockedCustomer(unit, input.customer);
    if (!customer.ok) return customer;
    const text = readText(input);
    if (!text.ok) return text;
    const note = orNull(input.note, manyLines);
    const unfit = checkOptionalText("note", note, MAX_NOTE);
    if (unfit !== undefined) return refuse(unfit);
    const reach = await unit.reach(input.customer);
    const recipients = readRecipients(input, reach);
    if (!recipients.ok) return recipients;
    const invoices = await loadConcerned(unit, input.customer, input.invoices ?? []);
    if (!invoices.ok) return invoices;
    const { to, known } = recipients.value;
    const vouched = !known && input.channel === "sms" && input.numbersAreTheirs === true;
    const forbidden = await checkContact(unit, {
      customer: customer.value,
      channel: input.channel,
      reach,
      identified: known || vouched,
      invoices: invoices.value,
      today,
      now: input.now,
    });
    if (forbidden !== undefined) return refuse(forbidden);
    if (to.length === 0) return refuse({ code: "recipient_missing", channel: input.channel });
    const message = {
      customer: input.customer,
      channel: input.channel,
      recipients: to,
      copies: [],
      subject: null,
      ...text.value,
      note,
      invoices: invoices.value.map(({ id }) => id),
      atMs: input.now,
    };
    return accept(await queueOutgoing(unit, message, vouched));
  },
);

type Text = { readonly body: string; readonly segments: number | null };

function readText(input: Pick<QueueMessage, "text"> & Channel): Result<Text, Refusal> {
  const typed = manyLines(input.text);
  const body = input.channel === "sms" && input.keepAccents !== true ? toGsm7(typed) : typed;
  const unfit = checkText("body", body, MAX_BODY);
  if (unfit !== undefined) return refuse(unfit);
  if (input.channel === "app") return accept({ body, segments: null });
  const { segments } = smsSize(body);
  return segments > MAX_SMS_SEGMENTS
    ? refuse({ code: "sms_too_long", segments, max: MAX_SMS_SEGMENTS })
    : accept({ body, segments });
}

type Recipients = { readonly to: readonly string[]; readonly known: boolean };

function readRecipients(input: Channel, { mobile, chats }: Reach): Result<Recipients, Refusal> {
  if (input.channel === "app") return accept({ to: chats, known: true });
  const own = mobile === null ? undefined : parsePhone(mobile);
  const asked = input.to ?? [];
  const numbers = readMobiles(asked.length === 0 && own !== undefined ? [own] : asked);
  if (!numbers.ok) return numbers;
  const to = numbers.value;
  if (to.length > MAX_RECIPIENTS) {
    return refuse({ code: "recipients_too_many", count: to.length, max: MAX_RECIPIENTS });
  }
  return accept({ to, known: to.every((number) => number === own) });
}

function readMobiles(texts: readonly string[]): Result<readonly Phone[], Refusal> {
  const numbers = new Set<Phone>();
  for (const got of texts) {
    const phone = parsePhone(got);
    if (phone === undefined || !isMobile(phone)) return refuse({ code: "mobile_invalid", got });
    numbers.add(phone);
  }
  return accept([...numbers]);
}
