import type { OutgoingMessage } from "../identity/ports.ts";
import { isMobile, type Phone, parsePhone } from "../phone.ts";
import type { Unit } from "../ports.ts";
import { standingMark } from "../work/contact-records.ts";
import { parseEmail } from "../work/email-address.ts";
import { MAX_SMS_SEGMENTS } from "../work/limits.ts";
import { smsSize, toGsm7 } from "../work/sms-segments.ts";
import type { Reach } from "../work-ports.ts";
import { queueOutgoing } from "./queue-outgoing.ts";

type Otherwise =
  | {
      readonly channel: "sms";
      readonly to: Phone;
      readonly body: string;
      readonly segments: number;
    }
  | {
      readonly channel: "email";
      readonly to: string;
      readonly body: string;
      readonly segments: null;
    };

/**
 * A message that the app can bring to nobody takes the next channel of the customer's record: a text message, which is read
 * soonest, or an e-mail. What the law says of it is asked when its turn comes.
 */
export async function sendOtherwise(
  unit: Unit,
  { customer, body, invoices }: OutgoingMessage,
  atMs: number,
): Promise<void> {
  const next = otherwise(await unit.reach(customer), body);
  if (next === undefined) return;
  const { channel, to, segments } = next;
  await queueOutgoing(
    unit,
    {
      ...{ customer, channel, recipients: [to], copies: [], subject: null, note: null },
      ...{ body: next.body, segments, invoices, atMs },
    },
    false,
  );
}

function otherwise({ mobile, email, marks }: Reach, written: string): Otherwise | undefined {
  const phone = mobile === null ? undefined : parsePhone(mobile);
  if (phone !== undefined && isMobile(phone) && standingMark(marks, "sms") === undefined) {
    const body = toGsm7(written);
    const { segments } = smsSize(body);
    if (segments <= MAX_SMS_SEGMENTS) return { channel: "sms", to: phone, body, segments };
  }
  const address = email === null ? undefined : parseEmail(email);
  if (address === undefined || standingMark(marks, "email") !== undefined) return undefined;
  return { channel: "email", to: address, body: written, segments: null };
}
