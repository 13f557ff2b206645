import { createHash, randomBytes } from "node:crypto";
import type { CivilDate } from "#core/calendar.ts";
import { type CustomerId, SYSTEM_OPERATOR } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { Ports } from "#core/ports.ts";
import { linkCustomer } from "#core/use-cases/link-customer.ts";
import type { Sql } from "#db/client.ts";
import type { Person } from "#test/emulators/telegram/person.ts";
import type { TelegramEmulator } from "#test/emulators/telegram/start.ts";

/** One of the provider's customers, whose phone can be looked at. */
export type Holder = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly owedCents: Cents;
  readonly overdue: number;
};

export type Phone = { readonly holder: Holder; readonly person: Person };

/** The customers' phones, each with the bot on it. */
export type Phones = {
  readonly telegram: TelegramEmulator;
  /** By words of the name, or by id or tax id; those with a chat first, then who owes most. */
  find(words: string): Promise<readonly Phone[]>;
  /** Throws when there is no such customer. */
  of(customer: string): Promise<Phone>;
  /** A new one-time link to the record, as an operator makes it. */
  link(customer: string): Promise<string>;
};

export type PhonesOptions = {
  readonly telegram: TelegramEmulator;
  readonly sql: Sql;
  readonly ports: Ports;
  readonly today: () => CivilDate;
};

/** Chats that the database remembers from an earlier run are there again, without what was said. */
export async function openPhones({ telegram, sql, ports, today }: PhonesOptions): Promise<Phones> {
  const personOf = ({ customer, name, mobile }: Found): Person =>
    telegram.person({
      id: accountId(customer),
      firstName: name.split(" ")[0] ?? name,
      languageCode: "pt-br",
      phone: (mobile ?? madeUpMobile(customer)).replace("+", ""),
    });
  const known = await readChats(sql);
  for (const { hasBlocked, ...found } of known) personOf(found).hadChat({ hasBlocked });
  const phoneOf = (found: FoundHolder): Phone => ({
    holder: holderOf(found),
    person: personOf(found),
  });
  const linked = async (): Promise<readonly CustomerId[]> =>
    (await readChats(sql)).map(({ customer }) => customer);

  return {
    telegram,
    find: async (words) => (await search(sql, words, await linked(), today())).map(phoneOf),
    async of(customer) {
      const [found] = await read(sql, customer, today());
      if (found === undefined) throw new Error(`nobody here is ${customer}`);
      return phoneOf(found);
    },
    async link(customer) {
      const token = randomBytes(TOKEN_BYTES).toString("base64url");
      const tokenSha256 = createHash("sha256").update(token).digest("hex");
      const input = { customer: customer as CustomerId, tokenSha256 };
      const made = await linkCustomer(ports, { input, actor: SYSTEM_OPERATOR, today: today() });
      if (!made.ok) throw new Error(made.refusal.code);
      return `https://t.me/${telegram.bot.username}?start=${token}`;
    },
  };
}

const TOKEN_BYTES = 32;
const MOST = 40;

type Found = Pick<Holder, "customer" | "name"> & { readonly mobile: string | null };
type FoundHolder = Found & Holder;

const holderOf = ({ customer, name, owedCents, overdue }: FoundHolder): Holder => ({
  customer,
  name,
  owedCents,
  overdue,
});

/** The same at every start; Telegram's ids have at most 52 bits. */
const accountId = (customer: string): number =>
  createHash("sha256").update(customer).digest().readUIntBE(0, 6);

const madeUpMobile = (customer: string): string =>
  `+55819${String(accountId(customer) % 100_000_000).padStart(8, "0")}`;

const readChats = (sql: Sql) => sql<(Found & { readonly hasBlocked: boolean })[]>`
  select c.id as customer, c.name, c.mobile, bool_or(t.blocked_at is not null) as "hasBlocked"
  from telegram_chat t join customer c on c.id = t.customer_id group by c.id`;

const holders = (sql: Sql, today: CivilDate) => sql`
  select c.id as customer, c.name, c.mobile, owing.*
  from customer c cross join lateral (
    select coalesce(sum(amount_cents - paid_cents), 0)::int as "owedCents", count(*)::int as overdue
    from invoice i where i.customer_id = c.id and i.state = 'open' and i.due_date < ${today}) owing`;

const search = (sql: Sql, words: string, linked: readonly string[], today: CivilDate) =>
  sql<FoundHolder[]>`
    ${holders(sql, today)}
    where (${words.trim()} = '' or c.search like '%' || fold(${words.trim()}) || '%')
    order by c.id = any(${linked as string[]}) desc, "owedCents" desc, c.id limit ${MOST}`;

const read = (sql: Sql, customer: string, today: CivilDate) =>
  sql<FoundHolder[]>`${holders(sql, today)} where c.id = ${customer}`;
