import type { Cnab400Detail, Cnab400Table } from "#core/bank/return/bank-table.ts";
import {
  createDayReader,
  DAMAGED,
  type DayReader,
  readNumber,
  text,
  trimmed,
} from "#core/bank/return/fields.ts";
import {
  damagedAmount,
  grossPaid,
  type LayoutReader,
  type LineOutcome,
  movesMoney,
  NO_TITLE,
  notDigits,
  readAgreement,
  readAmount,
  readFileNumber,
} from "#core/bank/return/layout-reader.ts";
import { readOurNumberKey } from "#core/bank/return/our-number.ts";
import type { BankCode, ReturnHeader } from "#core/bank/return/title.ts";
import type { Cents } from "#core/money.ts";
import { accept, refuse } from "#core/result.ts";

const RECORD_LENGTH = 400;
/** In every record: a line without it was cut, and one where it moved has lost or gained characters on the way. */
const SEQUENCE = [395, 400] as const;

/** The same in the seven banks' layouts. */
const COMMON = {
  code: [109, 110],
  occurrenceDate: [111, 116],
  documentNumber: [117, 126],
  dueDate: [147, 152],
  titleAmount: [153, 165],
  abatement: [228, 240],
  discount: [241, 253],
  paidAmount: [254, 266],
  interest: [267, 279],
} as const;

export function createCnab400Reader(
  headerLine: string,
  bank: BankCode,
  table: Cnab400Table,
): LayoutReader {
  const readDay = createDayReader();
  const header = readHeader(headerLine, bank, table, readDay);
  const expected = Object.keys(table.details).join(" ");
  let trailer = false;

  const push = (line: string, lineNumber: number): LineOutcome => {
    const type = line[0] ?? "";
    if (trailer) return wrongType(lineNumber, type, "");
    if (type === "9") {
      trailer = true;
      return NO_TITLE;
    }
    const detail = table.details[type];
    if (detail !== undefined) {
      return readTitle({ line, lineNumber, header, table, detail, readDay });
    }
    return table.skipped.includes(type) ? NO_TITLE : wrongType(lineNumber, type, expected);
  };
  return { header, push, openTitle: () => null, hasTrailer: () => trailer };
}

const wrongType = (lineNumber: number, found: string, expected: string): LineOutcome =>
  refuse({ code: "wrong_line_type", line: lineNumber, column: 1, found, expected });

function readHeader(
  line: string,
  bank: BankCode,
  table: Cnab400Table,
  readDay: DayReader,
): ReturnHeader {
  const day = readDay(line, table.fileDate, table.fileDateFormat);
  return {
    bank,
    layout: "CNAB400",
    fileDate: day === DAMAGED ? null : day,
    fileNumber: readFileNumber(line, table.fileNumber),
    agreementCode: readAgreement(line, table.agreement),
  };
}

type Detail = {
  readonly line: string;
  readonly lineNumber: number;
  readonly header: ReturnHeader;
  readonly table: Cnab400Table;
  readonly detail: Cnab400Detail;
  readonly readDay: DayReader;
};

function readTitle(at: Detail): LineOutcome {
  const { line, lineNumber, header, table, detail } = at;
  const length = damagedLength(line, lineNumber);
  if (length !== undefined) return length;
  if (readNumber(line, SEQUENCE) < 0) return notDigits(at, "sequence", SEQUENCE);
  if (readNumber(line, COMMON.code) < 0) return notDigits(at, "code", COMMON.code);
  const ourNumberKey = readOurNumberKey(line, detail.ourNumber);
  if (ourNumberKey === null) return notDigits(at, "ourNumber", detail.ourNumber.digits);

  const code = text(line, COMMON.code);
  const kind = table.kinds.get(code) ?? "other";
  const amounts = readAmounts(line, detail, movesMoney(kind));
  if (amounts === undefined) {
    return damagedAmount(at, { ...COMMON_AMOUNTS, fee: detail.fee }, movesMoney(kind));
  }
  const { dueDate, occurrenceDate, creditDate } = readDays(at);
  return accept({
    line: lineNumber,
    bank: header.bank,
    layout: header.layout,
    agreementCode:
      detail.agreement === null ? header.agreementCode : readAgreement(line, [detail.agreement]),
    ourNumber: trimmed(line, detail.ourNumber.printed),
    ourNumberKey,
    documentNumber: trimmed(line, COMMON.documentNumber),
    control: detail.control === null ? "" : trimmed(line, detail.control),
    code,
    kind,
    reasons: detail.reasons === null ? "" : trimmed(line, detail.reasons),
    titleAmount: amounts.titleAmount,
    paidAmount: amounts.paidAmount,
    grossPaidAmount: grossPaid(kind, amounts, table.paidIsNetOfFee),
    netAmount: null,
    fee: amounts.fee,
    interest: amounts.interest,
    discount: amounts.discount,
    abatement: amounts.abatement,
    dueDate,
    occurrenceDate,
    creditDate,
  });
}

function damagedLength(line: string, lineNumber: number): LineOutcome | undefined {
  const length = line.length;
  if (length === RECORD_LENGTH) return undefined;
  const at = { line: lineNumber, found: length, expected: RECORD_LENGTH };
  if (length < RECORD_LENGTH) return refuse({ code: "line_too_short", column: length + 1, ...at });
  if (line.slice(RECORD_LENGTH).trim() === "") return undefined;
  return refuse({ code: "line_too_long", column: RECORD_LENGTH + 1, ...at });
}

const COMMON_AMOUNTS = {
  titleAmount: COMMON.titleAmount,
  paidAmount: COMMON.paidAmount,
  interest: COMMON.interest,
  discount: COMMON.discount,
  abatement: COMMON.abatement,
};

function readAmounts(line: string, detail: Cnab400Detail, needed: boolean) {
  const titleAmount = readAmount(line, COMMON.titleAmount, needed);
  const paidAmount = readAmount(line, COMMON.paidAmount, needed);
  const fee = readAmount(line, detail.fee, false);
  const interest = readAmount(line, COMMON.interest, false);
  const discount = readAmount(line, COMMON.discount, false);
  const abatement = readAmount(line, COMMON.abatement, false);
  if (Math.min(titleAmount, paidAmount, fee, interest, discount, abatement) < 0) return undefined;
  return {
    titleAmount: titleAmount as Cents,
    paidAmount: paidAmount as Cents,
    fee: fee as Cents,
    interest: interest as Cents,
    discount: discount as Cents,
    abatement: abatement as Cents,
  };
}

/** The sequence has shown that nothing moved, so a day that is none is the bank's own garbage: null. */
function readDays({ line, detail, readDay }: Detail) {
  const dueDate = readDay(line, COMMON.dueDate, "DDMMYY");
  const occurrenceDate = readDay(line, COMMON.occurrenceDate, "DDMMYY");
  const creditDate = readDay(line, detail.creditDate, detail.creditDateFormat);
  return {
    dueDate: dueDate === DAMAGED ? null : dueDate,
    occurrenceDate: occurrenceDate === DAMAGED ? null : occurrenceDate,
    creditDate: creditDate === DAMAGED ? null : creditDate,
  };
}
