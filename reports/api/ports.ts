import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
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
  /** What was answered under a key before. */
  readonly answerTo: (
    key: string,
  ) => Promise<{ readonly fingerprint: string; readonly answer: unknown } | undefined>;
  /** Where imports wait on disk until they are whole. */
  readonly uploadFolder: string;
  readonly texts: ApiTexts;
  /** Bytes of an import, for tests; else 1 GiB. */
  readonly importBytes?: number;
};

export type ApiTexts = {
  readonly refusal: (refusal: Refusal) => string;
  /** In quotation marks, on one line, cut, and never a whole tax id. */
  readonly quoted: (text: string) => string;
};
