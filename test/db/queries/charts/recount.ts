import { addDays, type CivilDate, daysBetween } from "#core/calendar.ts";
import type { ChartName } from "#core/charts.ts";
import type { Sql } from "#db/client.ts";

type Figure = { key: string; series: string; count: number; amountCents: number };
export type Period = {
  readonly today: CivilDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
};

/**
 * The numbers of a chart counted straight from what they are about: from the tables of contacts, messages, agreements and records
 * wherever those hold them, else from the events one by one.
 */
export const RECOUNTS: {
  readonly [Name in ChartName]: (sql: Sql, period: Period) => Promise<readonly Figure[]>;
} = {
  interactions: (sql, { from, to }) => sql<Figure[]>`
    select substr(e.on_date::text, 1, 7) as key, 'contact' as series, count(c.id) as count, 0 as "amountCents"
    from contact c join event e on e.kind = 'contact_recorded' and (e.data->>'contact')::bigint = c.id
    where e.on_date >= ${from} and e.on_date <= ${to} group by 1
    union all
    select substr(e.on_date::text, 1, 7), m.channel, count(m.id), 0
    from message m join event e on e.kind = 'message_queued' and (e.data->>'message')::bigint = m.id
    where e.on_date >= ${from} and e.on_date <= ${to} group by 1, 2`,
  "agreements-by-city": (sql, { from, to }) => sql<Figure[]>`
    select coalesce(u.city, '') as key, 'agreements' as series, count(*) as count, sum(a.total_cents)::bigint as "amountCents"
    from customer u, agreement a
    where u.id = a.customer_id and exists (select from agreement_invoice m where m.agreement = a.number and not m.held)
      and (select e.on_date from event e where e.agreement = a.number and e.kind = 'agreement_made') between ${from} and ${to}
    group by 1 order by 3 desc, 4 desc, 1 limit 20`,
  outcome: (sql, { today, from, to }) => sql<Figure[]>`
    select substr(a.made_on::text, 1, 7) as key, f.series, count(*) as count, sum(f.cents)::bigint as "amountCents"
    from agreement a, lateral (
      select 'settled' as series, (e.data->>'amountCents')::bigint as cents
      from event e where e.agreement = a.number and e.kind = 'invoice_settled'
      union all
      select case when exists (
          select from agreement_invoice m where m.agreement = a.number and m.invoice_id = c.invoice_id and m.live
            and greatest(a.tolerance_date, c.breaks_after) < ${today}) then 'broken' else 'pending' end, i.amount_cents - i.paid_cents
      from collection c, invoice i where c.agreement = a.number and c.stage = 'in agreement' and i.id = c.invoice_id) f
    where a.made_on >= ${from} and a.made_on <= ${to} group by 1, 2`,
  "overdue-to-30": (sql, period) => overdue(sql, period, 1, 30),
  "overdue-over-30": (sql, period) => overdue(sql, period, 31, 100_000),
  "settled-by-operator": (sql, { from, to }) => sql<Figure[]>`
    select (select a.made_by from agreement a where a.number = e.agreement) as key, 'settled' as series, count(*) as count,
      sum((e.data->>'amountCents')::bigint)::bigint as "amountCents"
    from event e where e.kind = 'invoice_settled' and not (e.on_date < ${from} or e.on_date > ${to}) group by 1`,
  spc: (sql, { from, to }) => sql<Figure[]>`
    select substr(day::text, 1, 7) as key, series, count(*) as count, sum(cents)::bigint as "amountCents"
    from (
      select registered_on as day, 'registered' as series, amount_cents as cents from spc_record
      union all
      select removed_on, 'removed', 0 from spc_record where removed_on is not null) r
    where day >= ${from} and day <= ${to} group by 1, 2`,
  "events-by-operator": (sql, { from, to }) => sql<Figure[]>`
    select actor as key, case when kind ~ '^(contact_recorded|message_queued)$' then 'interactions' else 'events' end as series,
      count(*) as count, 0 as "amountCents"
    from event where customer_id is not null and actor != 'system' and on_date >= ${from} and on_date <= ${to} group by 1, 2`,
  "recovery-by-step": (sql, { from, to }) =>
    sql<Figure[]>`
    select coalesce((
        select max(lpad((s.day + 1000)::text, 5, '0') || s.day || ' ' || s.action) from ladder_step s
        where s.ladder_id = first.ladder_id and first.due_date + s.day <= a.made_on), '     none') as key,
      'recovered' as series, count(*) as count, sum(c.amount_cents)::bigint as "amountCents"
    from collection c join agreement a on a.number = c.agreement join (
      select distinct on (m.agreement) m.agreement, m.due_date, i.ladder_id
      from agreement_invoice m join invoice i on i.id = m.invoice_id where m.is_source
      order by m.agreement, m.due_date, m.invoice_id) first on first.agreement = a.number
    where c.stage = 'settled' and c.settled_on >= ${from} and c.settled_on <= ${to}
    group by 1`.then((rows) => rows.map((row) => ({ ...row, key: row.key.slice(5) }))),
  "roll-rates": rollRates,
  "promises-by-discount": async (sql, { today, from, to }) => {
    const promises = await sql<
      { base: number; discount: number; status: string; broken: boolean; total: number }[]
    >`
      select a.base_cents as base, a.total_cents as total, a.status,
        coalesce((select sum(-l.amount_cents) from agreement_line l where l.agreement = a.number and l.term like 'discount%'), 0)::bigint
          as discount,
        exists (select from collection c where c.agreement = a.number and c.stage = 'in agreement' and c.breaks_after < ${today})
          as broken
      from agreement a
      where a.made_on >= ${from} and a.made_on <= ${to}
        and exists (select from event e where e.agreement = a.number and e.kind = 'agreement_made')`;
    return summed(
      promises.map(({ base, discount, status, broken, total }) => ({
        key: bandOf(discount / base),
        series:
          status === "fulfilled"
            ? "kept"
            : status !== "live"
              ? "undone"
              : broken
                ? "broken"
                : "open",
        count: 1,
        amountCents: total,
      })),
    );
  },
  "legal-risk": async (sql, { today }) => {
    const records = await sql<
      { settled: boolean; by: CivilDate; expires: CivilDate; cents: number }[]
    >`
      select settled_on is not null as settled, remove_by as by, expires_on as expires, amount_cents as cents
      from spc_record where removed_on is null`;
    return summed(
      records.flatMap(({ settled, by, expires, cents }) => {
        const ahead = daysBetween(today, settled ? by : expires);
        if (!settled && ahead > 30) return [];
        const key = !settled
          ? "five-years"
          : ahead < 0
            ? "late"
            : ahead === 0
              ? "today"
              : ahead <= 7
                ? "week"
                : "later";
        return [{ key, series: "removal", count: 1, amountCents: cents }];
      }),
    );
  },
  forecast: (sql, { today }) => sql<Figure[]>`
    select i.due_date as key, 'agreed' as series, count(*) as count, sum(i.amount_cents - i.paid_cents)::bigint as "amountCents"
    from agreement_invoice m join invoice i on i.id = m.invoice_id
    where m.live and m.is_awaited and i.state = 'open' and i.due_date - ${today}::date between 0 and 29 group by 1`,
};

