import { addDays, type CivilDate } from "#core/calendar.ts";
import type { RemovalFigures } from "#core/digest/manager-digest.ts";
import type { DigestRemoval, Listed } from "#core/digest/operator-digest.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";
import type { Fragment } from "../fragment.ts";

/** Records whose five years end within so many days are told before, as the chart of the legal risk does. */
const EXPIRING_DAYS = 30;

/**
 * Records that must go: their invoice, or the first instalment of the agreement that replaced it, is paid, or their five
 * years end. Through the indexes of critiques and of live records by age.
 */
const due = (sql: Sql, day: CivilDate): Fragment => sql`(
  select r.id, r.customer_id, r.invoice_id, r.operator_id, r.amount_cents, least(r.remove_by, r.expires_on) as remove_by
  from spc_record r where r.removed_on is null and r.settled_on is not null
  union all
  select r.id, r.customer_id, r.invoice_id, r.operator_id, r.amount_cents, r.expires_on
  from spc_record r
  where r.removed_on is null and r.settled_on is null and r.expires_on <= ${addDays(day, EXPIRING_DAYS)})`;

/** Of an operator's customers and of nobody's: a deadline of the law has no owner to wait for. */
export async function readOperatorRemovals(
  sql: Sql,
  { operator, day }: { readonly operator: OperatorId; readonly day: CivilDate },
  limit: number,
): Promise<Listed<DigestRemoval>> {
  const rows = await sql<(DigestRemoval & { total: number; sum: number })[]>`
    select d.customer_id as customer, u.name, d.invoice_id as invoice, i.number, d.amount_cents as "amountCents",
      d.remove_by as "removeBy", count(*) over () as total, (sum(d.amount_cents) over ())::bigint as sum
    from ${due(sql, day)} d
    join customer u on u.id = d.customer_id
    left join invoice i on i.id = d.invoice_id
    where d.operator_id = ${operator} or d.operator_id is null
    order by d.remove_by, d.id limit ${limit}`;
  return listed(rows);
}

export async function readRemovalFigures(sql: Sql, day: CivilDate): Promise<RemovalFigures> {
  const [found] = await sql<[RemovalFigures]>`
    select count(*) as count, coalesce(sum(d.amount_cents), 0)::bigint as "amountCents",
      count(*) filter (where d.remove_by < ${day}) as late, 
      min(d.remove_by) filter (where d.remove_by >= ${day}) as "nextBy"
    from ${due(sql, day)} d`;
  return { ...found };
}

/** From rows that each carry how many there are and what all of them sum up to. */
export function listed<Row>(
  rows: readonly (Row & { readonly total: number; readonly sum: number })[],
): Listed<Row> {
  const { total, sum } = rows[0] ?? { total: 0, sum: 0 };
  return {
    total,
    amountCents: sum as Listed<Row>["amountCents"],
    first: rows.map(({ total: _, sum: __, ...row }) => row as unknown as Row),
  };
}
