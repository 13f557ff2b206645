import { type Cents, formatAmount } from "#core/money.ts";

/** Core's values as JSON documents hold them: `amountCents: 12990` becomes `amount: "129.90"`, at every depth. */
export function toDocument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toDocument);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key.endsWith(CENTS) && (inner === null || typeof inner === "number")
        ? [key.slice(0, -CENTS.length), inner === null ? null : formatAmount(inner as Cents)]
        : [key, toDocument(inner)],
    ),
  );
}

/** Rows under their columns, numbers to the right. Columns that no row fills are left out. */
export function table(rows: readonly object[]): string[] {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = keys.filter((key) => rows.some((row) => cell((row as Row)[key]) !== ""));
  const cells = rows.map((row) => columns.map((key) => cell((row as Row)[key])));
  const widths = columns.map((key, i) =>
    Math.max(heading(key).length, ...cells.map((line) => line[i]?.length ?? 0)),
  );
  const numeric = columns.map((_, i) => cells.every((line) => /^-?[\d.]*$/.test(line[i] ?? "")));
  const write = (line: readonly string[]) =>
    line
      .map((text, i) => text[numeric[i] ? "padStart" : "padEnd"](widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [write(columns.map(heading)), ...cells.map(write)];
}

/** `oldestDue` is read "oldest due". */
export const heading = (key: string): string =>
  key.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

/** A document of nested objects and lists, for reading. */
export function outline(document: object): string[] {
  return Object.entries(document).flatMap(([key, value]) => {
    if (isRows(value)) return ["", `${heading(key)}:`, ...table(value).map(indent)];
    if (isGroups(value)) {
      const rows = Object.entries(value).map(([name, group]) => ({ of: heading(name), ...group }));
      return ["", `${heading(key)}:`, ...table(rows).map(indent)];
    }
    if (isObject(value)) return ["", `${heading(key)}:`, ...outline(value).map(indent)];
    const text = cell(value);
    return [`${heading(key)}: ${text === "" ? "-" : text}`];
  });
}

const CENTS = "Cents";
const MAX_CELL = 160;

type Row = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is object[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

/** The same few values of each of several: read better as rows. */
const isGroups = (value: unknown): value is Readonly<Record<string, object>> => {
  const groups = isObject(value) ? Object.values(value) : [];
  return (
    groups.length > 0 && groups.every((one) => isObject(one) && !Object.values(one).some(isDeep))
  );
};

const isDeep = (value: unknown): boolean => typeof value === "object" && value !== null;

const indent = (line: string): string => (line === "" ? "" : `  ${line}`);

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && !value.some(isObject)) return value.map(cell).join(", ");
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const oneLine = text.replace(/\s+/g, " ");
  return oneLine.length > MAX_CELL ? `${oneLine.slice(0, MAX_CELL - 1)}…` : oneLine;
}
