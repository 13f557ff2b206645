import { breaksAfter } from "#core/agreement/breaking.ts";
import { firstBusinessDayOnOrAfter, type LocalHolidays } from "#core/business-days.ts";
import { addDays, type CivilDate } from "#core/calendar.ts";
import type { Flow, FlowFigures, ManagerFigures, Measured } from "#core/digest/manager-digest.ts";
import { FLOWS } from "#core/digest/manager-digest.ts";
import { type DigestPeriod, earlierPeriod } from "#core/digest/period.ts";
import { type Cents, cents } from "#core/money.ts";
import type { Sql } from "#db/client.ts";
import { readRemovalFigures } from "./read-removals.ts";

export type ManagerFiguresAsked = {
  readonly day: CivilDate;
  readonly period: DigestPeriod;
  readonly holidays: LocalHolidays;
};

/** The definitions stand beside the names, in core/digest/manager-digest.ts. */
export async function readManagerFigures(
  sql: Sql,
  { day, period, holidays }: ManagerFiguresAsked,
): Promise<ManagerFigures> {
  const dayBefore = earlierPeriod(period, 1);
  const weekBefore = earlierPeriod(period, 7);
  const all = { from: weekBefore.from, to: period.to };
  const [happened, received, promises, removals] = await Promise.all([
    readEvents(sql, all),
    readReceived(sql, all),
    readEndedPromises(sql, all, holidays),
    readRemovalFigures(sql, day),
  ]);
  const days = [...happened, ...received, ...promises];
  return {
    current: figuresOf(days, period),
    dayBefore: figuresOf(days, dayBefore),
    weekBefore: figuresOf(days, weekBefore),
    removals,
  };
}

type OfDay = Measured & { readonly day: CivilDate; readonly flow: Flow };

function figuresOf(days: readonly OfDay[], { from, to }: DigestPeriod): FlowFigures {
  const within = days.filter(({ day }) => day >= from && day <= to);
  const measured = (flow: Flow): Measured => {
    const own = within.filter((one) => one.flow === flow);
    return {
      count: own.reduce((sum, { count }) => sum + count, 0),
      amountCents: cents(own.reduce((sum, { amountCents }) => sum + amountCents, 0)),
    };
  };
  return Object.fromEntries(FLOWS.map((flow) => [flow, measured(flow)])) as FlowFigures;
}

/** The days of the events lie together on the disk: the index of blocks by day finds them. */
const readEvents = (sql: Sql, { from, to }: DigestPeriod): Promise<readonly OfDay[]> => sql<
  OfDay[]
>`
  select on_date as day, case kind when 'agreement_made' then 'agreements' when 'invoice_settled' then 'settled'
      else 'contacts' end as flow,
    count(*) as count,
    coalesce(sum(coalesce((data ->> 'totalCents')::bigint, (data ->> 'amountCents')::bigint)), 0)::bigint
      as "amountCents"
  from event
  where on_date between ${from} and ${to}
    and kind in ('agreement_made', 'invoice_settled', 'contact_recorded', 'message_queued')
  group by 1, 2`;

/**
 * Money that moves between a customer's own invoices is not received, nor is what others pay their current bills with. What
 * a bank takes back is taken off on the day on which it says so.
 */
const readReceived = (sql: Sql, { from, to }: DigestPeriod): Promise<readonly OfDay[]> => sql<
  OfDay[]
>`
  select p.paid_at as day, 'received' as flow, count(*) filter (where p.reverses is null) as count,
    sum(p.amount_cents)::bigint as "amountCents"
  from payment p
  where p.paid_at between ${from} and ${to} and p.source <> 'credit'
    and (exists (select from collection c where c.invoice_id = p.invoice_id)
      or exists (select from event e where e.invoice_id = p.invoice_id and e.kind = 'invoice_released'
        and e.data ->> 'reason' = 'paid'))
  group by 1`;

type Ended = {
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly toleranceDate: CivilDate;
  readonly lastDay: CivilDate | null;
  readonly settledOn: CivilDate | null;
};

/** A weekend with its holidays is never longer. */
const LONGEST_REST_DAYS = 7;

/** What is settled has its last day no more, so it is found from its dates as when the agreement was made. */
async function readEndedPromises(
  sql: Sql,
  { from, to }: DigestPeriod,
  holidays: LocalHolidays,
): Promise<readonly OfDay[]> {
  const rows = await sql<Ended[]>`
    select c.amount_cents as "amountCents", c.due_date as "dueDate", c.tolerance_date as "toleranceDate",
      c.breaks_after as "lastDay", c.settled_on as "settledOn"
    from collection c
    where c.stage = 'in agreement' and c.breaks_after between ${from} and ${to}
    union all
    select c.amount_cents, c.due_date, a.tolerance_date, null, c.settled_on
    from collection c join agreement a on a.number = c.agreement
    where c.stage = 'settled' and c.settled_on > ${from}
      and greatest(c.due_date, a.tolerance_date) between ${addDays(from, -LONGEST_REST_DAYS)} and ${to}`;
  const firstBusinessDay = (day: CivilDate) => firstBusinessDayOnOrAfter(day, holidays);
  return rows.flatMap(({ amountCents, dueDate, toleranceDate, lastDay, settledOn }) => {
    const day = lastDay ?? breaksAfter(toleranceDate, dueDate, firstBusinessDay);
    const isKept = settledOn !== null && settledOn <= day;
    return isKept ? [] : [{ day, flow: "broken" as const, count: 1, amountCents }];
  });
}