const overdue = (sql: Sql, { today }: Period, least: number, most: number) => sql<Figure[]>`
  select a.made_by as key, 'overdue' as series, count(*) as count, sum(i.amount_cents - i.paid_cents)::bigint as "amountCents"
  from agreement a join agreement_invoice m on m.agreement = a.number and m.live and m.is_awaited
  join invoice i on i.id = m.invoice_id and i.state = 'open' join collection c on c.invoice_id = i.id
  where ${today}::date - c.breaks_after between ${least}::int and ${most}::int group by 1`;

const bandOf = (share: number): string =>
  share === 0
    ? "0"
    : (["5", "10", "20", "30"].find((band) => share <= Number(band) / 100) ?? "over");

function summed(figures: readonly Figure[]): Figure[] {
  return [...Map.groupBy(figures, ({ key, series }) => `${key} ${series}`).values()].map(
    (same) => ({
      ...(same[0] as Figure),
      count: same.length,
      amountCents: same.reduce((sum, { amountCents }) => sum + amountCents, 0),
    }),
  );
}

/** Each debt's life is followed event by event. */
async function rollRates(sql: Sql, { from, to }: Period): Promise<Figure[]> {
  const events = await sql<{ invoice: string; kind: string; on: CivilDate; data: Told }[]>`
    select invoice_id as invoice, kind, on_date as on, data from event where invoice_id is not null order by id`;
  const figures: Figure[] = [];
  for (const life of Map.groupBy(events, ({ invoice }) => invoice).values()) {
    for (const stay of staysOf(life)) {
      for (const [i, last] of LASTS.entries()) {
        const rolls = addDays(stay.due, last + 1);
        const left = stay.left ?? Number.POSITIVE_INFINITY;
        const isIn = stay.came <= last && left > (LASTS[i - 1] ?? Number.NEGATIVE_INFINITY);
        if (rolls < from || rolls > to || !isIn) continue;
        const figure = { key: String(last), count: 1, amountCents: stay.cents };
        figures.push({ ...figure, series: "reached" });
        if (left > last) figures.push({ ...figure, series: "rolled" });
      }
    }
  }
  return summed(figures);
}

const LASTS = [30, 60, 90, 180];
/** What the events of a debt's life tell. */
// biome-ignore lint/suspicious/noExplicitAny: each kind tells other things
type Told = any;
type Stay = { due: CivilDate; came: number; cents: number; left?: number };

function staysOf(life: readonly { kind: string; on: CivilDate; data: Told }[]): Stay[] {
  const stays: Stay[] = [];
  let due: CivilDate | undefined;
  let open: Stay | undefined;
  for (const { kind, on, data } of life) {
    if (kind === "invoice_created") due = data.dueDate;
    if (kind === "invoice_classified") due = addDays(on, -data.daysOverdue);
    if (due === undefined) continue;
    const late = daysBetween(due, on);
    if (kind === "invoice_classified" || (kind === "invoice_restored" && !data.settled)) {
      open = { due, came: late, cents: data.amountCents - (data.creditedCents ?? 0) };
      stays.push(open);
    } else if (
      /^invoice_(released|entered_agreement|cancelled)$/.test(kind) &&
      open !== undefined
    ) {
      open.left = late;
      open = undefined;
    }
  }
  return stays;
}
