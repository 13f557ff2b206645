import type { CustomerId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { manyLines, oneLine, orNull } from "../work/clean-text.ts";
import type { ContactMedium, ContactOutcome } from "../work/contact-records.ts";
import { MAX_BODY, MAX_NAME, MAX_SUBJECT } from "../work/limits.ts";
import type { NewContact } from "../work-ports.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { checkText } from "./check-text.ts";
import { lockedCustomer } from "./command.ts";
import { record } from "./record.ts";
import { type Timed, timedCommand } from "./timed-command.ts";

export type RecordContact = {
  readonly customer: CustomerId;
  /** `active`: the provider began it, and it counts against the law's caps. */
  readonly direction: "active" | "reactive";
  readonly medium: ContactMedium;
  /** Who answered on the customer's side. */
  readonly answeredBy?: string | undefined;
  readonly category?: string | undefined;
  readonly subject: string;
  readonly body: string;
  readonly outcome?: ContactOutcome | undefined;
};
export type ContactRecorded = { readonly customer: CustomerId; readonly contact: number };

/** Notes a comment, or a contact that was made: it is past, so that nothing refuses it. */
export const recordContact = timedCommand<RecordContact, ContactRecorded>(
  "contact record",
  "comment.add",
  async (unit, { input }) => {
    const customer = await lockedCustomer(unit, input.customer);
    if (!customer.ok) return customer;
    const made = contactOf(input);
    const refusal =
      checkText("subject", made.subject, MAX_SUBJECT) ??
      checkText("body", made.body, MAX_BODY) ??
      checkOptionalText("answeredBy", made.answeredBy, MAX_NAME) ??
      checkOptionalText("category", made.category, MAX_NAME);
    if (refusal !== undefined) return refuse(refusal);

    const contact = await unit.recordContact(made);
    const { direction, medium, subject } = made;
    await record(unit, [
      {
        kind: "contact_recorded",
        customer: made.customer,
        data: { contact, direction, medium, subject, outcome: input.outcome ?? null },
      },
    ]);
    return accept({ customer: made.customer, contact });
  },
);

const contactOf = (input: Timed<RecordContact>): NewContact => ({
  customer: input.customer,
  direction: input.direction,
  medium: input.medium,
  answeredBy: orNull(input.answeredBy),
  category: orNull(input.category),
  subject: oneLine(input.subject),
  body: manyLines(input.body),
  atMs: input.now,
});
