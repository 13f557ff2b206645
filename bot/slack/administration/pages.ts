import type { Listed, Place } from "./subject.ts";

const PAGE_ROWS = 10;

/** The rows of a place in a list that was read whole, and the places beside it. */
export function pageOf<Row>(
  rows: readonly Row[],
  place: Place,
): Pick<Listed, "previous" | "next"> & { readonly rows: readonly Row[]; readonly first: number } {
  // Of a list that became shorter the last page is shown.
  const last = Math.max(0, Math.ceil(rows.length / PAGE_ROWS) - 1);
  const page = Math.min(Math.max(0, place.page), last);
  const first = page * PAGE_ROWS;
  return {
    rows: rows.slice(first, first + PAGE_ROWS),
    first,
    previous: page === 0 ? undefined : { ...place, page: page - 1 },
    next: page === last ? undefined : { ...place, page: page + 1 },
  };
}
