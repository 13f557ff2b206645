import type { ImportRefusal } from "./refusal.ts";
import { sentenceOf } from "./texts.ts";

export type Rejection = {
  readonly line: number;
  readonly field: string;
  /** English, one sentence. */
  readonly reason: string;
};

/** `read = created + updated + unchanged + rejectedCount`. */
export type ImportReport = {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The first ones by line; all are in `rejectedCount`. */
  readonly rejected: readonly Rejection[];
  readonly rejectedCount: number;
  /** Why nothing of the file could be read: it came without its type, or its header will not do. Counts are zero then. */
  readonly unreadable?: Rejection;
};

export type Tally = { created: number; updated: number; unchanged: number };

export type Refused = { readonly line: number; readonly refusal: ImportRefusal };

export const MAX_REJECTIONS = 10_000;

/** Keeps the first rejections by line whatever order they come in, in bounded memory. */
export function rejectionList() {
  let kept: Refused[] = [];
  let count = 0;
  const cut = () => {
    kept.sort((a, b) => a.line - b.line);
    kept = kept.slice(0, MAX_REJECTIONS);
  };
  return {
    add(refused: Refused): void {
      count += 1;
      kept.push(refused);
      if (kept.length >= 2 * MAX_REJECTIONS) cut();
    },
    addMany(first: readonly Refused[], all: number): void {
      count += all;
      kept = kept.concat(first);
      cut();
    },
    count: () => count,
    list(): Rejection[] {
      cut();
      return kept.map(rejectionOf);
    },
  };
}

export const rejectionOf = ({ line, refusal }: Refused): Rejection => ({
  line,
  field: refusal.field,
  reason: sentenceOf(refusal),
});

export type RejectionList = ReturnType<typeof rejectionList>;
