import type { CivilDate } from "#core/calendar.ts";
import type { Cents } from "#core/money.ts";

export const BANK_CODES = ["001", "033", "104", "237", "341", "748", "756"] as const;
export type BankCode = (typeof BANK_CODES)[number];
export type ReturnLayout = "CNAB400" | "CNAB240";

export const isBankCode = (text: string): text is BankCode =>
  (BANK_CODES as readonly string[]).includes(text);

/**
 * What a return line says of a title. `reversed` takes a settlement back. `other` is anything that moves no money of
 * the customer's and ends nothing: fees, intentions, instructions, cheques that have not cleared.
 */
export type TitleKind =
  | "entry"
  | "settled"
  | "partial"
  | "rejected"
  | "written-off"
  | "reversed"
  | "other";

export const TITLE_KINDS: readonly TitleKind[] = [
  "entry",
  "settled",
  "partial",
  "rejected",
  "written-off",
  "reversed",
  "other",
];

/** One title of a return file. In CNAB 240 `line` is the line of its segment T. */
export type ReturnTitle = {
  readonly line: number;
  readonly bank: BankCode;
  readonly layout: ReturnLayout;
  /** The provider's agreement or account at the bank as the file prints it, where the layout is known to carry it. */
  readonly agreementCode: string | null;
  /** As printed, check digit and padding included. */
  readonly ourNumber: string;
  /** To match by: no check digit, no padding. Empty when the bank sent none. */
  readonly ourNumberKey: string;
  readonly documentNumber: string;
  readonly control: string;
  readonly code: string;
  readonly kind: TitleKind;
  readonly reasons: string;
  readonly titleAmount: Cents;
  /** As printed. Itaú prints what it credits, after its fee: `grossPaidAmount` is what the customer paid. */
  readonly paidAmount: Cents;
  /** Zero unless the title is settled, wholly or in part. */
  readonly grossPaidAmount: Cents;
  /** What reaches the account; only CNAB 240 prints it. */
  readonly netAmount: Cents | null;
  readonly fee: Cents;
  readonly interest: Cents;
  readonly discount: Cents;
  readonly abatement: Cents;
  readonly dueDate: CivilDate | null;
  readonly occurrenceDate: CivilDate | null;
  readonly creditDate: CivilDate | null;
};

type At = { readonly line: number; readonly column: number };

/** The file is not one that can be read; nothing of it counts. */
export type FileRefusal = At &
  (
    | { readonly code: "empty_file" }
    | { readonly code: "unknown_layout"; readonly found: string }
    | { readonly code: "unknown_bank"; readonly found: string; readonly expected: string }
    | { readonly code: "header_too_short"; readonly found: number; readonly expected: number }
    /** A remittance, which the provider sends to the bank: header type 1 where a return has 2. */
    | { readonly code: "not_a_return_file"; readonly found: string; readonly expected: string }
    /** A CNAB 240 lot of another service, payments for one. */
    | { readonly code: "not_collection"; readonly found: string; readonly expected: "01" }
  );

/** One line is damaged and gives no title; the lines around it still count. */
export type LineRefusal = At &
  (
    | { readonly code: "line_too_short"; readonly found: number; readonly expected: number }
    | { readonly code: "line_too_long"; readonly found: number; readonly expected: number }
    | { readonly code: "not_digits"; readonly field: string; readonly found: string }
    | { readonly code: "not_a_date"; readonly field: string; readonly found: string }
    | { readonly code: "wrong_line_type"; readonly found: string; readonly expected: string }
    | { readonly code: "another_bank"; readonly found: string; readonly expected: string }
    /** A segment T without its U, a U without its T, or two that belong to different titles. */
    | { readonly code: "unpaired_segment"; readonly found: string; readonly expected: string }
  );

export type ReturnRefusal = FileRefusal | LineRefusal;

export type ReturnHeader = {
  readonly bank: BankCode;
  readonly layout: ReturnLayout;
  readonly fileDate: CivilDate | null;
  readonly fileNumber: string | null;
  readonly agreementCode: string | null;
};

export type ReturnSummary = ReturnHeader & {
  readonly lines: number;
  readonly titles: number;
  readonly kinds: Readonly<Record<TitleKind, number>>;
  readonly damagedLines: number;
  /** A segment T at the end of the file whose U never came: the file was cut. */
  readonly openTitle: LineRefusal | null;
  /** False: the file may have been cut after its last line. */
  readonly hasTrailer: boolean;
};

const FILE_REFUSALS: ReadonlySet<ReturnRefusal["code"]> = new Set<FileRefusal["code"]>([
  "empty_file",
  "unknown_layout",
  "unknown_bank",
  "header_too_short",
  "not_a_return_file",
  "not_collection",
]);

export const refusesFile = (refusal: ReturnRefusal): refusal is FileRefusal =>
  FILE_REFUSALS.has(refusal.code);
