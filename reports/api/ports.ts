import type { ReturnRefusal } from "#core/bank/return/title.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import type {
  ReturnFailure,
  ReturnOptions,
  ReturnReport,
  ReturnSource,
} from "#core/return-report.ts";
import type { FindCaller } from "./caller.ts";

type RejectedLine = { readonly line: number; readonly field: string; readonly reason: string };

export type ImportReport = {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedLine[];
  readonly rejectedCount: number;
  /** Why nothing of the file could be read. */
  readonly unreadable?: RejectedLine;
};

export type ImportOptions = {
  /** One of `importTypes`. */
  readonly type: string | undefined;
  readonly format: "ndjson" | "csv";
  readonly today: CivilDate;
};

/** All that the API does with the rest of Acordo. */
export type ApiPorts = {
  readonly version: string;
  readonly ports: Ports;
  readonly findCaller: FindCaller;
  readonly today: () => CivilDate;
  /** Two at most that bear the number. */
  readonly invoicesOfCharge: (chargeNumber: string) => Promise<readonly InvoiceId[]>;
  readonly importTypes: readonly string[];
  readonly importFile: (
    source: AsyncIterable<Uint8Array>,
    options: ImportOptions,
  ) => Promise<ImportReport>;
  /** Reads a bank's return file, or tells what reading it would do. */
  readonly takeReturn: (
    source: ReturnSource,
    options: ReturnOptions,
  ) => Promise<Result<ReturnReport, ReturnFailure>>;
  /** What was answered under a key before. */
  readonly answerTo: (
    key: string,
  ) => Promise<{ readonly fingerprint: string; readonly answer: unknown } | undefined>;
  /** Where files wait on disk until they are whole. */
  readonly uploadFolder: string;
  readonly texts: ApiTexts;
  /** Bytes of an import, for tests; else 1 GiB. */
  readonly importBytes?: number;
  /** Of a return file, for tests; else 64 MiB. */
  readonly returnBytes?: number;
};

export type ApiTexts = {
  readonly refusal: (refusal: Refusal) => string;
  /** Why a file of a bank, or a line of it, is not read, with line and column. */
  readonly returnProblem: (refusal: ReturnRefusal) => string;
  /** In quotation marks, on one line, cut, and never a whole tax id. */
  readonly quoted: (text: string) => string;
};
