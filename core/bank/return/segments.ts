import type { Cnab240Table } from "#core/bank/return/bank-table.ts";
import {
  DAMAGED,
  type DayReader,
  type Field,
  readNumber,
  text,
  trimmed,
} from "#core/bank/return/fields.ts";
import {
  damagedAmount,
  grossPaid,
  type LineOutcome,
  movesMoney,
  notDigits,
  readAmount,
} from "#core/bank/return/layout-reader.ts";
import { readOurNumberKey } from "#core/bank/return/our-number.ts";
import type { ReturnHeader } from "#core/bank/return/title.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { Cents } from "#core/money.ts";
import { accept, refuse } from "#core/result.ts";

export type Segment = { readonly line: string; readonly lineNumber: number };

export type Pair = {
  readonly t: Segment;
  readonly u: Segment;
  readonly header: ReturnHeader;
  readonly table: Cnab240Table;
  readonly readDay: DayReader;
};

const RECORD_LENGTH = 240;
const CODE = [16, 17] as const;

/** The same in all banks. */
const U = {
  interest: [18, 32],
  discount: [33, 47],
  abatement: [48, 62],
  paidAmount: [78, 92],
  netAmount: [93, 107],
  occurrenceDate: [138, 145],
  creditDate: [146, 153],
} as const;
const U_AMOUNTS = {
  paidAmount: U.paidAmount,
  netAmount: U.netAmount,
  interest: U.interest,
  discount: U.discount,
  abatement: U.abatement,
};

/** One title from its segments T, which names it, and U, which says what was paid. */
export function readPair(pair: Pair): LineOutcome {
  const { t, u, header, table } = pair;
  const damaged = damagedLength(t) ?? damagedLength(u);
  if (damaged !== undefined) return damaged;
  if (readNumber(t.line, CODE) < 0) return notDigits(t, "code", CODE);
  const ourNumberKey = readOurNumberKey(t.line, table.ourNumber);
  if (ourNumberKey === null) return notDigits(t, "ourNumber", table.ourNumber.digits);

  const code = text(t.line, CODE);
  const kind = table.kinds.get(code) ?? "other";
  const needed = movesMoney(kind);
  const amounts = readAmounts(pair, needed);
  if (amounts === undefined) return damagedAmounts(pair, needed);
  const days = readDays(pair, needed);
  if (!days.ok) return days;
  const { dueDate, occurrenceDate, creditDate } = days.value;
  return accept({
    line: t.lineNumber,
    bank: header.bank,
    layout: header.layout,
    agreementCode: header.agreementCode,
    ourNumber: trimmed(t.line, table.ourNumber.printed),
    ourNumberKey,
    documentNumber: trimmed(t.line, table.documentNumber),
    control: trimmed(t.line, table.control),
    code,
    kind,
    reasons: trimmed(t.line, table.reasons),
    titleAmount: amounts.titleAmount,
    paidAmount: amounts.paidAmount,
    grossPaidAmount: grossPaid(kind, amounts, false),
    netAmount: amounts.netAmount,
    fee: amounts.fee,
    interest: amounts.interest,
    discount: amounts.discount,
    abatement: amounts.abatement,
    dueDate,
    occurrenceDate,
    creditDate,
  });
}

/**
 * A record is whole when it has its 240 characters, or fewer because blanks were trimmed from its end. One that is
 * shorter and still ends in a blank has lost a character on the way, and its fields have moved.
 */
function damagedLength({ line, lineNumber }: Segment): LineOutcome | undefined {
  const at = { line: lineNumber, found: line.length, expected: RECORD_LENGTH };
  if (line.length < RECORD_LENGTH && line.endsWith(" ")) {
    return refuse({ code: "line_too_short", column: line.length + 1, ...at });
  }
  if (line.length > RECORD_LENGTH && line.slice(RECORD_LENGTH).trim() !== "") {
    return refuse({ code: "line_too_long", column: RECORD_LENGTH + 1, ...at });
  }
  return undefined;
}

function readAmounts({ t, u, table }: Pair, needed: boolean) {
  const titleAmount = readAmount(t.line, table.titleAmount, needed);
  const fee = readAmount(t.line, table.fee, false);
  const paidAmount = readAmount(u.line, U.paidAmount, needed);
  const netAmount = readAmount(u.line, U.netAmount, false);
  const interest = readAmount(u.line, U.interest, false);
  const discount = readAmount(u.line, U.discount, false);
  const abatement = readAmount(u.line, U.abatement, false);
  const least = Math.min(titleAmount, fee, paidAmount, netAmount, interest, discount, abatement);
  if (least < 0) return undefined;
  return {
    titleAmount: titleAmount as Cents,
    fee: fee as Cents,
    paidAmount: paidAmount as Cents,
    netAmount: netAmount as Cents,
    interest: interest as Cents,
    discount: discount as Cents,
    abatement: abatement as Cents,
  };
}

function damagedAmounts({ t, u, table }: Pair, needed: boolean): LineOutcome {
  const fields = { titleAmount: table.titleAmount, fee: table.fee };
  const inT =
    readAmount(t.line, table.titleAmount, needed) < 0 || readAmount(t.line, table.fee, false) < 0;
  return inT ? damagedAmount(t, fields, needed) : damagedAmount(u, U_AMOUNTS, needed);
}

type Days = {
  readonly dueDate: CivilDate | null;
  readonly occurrenceDate: CivilDate | null;
  readonly creditDate: CivilDate | null;
};

/**
 * In a line of exactly 240 nothing can have moved, so a day that is none is the bank's own garbage: null. In a trimmed
 * line, or one with a blank more, it is the only sign of a character lost or gained, and a payment is not believed.
 */
function readDays(pair: Pair, paying: boolean) {
  const { t, u, table, readDay } = pair;
  const read = (segment: Segment, name: keyof Days, field: Field) => {
    const day = readDay(segment.line, field, "DDMMYYYY");
    if (day !== DAMAGED) return accept(day);
    if (!paying || segment.line.length === RECORD_LENGTH) return accept(null);
    const { line, lineNumber } = segment;
    const found = { field: name, found: text(line, field) };
    return refuse({ code: "not_a_date" as const, line: lineNumber, column: field[0], ...found });
  };
  const dueDate = read(t, "dueDate", table.dueDate);
  if (!dueDate.ok) return dueDate;
  const occurrenceDate = read(u, "occurrenceDate", U.occurrenceDate);
  if (!occurrenceDate.ok) return occurrenceDate;
  const creditDate = read(u, "creditDate", U.creditDate);
  if (!creditDate.ok) return creditDate;
  const missing = paying && u.line.length < U.occurrenceDate[1];
  if (missing) return cutBefore(u, U.occurrenceDate);
  const days: Days = {
    dueDate: dueDate.value,
    occurrenceDate: occurrenceDate.value,
    creditDate: creditDate.value,
  };
  return accept(days);
}

const cutBefore = ({ line, lineNumber }: Segment, field: Field) =>
  refuse({
    code: "line_too_short" as const,
    line: lineNumber,
    column: line.length + 1,
    found: line.length,
    expected: field[1],
  });
