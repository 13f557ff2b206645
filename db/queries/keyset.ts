import { Buffer } from "node:buffer";
import { parseDate } from "#core/calendar.ts";
import { accept, type Result, refuse } from "#core/result.ts";

export type SortKind = "day" | "cents" | "text" | "number";
export type Direction = "ascending" | "descending";

/** Pages follow (key, id), both in one direction, so that the place to go on is one step down an index. */
export type Sort = {
  readonly column: string;
  readonly kind: SortKind;
  readonly id: { readonly column: string; readonly kind: SortKind };
  readonly direction: Direction;
};

/** The last row shown. */
export type Place = { readonly key: string | number; readonly id: string | number };

export type CursorRefusal = {
  readonly code: "cursor_invalid";
  readonly got: string;
  /** What the cursor should have been made for. */
  readonly expected: string;
};

export type LimitRefusal = {
  readonly code: "limit_out_of_bounds";
  readonly got: number;
  readonly min: number;
  readonly max: number;
};

export const LIMIT = { min: 1, max: 200, initial: 20 };

export function checkLimit(limit: number | undefined): Result<number, LimitRefusal> {
  const got = limit ?? LIMIT.initial;
  const { min, max } = LIMIT;
  return Number.isInteger(got) && got >= min && got <= max
    ? accept(got)
    : refuse({ code: "limit_out_of_bounds", got, min, max });
}

/** `scope` names the list and its order: a cursor leads on only where it was made. */
export const encodeCursor = (scope: string, { key, id }: Place): string =>
  Buffer.from(JSON.stringify([scope, key, id])).toString("base64url");

/** Without a cursor the place before all rows. */
export function placeAfter(
  sort: Sort,
  scope: string,
  cursor: string | undefined,
): Result<Place, CursorRefusal> {
  if (cursor === undefined) return accept(beforeAll(sort));
  const [madeFor, key, id] = decode(cursor);
  return madeFor === scope && isOf(sort.kind, key) && isOf(sort.id.kind, id)
    ? accept({ key, id })
    : refuse({ code: "cursor_invalid", got: cursor.slice(0, 100), expected: scope });
}

/** The list that a cursor says it came from, if it is one. */
export const cursorScope = (cursor: string): string => String(decode(cursor)[0]);

function decode(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parsed) && parsed.length === 3 ? parsed : [];
  } catch {
    return [];
  }
}

function isOf(kind: SortKind, value: unknown): value is string | number {
  switch (kind) {
    case "day":
      return typeof value === "string" && parseDate(value) !== undefined;
    case "text":
      return typeof value === "string" && !value.includes("\0");
    case "cents":
    case "number":
      return Number.isSafeInteger(value);
  }
}

/** Sentinels beyond every key, so that the first page has the text, and the prepared plan, of the others. */
function beforeAll({ kind, id, direction }: Sort): Place {
  const ascending = direction === "ascending";
  const ends = {
    day: ascending ? "-infinity" : "infinity",
    text: "",
    cents: ascending ? -1 : Number.MAX_SAFE_INTEGER,
    number: ascending ? -1 : Number.MAX_SAFE_INTEGER,
  };
  return { key: ends[kind], id: ends[id.kind] };
}
