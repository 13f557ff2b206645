import type { Result } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import type { Place, Sort } from "../keyset.ts";
import { type Page, type PageRefusal, type PageRequest, type Placed, readPage } from "../page.ts";
import type { ReturnTitleRow } from "./return-rows.ts";

const BY_LINE: Sort = {
  column: "line",
  kind: "number",
  id: { column: "line", kind: "number" },
  direction: "ascending",
};
const OLDEST_FIRST: Sort = { ...BY_LINE, column: "id", id: { column: "id", kind: "number" } };

/** One file's titles in the order of its lines. */
export const readReturnTitles = (
  sql: Sql,
  file: number,
  request: PageRequest,
): Promise<Result<Page<ReturnTitleRow>, PageRefusal>> =>
  readPage<ReturnTitleRow>(
    { ...request, scope: `return-titles-${file}`, sort: BY_LINE },
    (place, limit) => byLine(sql, file, { place, limit }),
  );

/** Money of all files that waits for an operator, the oldest first. */
export const readLeftOver = (
  sql: Sql,
  request: PageRequest,
): Promise<Result<Page<ReturnTitleRow>, PageRefusal>> =>
  readPage<ReturnTitleRow>({ ...request, scope: "left-over", sort: OLDEST_FIRST }, (place, limit) =>
    leftOver(sql, { place, limit }),
  );

export async function readReturnTitle(
  sql: Sql,
  title: number,
): Promise<ReturnTitleRow | undefined> {
  const [found] = await sql<ReturnTitleRow[]>`${rows(sql)} ${joined(sql)} where t.id = ${title}`;
  return found;
}

type Chosen = { readonly place: Place; readonly limit: number };

const byLine = async (
  sql: Sql,
  file: number,
  { place, limit }: Chosen,
): Promise<Placed<ReturnTitleRow>[]> =>
  await sql<Placed<ReturnTitleRow>[]>`
    ${rows(sql)}, t.line as "sortKey", t.line as "sortId" ${joined(sql)}
    where t.file = ${file} and t.line > ${place.id} order by t.line limit ${limit}`;

const leftOver = async (sql: Sql, { place, limit }: Chosen): Promise<Placed<ReturnTitleRow>[]> =>
  await sql<Placed<ReturnTitleRow>[]>`
    ${rows(sql)}, t.id as "sortKey", t.id as "sortId" ${joined(sql)}
    where t.left_over and t.id > ${place.id} order by t.id limit ${limit}`;

const rows = (sql: Sql) => sql`
  select t.id as title, t.file, t.line, f.bank, t.our_number as "ourNumber", t.document_number as "documentNumber",
    t.code, t.kind, t.title_cents as "amountCents", t.gross_cents as "paidCents", t.charges_cents as "chargesCents",
    t.fee_cents as "feeCents", t.paid_on as "paidOn", t.credit_date as "creditDate", t.outcome,
    coalesce(t.invoice_id, first.invoice_id) as invoice, u.id as customer, u.name as "customerName", t.assigned_by as "assignedBy", t.note`;

const joined = (sql: Sql) => sql`
  from return_title t join return_file f on f.id = t.file
  left join return_title first on t.outcome = 'duplicate' and first.event = t.event and first.outcome <> 'duplicate'
  left join customer u on u.id = coalesce(t.customer_id, first.customer_id)`;
