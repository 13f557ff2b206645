/** `open`: the text ends inside a quoted cell, so the record may go on with the next line. */
export type CsvCells = readonly string[] | "open" | "stray quote";

/**
 * The cells of one record (RFC 4180). csv-parse goes on inside a quote that is never closed, up to the end of the file;
 * here a record ends with its line unless a quoted cell is open, so that a stray quote costs one line. A test compares
 * the two on well-formed records.
 */
export function csvCells(record: string, separator: string): CsvCells {
  if (!record.includes('"')) return record.split(separator);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] !== '"') {
      const end = endOfBareCell(record, separator, at);
      const cell = record.slice(at, end);
      if (cell.includes('"')) return "stray quote";
      cells.push(cell);
      at = end;
    } else {
      const end = closingQuote(record, at + 1);
      if (end < 0) return "open";
      cells.push(record.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
      if (at < record.length && record[at] !== separator) return "stray quote";
    }
    if (at >= record.length) return cells;
    at += 1;
  }
}

function endOfBareCell(record: string, separator: string, from: number): number {
  const end = record.indexOf(separator, from);
  return end < 0 ? record.length : end;
}

function closingQuote(record: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = record.indexOf('"', at);
    if (at < 0 || record[at + 1] !== '"') return at;
  }
}

/** Headers come with commas, or with semicolons where the comma is the decimal sign. */
export function separatorOf(header: string): "," | ";" {
  return header.split(";").length > header.split(",").length ? ";" : ",";
}
