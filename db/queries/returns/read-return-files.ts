import type { Result } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import type { Place, Sort } from "../keyset.ts";
import { type Page, type PageRefusal, type PageRequest, type Placed, readPage } from "../page.ts";
import type { ReturnFileRow } from "./return-rows.ts";

const NEWEST_FIRST: Sort = {
  column: "id",
  kind: "number",
  id: { column: "id", kind: "number" },
  direction: "descending",
};

/** The files that were read, the newest first. */
export const readReturnFiles = (
  sql: Sql,
  request: PageRequest,
): Promise<Result<Page<ReturnFileRow>, PageRefusal>> =>
  readPage<ReturnFileRow>(
    { ...request, scope: "return-files", sort: NEWEST_FIRST },
    (place, limit) => select(sql, { place, limit }),
  );

export async function readReturnFile(sql: Sql, file: number): Promise<ReturnFileRow | undefined> {
  const [found] = await sql<ReturnFileRow[]>`
    ${rows(sql)} from return_file f ${sums(sql)} where f.id = ${file}`;
  return found;
}

const select = async (
  sql: Sql,
  { place, limit }: { readonly place: Place; readonly limit: number },
): Promise<Placed<ReturnFileRow>[]> =>
  await sql<Placed<ReturnFileRow>[]>`
    ${rows(sql)}, f.id as "sortKey", f.id as "sortId"
    from return_file f ${sums(sql)}
    where f.id < ${place.id} order by f.id desc limit ${limit}`;

const rows = (sql: Sql) => sql`
  select f.id as file, f.name, f.bank, f.layout, f.file_date as "fileDate", f.read_on as "readOn",
    f.read_by as "readBy", f.finished_at is not null as finished, f.titles, f.damaged_lines as "damagedLines",
    s.settled, s.reversed, s.ignored, s.left_over as unmatched, s.received as "receivedCents",
    s.applied as "onInvoicesCents", s.charges as "chargesCents", s.paid - s.applied as "creditCents",
    s.left_over_cents as "leftOverCents", s.dismissed as "dismissedCents", s.repeated as "repeatedCents",
    s.fees as "feesCents"`;

/** A payment stands on one title only, so that each is counted once. */
const sums = (sql: Sql) => sql`
  cross join lateral (
    select count(*) filter (where t.outcome in ('settled', 'partial'))::int as settled,
      count(*) filter (where t.outcome = 'reversed')::int as reversed,
      count(*) filter (where t.left_over)::int as left_over,
      count(*) filter (where not t.left_over and t.outcome not in ('settled', 'partial', 'reversed'))::int as ignored,
      coalesce(sum(t.gross_cents), 0)::bigint as received,
      coalesce(sum(p.amount_cents), 0)::bigint as paid,
      coalesce(sum(p.applied_cents), 0)::bigint as applied,
      coalesce(sum(t.charges_cents), 0)::bigint as charges,
      coalesce(sum(t.gross_cents) filter (where t.left_over), 0)::bigint as left_over_cents,
      coalesce(sum(t.gross_cents) filter (where t.outcome = 'dismissed'), 0)::bigint as dismissed,
      coalesce(sum(t.gross_cents) filter (where t.outcome = 'duplicate'), 0)::bigint as repeated,
      coalesce(sum(t.fee_cents), 0)::bigint as fees
    from return_title t left join payment p on p.id = t.payment
    where t.file = f.id) s`;
