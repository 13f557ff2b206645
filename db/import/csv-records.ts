import { csvCells, separatorOf } from "./csv-cells.ts";
import type { Line } from "./lines.ts";
import { MAX_LINE_BYTES } from "./lines.ts";
import { type ImportRefusal, WHOLE_LINE } from "./refusal.ts";

export type CsvSink = {
  /** Undefined when the header will do, else why nothing of the file can be read. */
  header(names: readonly string[]): ImportRefusal | undefined;
  record(line: number, cells: readonly string[]): void;
  refused(line: number, refusal: ImportRefusal): void;
  /** The line that should have been the header: nothing of the file is read. */
  unreadable(line: number, refusal: ImportRefusal): void;
};

/** Takes lines, gives records with the number of their first line. A refused header ends it: `push` answers false. */
export function csvRecords(sink: CsvSink) {
  const state = { open: [] as OpenLine[], openBytes: 0, separator: "", width: 0, dead: false };

  function push({ number, text }: Line): boolean {
    if (state.dead) return false;
    if (text === undefined) {
      if (state.width === 0) return end(number, TOO_LONG);
      giveUpOpen();
      sink.refused(number, TOO_LONG);
      return true;
    }
    take({ number, text: text.endsWith("\r") ? text.slice(0, -1) : text });
    return !state.dead;
  }

  function take(line: OpenLine): void {
    if (state.open.length > 0) goOn(line);
    else if (line.text.trim() === "") return;
    else if (state.width === 0) readHeader(line);
    else begin(line);
  }

  function begin(line: OpenLine): void {
    const cells = csvCells(line.text, state.separator);
    if (cells === "open") {
      state.open = [line];
      state.openBytes = line.text.length;
    } else if (cells === "stray quote") {
      sink.refused(line.number, STRAY_QUOTE);
    } else {
      deliver(line.number, cells);
    }
  }

  function goOn(line: OpenLine): void {
    const first = state.open[0] ?? line;
    state.open.push(line);
    state.openBytes += line.text.length;
    const isTooMuch = state.open.length > MAX_RECORD_LINES || state.openBytes > MAX_LINE_BYTES;
    const cells = line.text.includes('"') ? csvCells(openText(), state.separator) : "open";
    if (cells === "stray quote" || (cells === "open" && isTooMuch)) {
      giveUpFirst();
    } else if (cells !== "open") {
      state.open = [];
      deliver(first.number, cells);
    }
  }

  const openText = () => state.open.map(({ text }) => text).join("\n");

  function readHeader({ number, text }: OpenLine): void {
    state.separator = separatorOf(text);
    const cells = csvCells(text, state.separator);
    const names = typeof cells === "string" ? [] : cells.map((name) => name.trim());
    const refusal = typeof cells === "string" ? STRAY_QUOTE : sink.header(names);
    state.width = names.length;
    if (refusal !== undefined) end(number, refusal);
  }

  function end(number: number, refusal: ImportRefusal): false {
    state.dead = true;
    sink.unreadable(number, refusal);
    return false;
  }

  function deliver(number: number, cells: readonly string[]): void {
    if (cells.length === state.width) {
      sink.record(number, cells);
    } else {
      const counts = { got: String(cells.length), expected: String(state.width) };
      sink.refused(number, { code: "wrong_cell_count", field: WHOLE_LINE, ...counts });
    }
  }

  /** The quote that opened the first line was a stray one: the lines behind it are read again on their own. */
  function giveUpFirst(): void {
    const [first, ...rest] = state.open;
    state.open = [];
    if (first !== undefined) sink.refused(first.number, STRAY_QUOTE);
    for (const line of rest) take(line);
  }

  function giveUpOpen(): void {
    while (state.open.length > 0) giveUpFirst();
  }

  return { push, end: giveUpOpen };
}

type OpenLine = { readonly number: number; readonly text: string };

/** How many lines one record may have: cells with line breaks are addresses and notes, not chapters. */
const MAX_RECORD_LINES = 50;

const STRAY_QUOTE: ImportRefusal = { code: "stray_quote", field: WHOLE_LINE };
export const TOO_LONG: ImportRefusal = {
  code: "line_too_long",
  field: WHOLE_LINE,
  expected: "1 MiB",
};
