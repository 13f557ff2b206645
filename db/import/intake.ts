import { csvRecords, TOO_LONG } from "./csv-records.ts";
import type { Line } from "./lines.ts";
import { masked } from "./masking.ts";
import { FIELDS, isRecordType, RECORD_TYPES, type RecordType } from "./records.ts";
import { type ImportRefusal, WHOLE_LINE } from "./refusal.ts";
import type { Refused } from "./report.ts";
import { recordChecks, type Staged } from "./schemas.ts";
import type { Circumstances } from "./values.ts";

export type IntakeOptions = Omit<Circumstances, "dialect"> & {
  readonly type?: RecordType | undefined;
  readonly format: "ndjson" | "csv" | "auto";
};

export type Sink = {
  accepted(type: RecordType, line: number, staged: Staged): void;
  refused(refused: Refused): void;
  /** Nothing of the file can be read, for what is wrong with this line. */
  unreadable(refused: Refused): void;
};

export type Intake = {
  /** False when the rest of the file need not be read. */
  take(line: Line): boolean;
  end(): void;
};

/** Turns the lines of a file into checked records; the first line that is not blank shows the format. */
export function intake(options: IntakeOptions, sink: Sink): Intake {
  let chosen: Intake | undefined;
  return {
    take(line) {
      if (chosen === undefined) {
        if (line.text?.trim() === "") return true;
        const looksLikeJson = line.text === undefined || line.text.trimStart().startsWith("{");
        const isJson = options.format === "auto" ? looksLikeJson : options.format === "ndjson";
        chosen = isJson ? ndjsonIntake(options, sink) : csvIntake(options, sink);
      }
      return chosen.take(line);
    },
    end: () => chosen?.end(),
  };
}

const TYPES = RECORD_TYPES.join(", ");

function ndjsonIntake({ type: expected, today }: IntakeOptions, sink: Sink): Intake {
  const checks = recordChecks({ dialect: "json", today });

  function refusalOf({ number, text }: Line): ImportRefusal | undefined {
    if (text === undefined) return TOO_LONG;
    const record = parseObject(text);
    if (record === undefined) return { code: "not_json", field: WHOLE_LINE };
    const type = record.type ?? expected;
    if (type === undefined) return { code: "no_type", field: "type", expected: TYPES };
    if (!isRecordType(type)) {
      return { code: "unknown_type", field: "type", got: masked(type), expected: TYPES };
    }
    if (expected !== undefined && type !== expected) {
      return { code: "other_type", field: "type", got: type, expected };
    }
    const checked = checks[type](record);
    if (!checked.ok) return checked.refusal;
    sink.accepted(type, number, checked.staged);
    return undefined;
  }

  return {
    take(line) {
      if (line.text?.trim() === "") return true;
      const refusal = refusalOf(line);
      if (refusal !== undefined) sink.refused({ line: line.number, refusal });
      return true;
    },
    end: () => undefined,
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function csvIntake({ type, today }: IntakeOptions, sink: Sink): Intake {
  const checks = recordChecks({ dialect: "csv", today });
  let names: readonly string[] = [];
  const records = csvRecords({
    header(found) {
      names = found;
      return headerRefusal(found, type);
    },
    record(line, cells) {
      if (type === undefined) return;
      const record: Record<string, string> = {};
      for (const [index, name] of names.entries()) record[name] = cells[index] ?? "";
      const checked = checks[type](record);
      if (checked.ok) sink.accepted(type, line, checked.staged);
      else sink.refused({ line, refusal: checked.refusal });
    },
    refused: (line, refusal) => sink.refused({ line, refusal }),
    unreadable: (line, refusal) => sink.unreadable({ line, refusal }),
  });
  return { take: records.push, end: records.end };
}

function headerRefusal(
  names: readonly string[],
  type: RecordType | undefined,
): ImportRefusal | undefined {
  if (type === undefined) return { code: "no_type", field: "type", expected: TYPES };
  const known = ["id", ...FIELDS[type].map(({ name }) => name)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return { code: "unknown_field", field: masked(unknown), expected: known.join(", ") };
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { code: "field_twice", field: twice };
  return names.includes("id") ? undefined : { code: "required", field: "id" };
}
