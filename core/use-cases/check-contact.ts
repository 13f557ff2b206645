import { addDays, type CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import { legalGate } from "../law/gate.ts";
import { localMoment, timeZoneOf } from "../law/local-moment.ts";
import type { Customer, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { type MessageChannel, standingMark } from "../work/contact-records.ts";
import type { Reach } from "../work-ports.ts";
import { lawOn } from "./law-on.ts";
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
  /** It was counted when it was written, on that day of the customer's: once is enough. */
  readonly countedOn?: CivilDate | undefined;
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
  const law = await lawOn(unit, today);
  const since = addDays(moment.date, 1 - law.pack.rules.contactCaps.value.weekDays);
  const mark = standingMark(reach.marks, channel);
  const verdict = legalGate(
    {
      act: "contact",
      now: moment,
      facts: {
        startedBy: "provider",
        to: "customer",
        identified: intended.identified,
        mentionsDebt: true,
        debts: intended.invoices.map((invoice) => debtOf(invoice, law.settings.localHolidays)),
        optedOut: mark === "opted out" || (channel === "app" && hasLeft(reach)),
        notTheCustomer: mark === "wrong person",
        state: customer.state,
        earlier: withoutOne(
          await unit.earlierContacts(customer.id, { timeZone, since }),
          intended.countedOn,
        ),
      },
    },
    law,
  );
  return verdict.answer === "allowed"
    ? undefined
    : { code: "law_forbids_contact", customer: customer.id, verdict };
}

function withoutOne(days: readonly CivilDate[], day: CivilDate | undefined): readonly CivilDate[] {
  const index = day === undefined ? -1 : days.indexOf(day);
  return index < 0 ? days : days.toSpliced(index, 1);
}

/** Linked once, and every chat said stop. */
const hasLeft = ({ chats, optedOutChats }: Reach): boolean =>
  chats.length === 0 && optedOutChats > 0;
