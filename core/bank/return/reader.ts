import { BANK_TABLES } from "#core/bank/return/bank-tables.ts";
import { createCnab240Reader } from "#core/bank/return/cnab240.ts";
import { createCnab400Reader } from "#core/bank/return/cnab400.ts";
import { withoutLineEnd } from "#core/bank/return/fields.ts";
import { type LayoutReader, type LineOutcome, NO_TITLE } from "#core/bank/return/layout-reader.ts";
import {
  BANK_CODES,
  type FileRefusal,
  isBankCode,
  type ReturnSummary,
  refusesFile,
  TITLE_KINDS,
  type TitleKind,
} from "#core/bank/return/title.ts";
import { accept, type Result, refuse } from "#core/result.ts";

/**
 * Reads a bank's return file line by line and remembers one line at the most, so its size does not matter. Each line
 * gives a title, nothing, or a refusal; after a refusal that `refusesFile` every later line gives the same one, and
 * nothing that came before may count.
 */
export type ReturnReader = {
  /** `line` as latin-1 text, with or without its end; `lineNumber` from 1. */
  push(line: string, lineNumber: number): LineOutcome;
  end(): Result<ReturnSummary, FileRefusal>;
};

export function createReturnReader(): ReturnReader {
  const kinds = Object.fromEntries(TITLE_KINDS.map((kind) => [kind, 0])) as Record<
    TitleKind,
    number
  >;
  let layout: LayoutReader | undefined;
  let refused: FileRefusal | undefined;
  let lines = 0;
  let titles = 0;
  let damagedLines = 0;

  const read = (line: string, lineNumber: number): LineOutcome => {
    if (layout !== undefined) return layout.push(line, lineNumber);
    const opened = openLayout(line, lineNumber);
    if (!opened.ok) return opened;
    layout = opened.value;
    return NO_TITLE;
  };

  const count = (outcome: LineOutcome): void => {
    if (!outcome.ok) {
      if (refusesFile(outcome.refusal)) refused = outcome.refusal;
      else damagedLines++;
    } else if (outcome.value !== null) {
      titles++;
      kinds[outcome.value.kind]++;
    }
  };

  const push = (raw: string, lineNumber: number): LineOutcome => {
    if (refused !== undefined) return refuse(refused);
    const line = withoutLineEnd(raw);
    if (isBlank(line)) return NO_TITLE;
    lines++;
    const outcome = read(line, lineNumber);
    count(outcome);
    return outcome;
  };

  const end = (): Result<ReturnSummary, FileRefusal> => {
    if (refused !== undefined) return refuse(refused);
    if (layout === undefined) return refuse({ code: "empty_file", line: 1, column: 1 });
    const { header, openTitle, hasTrailer } = layout;
    return accept({
      ...header,
      lines,
      titles,
      kinds: { ...kinds },
      damagedLines,
      openTitle: openTitle(),
      hasTrailer: hasTrailer(),
    });
  };
  return { push, end };
}

const isBlank = (line: string): boolean =>
  line.length === 0 || (line.startsWith(" ") && line.trim() === "");

/** CNAB 400 begins "02RETORNO" and names its bank at 77; CNAB 240 begins with the bank and a lot of zeros. */
function openLayout(line: string, lineNumber: number): Result<LayoutReader, FileRefusal> {
  if (/^0\d(RETORNO|REMESSA)/.test(line)) return openCnab400(line, lineNumber);
  if (/^\d{3}00000/.test(line)) return openCnab240(line, lineNumber);
  return refuse({
    code: "unknown_layout",
    line: lineNumber,
    column: 1,
    found: line.slice(0, 20),
  });
}

function openCnab400(line: string, lineNumber: number): Result<LayoutReader, FileRefusal> {
  if (!line.startsWith("02RETORNO")) {
    const found = line.startsWith("02") ? line.slice(2, 9) : (line[1] ?? "");
    const expected = line.startsWith("02") ? "RETORNO" : "2";
    const column = line.startsWith("02") ? 3 : 2;
    return refuse({ code: "not_a_return_file", line: lineNumber, column, found, expected });
  }
  if (line.length < 100) return headerTooShort(line, lineNumber, 100);
  const bank = line.slice(76, 79);
  if (!isBankCode(bank)) return unknownBank(bank, lineNumber, 77);
  return accept(createCnab400Reader(line, bank, BANK_TABLES[bank].cnab400));
}

/**
 * 143 says 1 for a remittance and 2 for a return. Anything else comes of a header that was shortened: then the lot's
 * header decides, which says it again.
 */
function openCnab240(line: string, lineNumber: number): Result<LayoutReader, FileRefusal> {
  const bank = line.slice(0, 3);
  if (!isBankCode(bank)) return unknownBank(bank, lineNumber, 1);
  if (line.length < 143) return headerTooShort(line, lineNumber, 143);
  if (line[142] === "1") {
    const found = { found: "1", expected: "2" };
    return refuse({ code: "not_a_return_file", line: lineNumber, column: 143, ...found });
  }
  return accept(createCnab240Reader(line, bank, BANK_TABLES[bank].cnab240));
}

const unknownBank = (found: string, line: number, column: number) =>
  refuse({ code: "unknown_bank" as const, line, column, found, expected: BANK_CODES.join(" ") });

const headerTooShort = (header: string, line: number, expected: number) =>
  refuse({
    code: "header_too_short" as const,
    line,
    column: header.length + 1,
    found: header.length,
    expected,
  });
