import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId } from "#core/ids.ts";
import type { Result } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import type { Place, Sort } from "../keyset.ts";
import { type Page, type PageRefusal, type PageRequest, type Placed, readPage } from "../page.ts";

export type TabRequest = PageRequest & { readonly customer: CustomerId; readonly today: CivilDate };

export type TabReader<Content> = (
  sql: Sql,
  request: TabRequest,
) => Promise<Result<Content, PageRefusal>>;

/** Of a table whose numbers grow as things happen. */
const NEWEST_FIRST: Sort = {
  column: "id",
  kind: "number",
  id: { column: "id", kind: "number" },
  direction: "descending",
};

export const OLDEST_DUE_FIRST: Sort = {
  column: "due_date",
  kind: "day",
  id: { column: "invoice_id", kind: "text" },
  direction: "ascending",
};

type Numbered = { readonly id: number };
type SelectNewest<Row> = (before: number, limit: number) => PromiseLike<readonly Row[]>;

/** A tab whose rows come newest first, by number. */
export const newestFirst = async <Row extends Numbered>(
  scope: string,
  { limit, after }: PageRequest,
  select: SelectNewest<Row>,
): Promise<Result<Page<Row>, PageRefusal>> =>
  await readPage<Row>({ scope, sort: NEWEST_FIRST, limit, after }, async (place, rows) =>
    (await select(Number(place.id), rows)).map(
      (row): Placed<Row> => ({
        ...row,
        sortKey: row.id,
        sortId: row.id,
      }),
    ),
  );

export const oldestDueFirst = <Row>(
  scope: string,
  { limit, after }: PageRequest,
  select: (place: Place, limit: number) => Promise<Placed<Row>[]>,
): Promise<Result<Page<Row>, PageRefusal>> =>
  readPage<Row>({ scope, sort: OLDEST_DUE_FIRST, limit, after }, select);
