import { eq, sql } from "drizzle-orm";
import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId } from "#core/ids.ts";
import type { ContactMark } from "#core/work/contact-records.ts";
import type { Reach, WorkUnit } from "#core/work-ports.ts";
import { contact, message } from "../schema/account-work.ts";
import { customer } from "../schema/customer.ts";
import { telegramChat } from "../schema/record.ts";
import { rowsOf, type Scope } from "./scope.ts";
import { numberOf } from "./work-rows.ts";

type Methods = Pick<WorkUnit, "reach" | "earlierContacts" | "recordContact" | "queueMessage">;

/** Tabs 4, 6 and 7: what was said to the customer, and where it can be said. */
export function workContactMethods(scope: Scope): Methods {
  const { tx, actor } = scope;
  return {
    reach: (id) => loadReach(scope, id),
    earlierContacts: (id, span) => earlierContacts(scope, id, span),
    async recordContact({ customer: customerId, atMs, ...rest }) {
      const recordedAt = new Date(atMs);
      return numberOf(
        await tx
          .insert(contact)
          .values({ ...rest, customerId, recordedBy: actor.id, recordedAt })
          .returning({ id: contact.id }),
      );
    },
    async queueMessage({ customer: customerId, atMs, recipients, copies, invoices, ...rest }) {
      return numberOf(
        await tx
          .insert(message)
          .values({
            ...rest,
            customerId,
            recipients: [...recipients],
            copies: [...copies],
            invoices: [...invoices],
            sentBy: actor.id,
            queuedAt: new Date(atMs),
          })
          .returning({ id: message.id }),
      );
    },
  };
}

async function loadReach({ tx }: Scope, id: CustomerId): Promise<Reach> {
  const [found] = await tx
    .select({ email: customer.email, mobile: customer.mobile })
    .from(customer)
    .where(eq(customer.id, id));
  const chats = await tx.select().from(telegramChat).where(eq(telegramChat.customerId, id));
  const stayed = chats.filter(
    ({ optedOutAt, blockedAt }) => optedOutAt === null && blockedAt === null,
  );
  return {
    email: found?.email ?? null,
    mobile: found?.mobile ?? null,
    chats: stayed.map(({ chatId }) => String(chatId)),
    optedOutChats: chats.length - stayed.length,
    marks: await loadMarks(tx, id),
  };
}

/** An outcome stands in the event that told it, and nowhere else: what was once said of a number is never edited away. */
const loadMarks = (tx: Scope["tx"], id: CustomerId): Promise<ContactMark[]> =>
  rowsOf<ContactMark>(
    tx,
    sql`
    select data->>'medium' as medium, data->>'outcome' as outcome from event
    where customer_id = ${id} and kind = 'contact_recorded' and data->>'outcome' is not null
    order by id`,
  );

async function earlierContacts(
  { tx }: Scope,
  id: CustomerId,
  { timeZone, since }: Parameters<WorkUnit["earlierContacts"]>[1],
): Promise<CivilDate[]> {
  const rows = await rowsOf<{ day: CivilDate }>(
    tx,
    sql`
    select day from (
      select (queued_at at time zone ${timeZone})::date as day from message
      where customer_id = ${id} and status not in ('failed', 'dropped')
      union all
      select (recorded_at at time zone ${timeZone})::date from contact
      where customer_id = ${id} and direction = 'active'
    ) made
    where day >= ${since}::date order by day`,
  );
  return rows.map(({ day }) => day);
}
