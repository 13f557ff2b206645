import { accept, type Result } from "#core/result.ts";
import {
  type CursorRefusal,
  checkLimit,
  encodeCursor,
  type LimitRefusal,
  type Place,
  placeAfter,
  type Sort,
} from "./keyset.ts";

export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

export type PageRequest = {
  /** At most 200, 20 unless told. */
  readonly limit?: number | undefined;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
};

export type PageRefusal = CursorRefusal | LimitRefusal;

export type Placed<Row> = Row & {
  readonly sortKey: string | number;
  readonly sortId: string | number;
};

/** `scope` names the list with its order; `select` reads so many rows beyond a place, with their own places. */
export async function readPage<Row>(
  { scope, sort, limit, after }: PageRequest & { readonly scope: string; readonly sort: Sort },
  select: (place: Place, limit: number) => Promise<Placed<Row>[]>,
): Promise<Result<Page<Row>, PageRefusal>> {
  const size = checkLimit(limit);
  if (!size.ok) return size;
  const place = placeAfter(sort, scope, after);
  if (!place.ok) return place;
  // One more than the page holds tells whether there is a next one.
  const found = await select(place.value, size.value + 1);
  const rows = found.slice(0, size.value);
  const last = rows.at(-1);
  const next =
    last === undefined || found.length === rows.length
      ? null
      : encodeCursor(scope, { key: last.sortKey, id: last.sortId });
  return accept({ rows: rows.map(withoutPlace<Row>), next });
}

function withoutPlace<Row>({ sortKey: _, sortId: __, ...row }: Placed<Row>): Row {
  return row as unknown as Row;
}
