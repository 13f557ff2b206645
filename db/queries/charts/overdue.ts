import type { ChartPoint } from "#core/charts.ts";
import type { Sql } from "#db/client.ts";
import type { Fragment } from "../fragment.ts";
import { whereOf } from "./collection-filter.ts";
import type { ChartReader } from "./definition.ts";

const DAYS = 30;

/**
 * Unpaid invoices of agreements that are broken today since 1 to 30 days, with their balance, by the operator who made the
 * agreement. Days count from the last day on which the promise could be kept: the later one of the tolerance date and the
 * first business day on or after the due date (core/agreement/breaking.ts), as in panel 6.
 */
export const readOverdueTo30: ChartReader = (sql, asked) =>
  readOverdue(
    sql,
    asked,
    sql`between ${asked.today}::date - ${DAYS}::int and ${asked.today}::date - 1`,
  );

/** The same, broken since more than 30 days. */
export const readOverdueOver30: ChartReader = (sql, asked) =>
  readOverdue(sql, asked, sql`< ${asked.today}::date - ${DAYS}::int`);

const readOverdue = (sql: Sql, { only }: Parameters<ChartReader>[1], lastDay: Fragment) =>
  sql<ChartPoint[]>`
    select coalesce(c.operator_id, '') as key, o.name, 'overdue' as series, count(*) as count,
      sum(c.amount_cents)::bigint as "amountCents"
    from collection c left join operator o on o.id = c.operator_id
    where c.stage = 'in agreement' and c.breaks_after ${lastDay} ${whereOf(sql, only)}
    group by 1, 2
    order by sum(c.amount_cents) desc, 1`;
