import type { FileRefusal, LineRefusal, ReturnSummary, ReturnTitle } from "./bank/return/title.ts";
import type { CivilDate } from "./calendar.ts";
import type { InvoiceId, OperatorId } from "./ids.ts";
import type { TitleOutcome } from "./payment/title-outcome.ts";
import type { Refusal } from "./refusals.ts";
import type { ReturnCounts } from "./return-ports.ts";

/** Read twice: once to know that all of it can be read, and once to take it. */
export type ReturnSource = () => AsyncIterable<Uint8Array>;

export type ReturnOptions = {
  readonly actor: OperatorId;
  readonly today: CivilDate;
  /** As the file is called, without its folder. */
  readonly name?: string | undefined;
  /** Tells what would happen, and changes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Tells of each title. */
  readonly details?: boolean | undefined;
};

export type ReturnDetail = {
  readonly title: ReturnTitle;
  readonly invoice: InvoiceId | null;
  readonly outcome: TitleOutcome;
};

export type ReturnReport = Pick<
  ReturnSummary,
  "bank" | "layout" | "fileDate" | "titles" | "hasTrailer"
> &
  ReturnCounts & {
    /** Null in a dry run. */
    readonly file: number | null;
    /** Its content was taken in before: the counts are those of then. */
    readonly seenBefore: boolean;
    /** Lines that are damaged and gave no title; the first of them. */
    readonly refused: readonly LineRefusal[];
    readonly refusedCount: number;
    /** Undefined unless asked for. */
    readonly details: readonly ReturnDetail[] | undefined;
  };

/** `file`: it is none that can be read. `command`: who asks may not, or something else of the core speaks against it. */
export type ReturnFailure =
  | { readonly because: "file"; readonly refusal: FileRefusal }
  | { readonly because: "command"; readonly refusal: Refusal };
