import type { Cnab240Table } from "#core/bank/return/bank-table.ts";
import { createDayReader, DAMAGED, readNumber, text } from "#core/bank/return/fields.ts";
import {
  type LayoutReader,
  type LineOutcome,
  NO_TITLE,
  notDigits,
  readAgreement,
  readFileNumber,
} from "#core/bank/return/layout-reader.ts";
import { readPair, type Segment } from "#core/bank/return/segments.ts";
import type { BankCode, LineRefusal, ReturnHeader } from "#core/bank/return/title.ts";
import { refuse } from "#core/result.ts";

const LOT = [4, 7] as const;
const RECORD_TYPE = 8;
const LOT_OPERATION = 9;
const LOT_SERVICE = [10, 11] as const;
const COLLECTION = "01";
const SEQUENCE = [9, 13] as const;
/** A lot of more records than five digits count begins again at zero. */
const SEQUENCES = 100_000;
const SEGMENT = 14;
const CODE = [16, 17] as const;

export function createCnab240Reader(
  headerLine: string,
  bank: BankCode,
  table: Cnab240Table,
): LayoutReader {
  const readDay = createDayReader();
  const header = readHeader(headerLine, bank, table);
  let inLot = false;
  let trailer = false;
  let open: Segment | undefined;
  let recordsSinceOpen = 0;

  /** What closes a title that still waits for its U; the waiting line is the one at fault. */
  const close = (): LineOutcome => {
    const waiting = open;
    open = undefined;
    return waiting === undefined ? NO_TITLE : refuse(unpaired(waiting.lineNumber, "T", "U"));
  };

  const pushDetail = (segment: Segment): LineOutcome => {
    if (!inLot) return wrongType(segment.lineNumber, RECORD_TYPE, "3", "1");
    recordsSinceOpen++;
    const kind = segment.line[SEGMENT - 1] ?? "";
    if (kind === "Y") return NO_TITLE;
    if (kind !== "T" && kind !== "U") return wrongType(segment.lineNumber, SEGMENT, kind, "T U Y");
    if (readNumber(segment.line, SEQUENCE) < 0) return notDigits(segment, "sequence", SEQUENCE);
    if (kind === "T") {
      const outcome = close();
      open = segment;
      recordsSinceOpen = 0;
      return outcome;
    }
    const titled = open;
    open = undefined;
    if (titled === undefined || !belong(titled, segment, recordsSinceOpen)) {
      return refuse(unpaired(segment.lineNumber, "U", "T"));
    }
    return readPair({ t: titled, u: segment, header, table, readDay });
  };

  const push = (line: string, lineNumber: number): LineOutcome => {
    if (!line.startsWith(bank)) return anotherBank(line, lineNumber, bank);
    const type = line[RECORD_TYPE - 1] ?? "";
    if (trailer) return wrongType(lineNumber, RECORD_TYPE, type, "");
    if (type === "3") return pushDetail({ line, lineNumber });
    if (type === "1") {
      const refused = refusedLot(line, lineNumber);
      if (refused !== undefined) return refused;
    } else if (type !== "5" && type !== "9") {
      return wrongType(lineNumber, RECORD_TYPE, type, "1 3 5 9");
    }
    inLot = type === "1";
    trailer = type === "9";
    return close();
  };

  const openTitle = (): LineRefusal | null =>
    open === undefined ? null : unpaired(open.lineNumber, "T", "U");
  return { header, push, openTitle, hasTrailer: () => trailer };
}

/** The date and number stand at the end of a header that some programs shorten: what cannot be read is null. */
function readHeader(line: string, bank: BankCode, table: Cnab240Table): ReturnHeader {
  const fileDate = createDayReader()(line, [144, 151], "DDMMYYYY");
  return {
    bank,
    layout: "CNAB240",
    fileDate: fileDate === DAMAGED ? null : fileDate,
    fileNumber: readFileNumber(line, [158, 163]),
    agreementCode: readAgreement(line, table.agreement),
  };
}

/** The same layout carries payments and remittances: a lot has to say that it returns collection. */
function refusedLot(line: string, lineNumber: number): LineOutcome | undefined {
  const service = text(line, LOT_SERVICE);
  if (service !== COLLECTION) {
    const found = { found: service, expected: COLLECTION } as const;
    return refuse({ code: "not_collection", line: lineNumber, column: LOT_SERVICE[0], ...found });
  }
  const operation = line[LOT_OPERATION - 1] ?? "";
  if (operation === "T") return undefined;
  const found = { found: operation, expected: "T" };
  return refuse({ code: "not_a_return_file", line: lineNumber, column: LOT_OPERATION, ...found });
}

/**
 * Records of a lot are numbered one by one, so a U belongs to the T before it only when as many records lie between
 * them as their numbers say: with lines lost between, it pays another title.
 */
function belong(t: Segment, u: Segment, recordsBetween: number): boolean {
  const sameLot = text(t.line, LOT) === text(u.line, LOT);
  const sameCode = text(t.line, CODE) === text(u.line, CODE);
  const numbered = readNumber(t.line, SEQUENCE) + recordsBetween;
  return sameLot && sameCode && readNumber(u.line, SEQUENCE) === numbered % SEQUENCES;
}

const unpaired = (line: number, found: string, expected: string): LineRefusal => ({
  code: "unpaired_segment",
  line,
  column: SEGMENT,
  found,
  expected,
});

const wrongType = (line: number, column: number, found: string, expected: string): LineOutcome =>
  refuse({ code: "wrong_line_type", line, column, found, expected });

const anotherBank = (line: string, lineNumber: number, expected: string): LineOutcome =>
  refuse({
    code: "another_bank",
    line: lineNumber,
    column: 1,
    found: line.slice(0, 3),
    expected,
  });
