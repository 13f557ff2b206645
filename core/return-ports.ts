import type { BankCode, ReturnHeader, ReturnTitle, TitleKind } from "./bank/return/title.ts";
import type { CivilDate } from "./calendar.ts";
import type { Stage } from "./collection/stage.ts";
import type { CustomerId, InvoiceId, OperatorId } from "./ids.ts";
import type { Cents } from "./money.ts";
import type { TitleCandidate } from "./payment/match-title.ts";
import type { TitleOutcome } from "./payment/title-outcome.ts";

export type NewReturnFile = ReturnHeader & {
  readonly sha256: string;
  readonly name: string | null;
  readonly lines: number;
  readonly titles: number;
  readonly damagedLines: number;
  readonly hasTrailer: boolean;
};

/** `settled + ignored + unmatched + reversed` is how many titles were taken. */
export type ReturnCounts = {
  readonly settled: number;
  readonly ignored: number;
  readonly unmatched: number;
  readonly reversed: number;
  readonly spcCritiques: number;
};

export type ReturnFileRecord = {
  readonly id: number;
  /** Whether this call was the first to see it. */
  readonly isNew: boolean;
  /** Null while its titles are being taken. */
  readonly counts: ReturnCounts | null;
};

/** A line with what makes it happen once, and by which day the customer is held to have paid. */
export type TitleLine = ReturnTitle & {
  readonly event: string;
  readonly titleKey: string;
  readonly paidOn: CivilDate;
};

export type TitleResult = {
  readonly line: number;
  readonly outcome: TitleOutcome;
  readonly invoice: InvoiceId | null;
};

export type TitleChange = {
  readonly id: number;
  readonly outcome: TitleOutcome;
  readonly invoice: InvoiceId | null;
  readonly customer: CustomerId | null;
  readonly payment: string | null;
  readonly chargesCents: Cents;
  readonly spcCritiques: number;
  readonly note?: string;
};

/** Money of a title as it is kept. */
export type KeptTitle = {
  readonly id: number;
  readonly file: number;
  readonly bank: BankCode;
  readonly kind: TitleKind;
  readonly outcome: TitleOutcome;
  readonly leftOver: boolean;
  readonly grossCents: Cents;
  readonly interestCents: Cents;
  readonly discountCents: Cents;
  readonly paidOn: CivilDate;
  readonly titleKey: string;
  readonly invoice: InvoiceId | null;
};

export type KeptPayment = {
  readonly id: string;
  readonly invoice: InvoiceId;
  readonly amountCents: Cents;
  readonly appliedCents: Cents;
  readonly paidAt: CivilDate;
  readonly method: string | null;
};

/** What the commands behind banks' files may touch, inside a transaction like all of `Unit`. */
export interface ReturnUnit {
  openReturnFile(file: NewReturnFile): Promise<ReturnFileRecord>;
  /**
   * Keeps lines for the first time. Answers with those that are new and happened never before; the others have been taken
   * already, from this file or another.
   */
  takeLines(
    file: number,
    lines: readonly TitleLine[],
  ): Promise<readonly { readonly id: number; readonly line: number }[]>;
  /** By line. */
  titleCandidates(
    lines: readonly TitleLine[],
  ): Promise<ReadonlyMap<number, readonly TitleCandidate[]>>;
  changeTitles(changes: readonly TitleChange[]): Promise<void>;
  titleResults(file: number, lines: readonly number[]): Promise<readonly TitleResult[]>;
  /** Counts what became of its titles, and keeps the count. */
  finishReturnFile(
    file: number,
  ): Promise<{ readonly counts: ReturnCounts; readonly isFirst: boolean }>;

  /** Locked until the transaction ends. */
  keptTitle(id: number): Promise<KeptTitle | undefined>;
  /** The latest money of that title that nobody took back: put on an invoice, or left over. */
  lastMoneyOf(titleKey: string): Promise<{
    readonly title: number;
    readonly payment: string | null;
    readonly invoice: InvoiceId | null;
  } | null>;
  payment(id: string): Promise<KeptPayment | undefined>;
  /** By whom acts, with the reason where there is one. */
  markAssigned(title: number, note: string | null): Promise<void>;
  /** Paid on the invoice as billing says, beyond the payments that are known. */
  unexplainedCents(invoice: InvoiceId): Promise<Cents>;
  /** The stage that the invoice left because its last payment settled it, and who had worked it. */
  stageLeftByPayment(
    invoice: InvoiceId,
  ): Promise<{ readonly stage: Stage; readonly operator: OperatorId | null } | undefined>;
  /** Marks the invoices as standing in collections again. */
  returnToCollections(invoices: readonly InvoiceId[]): Promise<void>;
}
