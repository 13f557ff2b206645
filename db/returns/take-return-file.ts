import { createHash } from "node:crypto";
import { createReturnReader } from "#core/bank/return/reader.ts";
import {
  type FileRefusal,
  type LineRefusal,
  type ReturnSummary,
  refusesFile,
} from "#core/bank/return/title.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import type { NewReturnFile, ReturnCounts, TitleLine, TitleResult } from "#core/return-ports.ts";
import type {
  ReturnDetail,
  ReturnFailure,
  ReturnOptions,
  ReturnReport,
  ReturnSource,
} from "#core/return-report.ts";
import {
  closeReturn,
  openReturn,
  rehearseReturn,
  takeReturnLines,
  titleLine,
} from "#core/use-cases/read-return.ts";
import { errorCode } from "../errors.ts";
import { returnLines } from "./return-lines.ts";

/**
 * Reads a bank's return file of any size (SPEC 5.1): nothing of a file that is not one whole counts; then its titles are taken
 * some hundred a transaction. The same file again changes nothing and gets the same counts; a run that was killed is made
 * good by reading the file again.
 */
export async function takeReturnFile(
  ports: Ports,
  source: ReturnSource,
  options: ReturnOptions,
): Promise<Result<ReturnReport, ReturnFailure>> {
  const seen = await inspect(source);
  if (!seen.ok) return refuse({ because: "file", refusal: seen.refusal });
  const reading = { ports, source, options, inspected: seen.value };
  const taken = await (options.dryRun === true ? rehearse(reading) : take(reading));
  if (!taken.ok) return refuse({ because: "command", refusal: taken.refusal });
  const { bank, layout, fileDate, titles, hasTrailer } = seen.value.summary;
  const { refused, refusedCount } = seen.value;
  const about = { bank, layout, fileDate, titles, hasTrailer, refused, refusedCount };
  return accept({ ...about, ...taken.value });
}

const MAX_REFUSED = 100;

type Inspected = {
  readonly summary: ReturnSummary;
  readonly sha256: string;
  readonly refused: readonly LineRefusal[];
  readonly refusedCount: number;
};

async function inspect(source: ReturnSource): Promise<Result<Inspected, FileRefusal>> {
  const hash = createHash("sha256");
  const reader = createReturnReader();
  const refused: LineRefusal[] = [];
  let lineNumber = 0;
  for await (const lines of returnLines(hashed(source(), hash))) {
    for (const line of lines) {
      const outcome = reader.push(line, ++lineNumber);
      if (outcome.ok) continue;
      if (refusesFile(outcome.refusal)) return refuse(outcome.refusal);
      if (refused.length < MAX_REFUSED) refused.push(outcome.refusal);
    }
  }
  const end = reader.end();
  if (!end.ok) return end;
  const { openTitle, damagedLines } = end.value;
  const all = openTitle === null ? refused : [...refused, openTitle];
  const refusedCount = damagedLines + (openTitle === null ? 0 : 1);
  return accept({ summary: end.value, sha256: hash.digest("hex"), refused: all, refusedCount });
}

async function* hashed(source: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

type Reading = {
  readonly ports: Ports;
  readonly source: ReturnSource;
  readonly options: ReturnOptions;
  readonly inspected: Inspected;
};

/** Few enough to hold their customers' locks for a moment only. */
const TITLES_AT_ONCE = 200;

async function* pieces({ source, options, inspected }: Reading): AsyncGenerator<TitleLine[]> {
  const reader = createReturnReader();
  let lineNumber = 0;
  let piece: TitleLine[] = [];
  for await (const lines of returnLines(source())) {
    for (const line of lines) {
      const outcome = reader.push(line, ++lineNumber);
      if (!outcome.ok || outcome.value === null) continue;
      piece.push(titleLine(outcome.value, inspected.summary, options.today));
      if (piece.length < TITLES_AT_ONCE) continue;
      yield piece;
      piece = [];
    }
  }
  if (piece.length > 0) yield piece;
}

type Taken = ReturnCounts & Pick<ReturnReport, "file" | "seenBefore" | "details">;

async function take(reading: Reading): Promise<Result<Taken, Refusal>> {
  const { ports, options, inspected } = reading;
  const { actor, today } = options;
  const opened = await again(() => openReturn(ports, { input: fileOf(reading), actor, today }));
  if (!opened.ok) return opened;
  const { id: file, counts: earlier } = opened.value;
  const details = options.details === true ? ([] as ReturnDetail[]) : undefined;
  if (earlier === null || details !== undefined) {
    for await (const lines of pieces(reading)) {
      const taken = await again(() =>
        takeReturnLines(ports, { input: { file, lines }, actor, today }),
      );
      if (!taken.ok) return taken;
      details?.push(...detailsOf(lines, taken.value));
    }
  }
  const { bank, titles } = inspected.summary;
  const closed = await again(() =>
    closeReturn(ports, { input: { file, bank, titles }, actor, today }),
  );
  if (!closed.ok) return closed;
  return accept({ ...closed.value, file, seenBefore: earlier !== null, details });
}

async function rehearse(reading: Reading): Promise<Result<Taken, Refusal>> {
  const { ports, options } = reading;
  const { actor, today } = options;
  const details: ReturnDetail[] = [];
  let counted: (ReturnCounts & { readonly seenBefore: boolean }) | undefined;
  const run = () => {
    details.length = 0;
    return rehearseReturn(ports, {
      input: {
        file: fileOf(reading),
        pieces: () => pieces(reading),
        told(lines: readonly TitleLine[], results: readonly TitleResult[]) {
          if (options.details === true) details.push(...detailsOf(lines, results));
        },
        counted(counts: ReturnCounts, seenBefore: boolean) {
          counted = { ...counts, seenBefore };
        },
      },
      actor,
      today,
    });
  };
  const ended = await again(run);
  if (counted === undefined || ended.ok || ended.refusal.code !== "only_rehearsed") return ended;
  const shown = options.details === true ? details : undefined;
  return accept({ ...counted, file: null, details: shown });
}

function fileOf({ options, inspected }: Reading): NewReturnFile {
  const { lines, titles, hasTrailer, ...header } = inspected.summary;
  const { bank, layout, agreementCode, fileDate, fileNumber } = header;
  return {
    ...{ bank, layout, agreementCode, fileDate, fileNumber, lines, titles, hasTrailer },
    sha256: inspected.sha256,
    name: options.name ?? null,
    damagedLines: inspected.refusedCount,
  };
}

function detailsOf(
  lines: readonly TitleLine[],
  results: readonly TitleResult[],
): readonly ReturnDetail[] {
  const byLine = new Map(results.map((result) => [result.line, result]));
  return lines.map((title) => {
    const result = byLine.get(title.line);
    if (result === undefined) throw new Error(`line ${title.line} was not taken`);
    return { title, invoice: result.invoice, outcome: result.outcome };
  });
}

const [UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK] = ["23505", "40001", "40P01"] as const;
const PASSING = new Set<string>([UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK]);
const ATTEMPTS = 5;

/** Two files that tell of the same titles, or a command in between, may get in each other's way once. */
async function again<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !PASSING.has(errorCode(error) ?? "")) throw error;
    }
  }
}
