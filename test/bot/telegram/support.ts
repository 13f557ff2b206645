import pino from "pino";
import { type Relay, relayOnce } from "#bot/scheduler/relay.ts";
import type { Senders } from "#bot/sending.ts";
import { createOutbox } from "#db/outbox.ts";
import type { Counter } from "#test/support/telegram-office.ts";

export const relayOf = (counter: Counter, more: Senders = {}): Relay => ({
  outbox: createOutbox(counter.database.sql),
  senders: { ...counter.face().senders, ...more },
  log: pino({ level: "silent" }),
  random: () => 0.5,
});

/** Everything that is due, as the relay of `serve` does it. */
export const relayAll = (counter: Counter, more?: Senders): Promise<number> =>
  relayOnce(relayOf(counter, more));

/** What the record says of a customer, as billing would have sent it. */
export async function reachableAt(
  { database: { sql } }: Counter,
  customer: string,
  {
    mobile = null,
    email = null,
    taxId,
  }: { mobile?: string; email?: string; taxId?: string } | Empty,
): Promise<void> {
  await sql`
    update customer set mobile = ${mobile}, email = ${email}, tax_id = coalesce(${taxId ?? null}, tax_id)
    where id = ${customer}`;
}
type Empty = { mobile?: null; email?: null; taxId?: string };

export type Told = { readonly kind: string; readonly actor: string; readonly data: unknown };

/** The events of a customer since the links were made. */
export const eventsOf = async (
  { database: { sql } }: Counter,
  customer: string,
): Promise<readonly Told[]> =>
  (
    await sql<Told[]>`
      select kind, actor, data from event
      where customer_id = ${customer} and kind <> 'telegram_link_made' order by id`
  ).map((row) => ({ ...row }));

export const kindsOf = async (counter: Counter, customer: string): Promise<readonly string[]> =>
  (await eventsOf(counter, customer)).map(({ kind }) => kind);

/** Whose chats are whose. */
export const chats = async ({ database: { sql } }: Counter) =>
  (
    await sql<{ chat: number; customer: string; by: string }[]>`
      select chat_id as chat, customer_id as customer, linked_by as by from telegram_chat order by linked_at, chat_id`
  ).map((row) => ({ ...row }));

export const tasks = async ({ database: { sql } }: Counter) =>
  (
    await sql<{ title: string; assignee: string }[]>`select title, assignee from task order by id`
  ).map((row) => ({ ...row }));
