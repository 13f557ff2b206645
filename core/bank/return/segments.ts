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
const FORMAT = "DDMMYYYY";

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
  const { t, u, header, table, readDay } = pair;
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
  if (needed && (t.line.length !== RECORD_LENGTH || u.line.length !== RECORD_LENGTH)) {
    const days = damagedDays(pair);
    if (days !== undefined) return days;
  }
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
    dueDate: dayOrNull(readDay(t.line, table.dueDate, FORMAT)),
    occurrenceDate: dayOrNull(readDay(u.line, U.occurrenceDate, FORMAT)),
    creditDate: dayOrNull(readDay(u.line, U.creditDate, FORMAT)),
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

/**
 * In a line of exactly 240 nothing can have moved, so a day that is none is the bank's own garbage: null. In a trimmed
 * line, or one with a blank more, it is the only sign of a character lost or gained, and a payment is not believed.
 */
function damagedDays({ t, u, table, readDay }: Pair): LineOutcome | undefined {
  if (u.line.length < U.occurrenceDate[1]) return cutBefore(u, U.occurrenceDate);
  const days = [
    { segment: t, field: "dueDate", columns: table.dueDate },
    { segment: u, field: "occurrenceDate", columns: U.occurrenceDate },
    { segment: u, field: "creditDate", columns: U.creditDate },
  ];
  for (const { segment, field, columns } of days) {
    const { line, lineNumber } = segment;
    if (line.length === RECORD_LENGTH || readDay(line, columns, FORMAT) !== DAMAGED) continue;
    const found = text(line, columns);
    return refuse({ code: "not_a_date", line: lineNumber, column: columns[0], field, found });
  }
  return undefined;
}

const dayOrNull = (day: CivilDate | null | typeof DAMAGED): CivilDate | null =>
  day === DAMAGED ? null : day;

const cutBefore = ({ line, lineNumber }: Segment, field: Field): LineOutcome =>
  refuse({
    code: "line_too_short",
    line: lineNumber,
    column: line.length + 1,
    found: line.length,
    expected: field[1],
  });
