import { addDays, type CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import { mayContact } from "../law/contact.ts";
import { localMoment, timeZoneOf } from "../law/local-moment.ts";
import { packFor } from "../law/rule-pack.ts";
import { lawSettings } from "../law/settings.ts";
import type { Customer, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { type MessageChannel, standingMark } from "../work/contact-records.ts";
import type { Reach } from "../work-ports.ts";
import { debtOf } from "./load-invoices.ts";

export type IntendedContact = {
  readonly customer: Customer;
  readonly channel: MessageChannel;
  readonly reach: Reach;
  /** Every address is the customer's own: of the record, or the operator says so. */
  readonly identified: boolean;
  readonly invoices: readonly Invoice[];
  readonly today: CivilDate;
  readonly now: number;
};

/**
 * The law's word on a message that the provider begins, by the customer's clock. Written by hand about what the customer asked,
 * it is a contact all the same. Whatever a collector writes counts as naming the debt.
 */
export async function checkContact(
  unit: Unit,
  intended: IntendedContact,
): Promise<Refusal | undefined> {
  const { customer, channel, reach, now, today } = intended;
  const timeZone = timeZoneOf(customer.state);
  const moment = localMoment(now, timeZone);
  const pack = packFor(today);
  const since = addDays(moment.date, 1 - pack.rules.contactCaps.value.weekDays);
  const mark = standingMark(reach.marks, channel);
  const verdict = mayContact(
    {
      startedBy: "provider",
      to: "customer",
      identified: intended.identified,
      mentionsDebt: true,
      debts: intended.invoices.map(debtOf),
      optedOut: mark === "opted out" || (channel === "app" && hasLeft(reach)),
      notTheCustomer: mark === "wrong person",
      state: customer.state,
      earlier: await unit.earlierContacts(customer.id, { timeZone, since }),
    },
    moment,
    { settings: lawSettings(await unit.settings()), pack },
  );
  return verdict.answer === "allowed"
    ? undefined
    : { code: "law_forbids_contact", customer: customer.id, verdict };
}

/** Linked once, and every chat said stop. */
const hasLeft = ({ chats, optedOutChats }: Reach): boolean =>
  chats.length === 0 && optedOutChats > 0;
