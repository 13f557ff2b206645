import type { Result } from "#core/result.ts";
import type {
  ReturnFailure,
  ReturnOptions,
  ReturnReport,
  ReturnSource,
} from "#core/return-report.ts";
import type { FoundInvoice } from "#db/queries/invoice-search/search-open-invoices.ts";
import type { Page, PageRefusal, PageRequest } from "#db/queries/page.ts";
import type { ReturnFileRow, ReturnTitleRow } from "#db/queries/returns/return-rows.ts";

/** Reads a bank's return file, or tells what reading it would do. */
export type TakeReturn = (
  source: ReturnSource,
  options: ReturnOptions,
) => Promise<Result<ReturnReport, ReturnFailure>>;

export type ReturnReads = {
  readonly files: (request: PageRequest) => Promise<Result<Page<ReturnFileRow>, PageRefusal>>;
  readonly file: (file: number) => Promise<ReturnFileRow | undefined>;
  readonly titles: (
    file: number,
    request: PageRequest,
  ) => Promise<Result<Page<ReturnTitleRow>, PageRefusal>>;
  /** Money of all files that waits for an operator. */
  readonly leftOver: (request: PageRequest) => Promise<Result<Page<ReturnTitleRow>, PageRefusal>>;
  readonly title: (title: number) => Promise<ReturnTitleRow | undefined>;
  readonly invoices: (words: string) => Promise<readonly FoundInvoice[]>;
};
