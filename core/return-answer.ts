import type { ReturnLayout, TitleKind } from "./bank/return/title.ts";
import type { CivilDate } from "./calendar.ts";
import type { InvoiceId } from "./ids.ts";
import { formatAmount } from "./money.ts";
import type { TitleOutcome } from "./payment/title-outcome.ts";
import type { ReturnDetail, ReturnReport } from "./return-report.ts";

/** What programs are told of a return file that was read (SPEC 5.1). Amounts are decimal strings in R$. */
export type ReturnAnswer = {
  readonly bank: string;
  readonly layout: ReturnLayout;
  readonly titles: number;
  readonly settled: number;
  readonly ignored: number;
  readonly unmatched: number;
  readonly spcCritiques: number;
  /** Only where they were asked for. */
  readonly details?: ReturnAnswerDetail[];
};

export type ReturnAnswerDetail = {
  readonly line: number;
  readonly ourNumber: string;
  readonly documentNumber: string;
  readonly code: string;
  readonly kind: TitleKind;
  readonly titleAmount: string;
  readonly paidAmount: string;
  readonly creditDate: CivilDate | null;
  readonly invoice: InvoiceId | null;
  readonly outcome: TitleOutcome;
};

export function returnAnswer(report: ReturnReport): ReturnAnswer {
  const { bank, layout, titles, settled, ignored, unmatched, spcCritiques } = report;
  const details = report.details?.map(detailOf);
  return {
    ...{ bank, layout, titles, settled, ignored, unmatched, spcCritiques },
    ...(details === undefined ? {} : { details }),
  };
}

const detailOf = ({ title, invoice, outcome }: ReturnDetail): ReturnAnswerDetail => ({
  line: title.line,
  ourNumber: title.ourNumber,
  documentNumber: title.documentNumber,
  code: title.code,
  kind: title.kind,
  titleAmount: formatAmount(title.titleAmount),
  paidAmount: formatAmount(title.paidAmount),
  creditDate: title.creditDate,
  invoice,
  outcome,
});
