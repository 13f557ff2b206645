import { addDays, type CivilDate } from "#core/calendar.ts";
import type { Sql } from "#db/client.ts";
import type { Fragment } from "../fragment.ts";
import { searchPatterns } from "../search-patterns.ts";
import type { PanelDefinition } from "./definitions.ts";
import type { PanelQuery } from "./panel.ts";

/** Conditions only for what was asked, for each combination its own text: a plan for all of them would fit none. */
export function filtersOf(sql: Sql, panel: PanelDefinition, query: PanelQuery): Fragment {
  const { city, operator, amountFrom, amountTo, today } = query;
  const due = sql(`p.${panel.due}`);
  const dueBy = (days: number | undefined): CivilDate | undefined =>
    days === undefined ? undefined : addDays(today, -Math.max(-CENTURY, Math.min(CENTURY, days)));
  const dueTo = dueBy(query.daysOverdueFrom);
  const dueFrom = dueBy(query.daysOverdueTo);
  const conditions = [
    city === undefined ? undefined : sql`and p.city = ${city}`,
    operator === undefined ? undefined : sql`and p.operator_id = ${operator}`,
    dueFrom === undefined ? undefined : sql`and ${due} >= ${dueFrom}`,
    dueTo === undefined ? undefined : sql`and ${due} <= ${dueTo}`,
    amountFrom === undefined ? undefined : sql`and p.amount_cents >= ${amountFrom}`,
    amountTo === undefined ? undefined : sql`and p.amount_cents <= ${amountTo}`,
    searchFilter(sql, panel, query.search?.trim() ?? ""),
  ];
  return conditions
    .filter((condition) => condition !== undefined)
    .reduce<Fragment>((all, condition) => sql`${all} ${condition}`, sql``);
}

/** In days: no debt is older, and what is typed beyond it would leave the calendar. */
const CENTURY = 36_500;

/** From the customers and invoices that are meant to the panel, never along the panel. */
function searchFilter(
  sql: Sql,
  { table, subject }: PanelDefinition,
  term: string,
): Fragment | undefined {
  if (term === "") return undefined;
  const { whole, parts } = searchPatterns(term);
  const column = sql(subject === "customer_id" ? "customer_id" : "id");
  return sql`and ${sql(`p.${subject}`)} in (
    select ${sql(`m.${subject}`)} from customer u join ${sql(table)} m on m.customer_id = u.id
    where u.search like fold(${parts[0]}) or u.search like fold(${parts[1]})
    union all
    select ${column} from invoice where id = ${whole}
    union all
    select ${column} from invoice where number = ${whole})`;
}
