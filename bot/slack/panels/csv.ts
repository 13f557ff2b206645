import { type CivilDate, parseDate } from "#core/calendar.ts";
import { type Cents, formatAmount } from "#core/money.ts";
import type { PanelRows } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";
import type { Texts } from "../../texts/texts.ts";

type Row = PanelRows[PanelName];

/** A file of a panel's rows that spreadsheets of the language open by a double click. */
export function csvOf(panel: PanelName, rows: readonly Row[], texts: Texts): string {
  const columns = COLUMNS[panel];
  const { separator } = DIALECTS[texts.language];
  const head = columns.map((column) => cell(texts.say(`slack-panels-csv-${column}`), separator));
  const lines = rows.map((row) => {
    const values = row as unknown as Readonly<Record<string, unknown>>;
    return columns.map((column) => {
      const value = values[column];
      const text = written(column, value, texts);
      return typeof value === "number" ? text : cell(text, separator);
    });
  });
  return `\uFEFF${[head, ...lines].map((line) => line.join(separator)).join("\r\n")}\r\n`;
}

/**
 * A cell that begins like a formula would be run by a spreadsheet: an apostrophe makes it a text, within quotes. Everything
 * else is quoted only where the format asks for it.
 */
export function cell(text: string, separator: string): string {
  const isFormula = /^[\s\p{Cc}]*[=+\-@]|^[\t\r]/u.test(text);
  const safe = isFormula ? `'${text}` : text;
  return isFormula || safe.includes(separator) || /["\r\n]/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

const DIALECTS = {
  "pt-BR": { separator: ";", decimal: "," },
  en: { separator: ",", decimal: "." },
} as const;

function written(column: string, value: unknown, texts: Texts): string {
  if (value === null || value === undefined) return "";
  if (column === "amountCents") {
    return formatAmount(value as Cents).replace(".", DIALECTS[texts.language].decimal);
  }
  return typeof value === "string" && DAYS.has(column) && parseDate(value) !== undefined
    ? texts.date(value as CivilDate)
    : String(value);
}

const OF_CUSTOMERS = [
  "customer",
  "name",
  "invoices",
  "amountCents",
  "oldestDue",
  "daysOverdue",
  "city",
  "operator",
] as const;

const OF_INVOICES = [
  "invoice",
  "customer",
  "name",
  "amountCents",
  "dueDate",
  "agreement",
  "toleranceDate",
  "city",
  "operator",
] as const;

const OF_RECORDS = [...OF_INVOICES, "record", "registeredOn", "details"] as const;

const COLUMNS: { readonly [Name in PanelName]: readonly (keyof PanelRows[Name] & string)[] } = {
  classified: OF_CUSTOMERS,
  "in-contact": OF_CUSTOMERS,
  awaiting: OF_CUSTOMERS,
  pending: OF_INVOICES,
  settled: [...OF_INVOICES, "settledOn"],
  broken: [...OF_INVOICES, "daysBroken"],
  spc: [...OF_RECORDS, "expiresOn"],
  "spc-critiques": [...OF_RECORDS, "settledOn", "removeBy"],
  "spc-removed": [...OF_RECORDS, "removedOn", "removalDetails"],
};

const DAYS: ReadonlySet<string> = new Set([
  "oldestDue",
  "dueDate",
  "toleranceDate",
  "settledOn",
  "registeredOn",
  "expiresOn",
  "removeBy",
  "removedOn",
]);
