import type { CustomerId, InvoiceId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { manyLines, oneLine } from "../work/clean-text.ts";
import { type EmailAddress, parseEmail } from "../work/email-address.ts";
import { MAX_BODY, MAX_RECIPIENTS, MAX_SUBJECT } from "../work/limits.ts";
import { checkContact } from "./check-contact.ts";
import { checkText } from "./check-text.ts";
import { lockedCustomer } from "./command.ts";
import { loadConcerned, type Queued, queueOutgoing } from "./queue-outgoing.ts";
import { record } from "./record.ts";
import { timedCommand } from "./timed-command.ts";

export type QueueEmail = {
  readonly customer: CustomerId;
  /** Without any: the customer's address. */
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  /** The operator says that addresses outside the record are the customer's own. */
  readonly addressesAreTheirs?: boolean | undefined;
  readonly subject: string;
  readonly body: string;
  readonly invoices?: readonly InvoiceId[] | undefined;
  /** Keeps subject and body as a template of that name. */
  readonly saveAs?: string | undefined;
  /** The person saw what leaves, and to whom. */
  readonly confirmed: boolean;
};

/** Writes an e-mail to the customer; it leaves after the transaction, once the debt was looked at again. */
export const queueEmail = timedCommand<QueueEmail, Queued>(
  "email send",
  "email.send",
  async (unit, { input, today }) => {
    const customer = await lockedCustomer(unit, input.customer);
    if (!customer.ok) return customer;
    if (!input.confirmed) return refuse({ code: "confirmation_missing" });
    const subject = oneLine(input.subject);
    const body = manyLines(input.body);
    const unfit = checkText("subject", subject, MAX_SUBJECT) ?? checkText("body", body, MAX_BODY);
    if (unfit !== undefined) return refuse(unfit);
    const reach = await unit.reach(input.customer);
    const addresses = readAddresses(input, reach.email);
    if (!addresses.ok) return addresses;
    const { to, cc, known } = addresses.value;
    const invoices = await loadConcerned(unit, input.customer, input.invoices ?? []);
    if (!invoices.ok) return invoices;
    const vouched = !known && input.addressesAreTheirs === true;
    const forbidden = await checkContact(unit, {
      customer: customer.value,
      channel: "email",
      reach,
      identified: known || vouched,
      invoices: invoices.value,
      today,
      now: input.now,
    });
    if (forbidden !== undefined) return refuse(forbidden);
    const unsaved = await saveAsTemplate(unit, { name: input.saveAs, subject, body });
    if (unsaved !== undefined) return refuse(unsaved);
    const message = {
      customer: input.customer,
      channel: "email" as const,
      recipients: to,
      copies: cc,
      subject,
      body,
      note: null,
      segments: null,
      invoices: invoices.value.map(({ id }) => id),
      atMs: input.now,
    };
    return accept(await queueOutgoing(unit, message, vouched));
  },
);

type Addresses = {
  readonly to: readonly EmailAddress[];
  readonly cc: readonly EmailAddress[];
  /** All of them are of the customer's record. */
  readonly known: boolean;
};

function readAddresses(
  { to = [], cc = [] }: Pick<QueueEmail, "to" | "cc">,
  recorded: string | null,
): Result<Addresses, Refusal> {
  const own = recorded === null ? undefined : parseEmail(recorded);
  const main = readList("to", to.length === 0 && own !== undefined ? [own] : to);
  if (!main.ok) return main;
  const copies = readList("cc", cc);
  if (!copies.ok) return copies;
  if (main.value.length === 0) return refuse({ code: "recipient_missing", channel: "email" });
  const others = copies.value.filter((address) => !main.value.includes(address));
  const all = [...main.value, ...others];
  if (all.length > MAX_RECIPIENTS) {
    return refuse({ code: "recipients_too_many", count: all.length, max: MAX_RECIPIENTS });
  }
  const known = all.every((address) => address.toLowerCase() === own?.toLowerCase());
  return accept({ to: main.value, cc: others, known });
}

function readList(
  field: "to" | "cc",
  texts: readonly string[],
): Result<readonly EmailAddress[], Refusal> {
  const addresses = new Set<EmailAddress>();
  for (const got of texts) {
    const address = parseEmail(got);
    if (address === undefined) return refuse({ code: "email_invalid", field, got });
    addresses.add(address);
  }
  return accept([...addresses]);
}

type Saved = {
  readonly name: string | undefined;
  readonly subject: string;
  readonly body: string;
};

async function saveAsTemplate(
  unit: Unit,
  { name: typed, subject, body }: Saved,
): Promise<Refusal | undefined> {
  if (typed === undefined) return undefined;
  const permission = "template.manage";
  const { permissions, role } = unit.actor;
  if (!permissions.has(permission)) return { code: "not_permitted", permission, role };
  const name = oneLine(typed);
  const refusal = checkText("name", name, 100);
  if (refusal !== undefined) return refusal;
  await unit.saveTemplate({ channel: "email", name, subject, body });
  await record(unit, [{ kind: "template_saved", data: { channel: "email", name } }]);
  return undefined;
}
