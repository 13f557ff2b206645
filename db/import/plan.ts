import type { LocalHolidays } from "#core/business-days.ts";
import type { CivilDate } from "#core/calendar.ts";
import { FIELDS, type Field, type RecordType } from "./records.ts";
import type { ImportRefusalCode } from "./refusal.ts";
import { stageOf } from "./staging.ts";

/** The temporary table of one round: the rows as they would stand, with what speaks against them. */
export const WORK = "pg_temp.import_work";

/** How the staged lines of one type reach their table. All SQL; nothing of it comes from the file. */
export type Plan = {
  readonly type: RecordType;
  readonly table: string;
  /** The table, or a query in brackets that adds to its rows what else a line says. */
  readonly current: string;
  /**
   * Rows for WORK: line, id, known (stands in the table), refusal, changed (known and to be updated), locking (changes
   * what commands change too), and the columns. Its alias for the staging table is `s`; a `where` is added to it.
   */
  readonly select: string;
  readonly insert: string;
  /** Undefined for what is never edited. */
  readonly update?: string;
  readonly uniques: readonly Unique[];
  /** Customers of rows that are `locking`: a command on one of them holds its row's lock. */
  readonly lockedCustomers?: string;
  /** What follows from the rows that were created or changed. */
  readonly after: readonly string[];
};

export type Unique = {
  readonly column: string;
  readonly field: string;
  /** No column of the table: only lines of one file are compared here, the table by a check of the plan. */
  readonly onlyWithin?: true;
};

export type PlanCircumstances = {
  readonly today: CivilDate;
  /** Days of the setting, read by core: nothing of the file. */
  readonly localHolidays: LocalHolidays;
};

export type PlanMaker = (circumstances: PlanCircumstances) => Plan;

type PlanOptions = {
  readonly table: string;
  /** Instead of the table, when it alone does not hold all that a line says. */
  readonly current?: string;
  readonly joins?: readonly string[];
  /** Columns that follow from the line and from what is there: SQL over `e` (the line on top of the row), `t` and joins. */
  readonly derived?: Readonly<Record<string, string>>;
  /** Columns of WORK that are no column of the table. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly checks?: readonly string[];
  readonly uniques?: readonly Unique[];
  /** SQL over the columns of WORK; rows that are `changed` by default. */
  readonly locking?: string;
  readonly lockedCustomers?: string;
  readonly after?: readonly string[];
};

/** The plan of a type whose lines are rows of a table. `offset 0` keeps what is used often from being computed as often. */
export function planOf(type: RecordType, options: PlanOptions): Plan {
  const { table, current = options.table, notes = {} } = options;
  const derived = options.derived ?? {};
  const columns = [
    ...new Set([...FIELDS[type].map(({ column }) => column), ...Object.keys(derived)]),
  ];
  const written = columns.filter((column) => !(column in notes));
  const values = columns.map((column) => notes[column] ?? derived[column] ?? `e.${column}`);
  const listed = columns.map((column, index) => `${values[index]} as ${column}`);
  const noted = Object.entries(notes).filter(([name]) => !columns.includes(name));
  const checks = [...FIELDS[type].filter(isRequired).map(requiredCheck), ...(options.checks ?? [])];
  return {
    type,
    table,
    current,
    select: `
      select *, known and refusal is null and differs as changed,
             ${options.locking ?? "known and refusal is null and differs"} as locking
      from (select s.line, s.id, t.id is not null as known,
              ${listed.join(", ")}${noted.map(([name, value]) => `, ${value} as ${name}`).join("")},
              t.id is not null and (${tuple("t", columns)}) is distinct from (${values.join(", ")}) as differs,
              ${refusalCase(checks)} as refusal
            from ${stageOf(type)} s
            left join ${current} t on t.id = s.id
            cross join lateral (select ${FIELDS[type].map(effective).join(", ")} offset 0) e
            ${(options.joins ?? []).join("\n")}
            where <chosen> offset 0) rows`,
    insert: `
      insert into ${table} (id, ${written.join(", ")})
      select id, ${written.join(", ")} from ${WORK} where not known and refusal is null`,
    update: `
      update ${table} x set ${written.map((column) => `${column} = w.${column}`).join(", ")}
      from ${WORK} w where w.changed and x.id = w.id`,
    uniques: options.uniques ?? [],
    ...(options.lockedCustomers === undefined ? {} : { lockedCustomers: options.lockedCustomers }),
    after: options.after ?? [],
  };
}

const tuple = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${column}`).join(", ");

const isRequired = (field: Field): boolean => field.required === true;

/** The line on top of what is there: absent leaves, empty clears, and a new row gets what stands for nothing. */
function effective({ column, cast, fallback = "null" }: Field): string {
  const value = cast === undefined ? `s.${column}` : `s.${column}::${cast}`;
  const nothing = cast === undefined || fallback !== "null" ? fallback : `null::${cast}`;
  return `case when s.${column} is null then coalesce(t.${column}, ${nothing})
               when s.${column} = '' then ${nothing} else ${value} end as ${column}`;
}

const requiredCheck = ({ name, column }: Field): string =>
  check(`e.${column} is null`, { code: "required", field: name });

export const refusalCase = (checks: readonly string[]): string =>
  checks.length === 0 ? "null::jsonb" : `case ${checks.join("\n")} end`;

type CheckTexts = {
  readonly code: ImportRefusalCode;
  readonly field: string;
  /** SQL. */
  readonly got?: string;
  readonly expected?: string;
};

/** One branch of the case that says what is wrong with a row. */
export function check(condition: string, { code, field, got, expected }: CheckTexts): string {
  const shown = got === undefined ? "" : `, 'got', ${got}`;
  const wanted = expected === undefined ? "" : `, 'expected', ${expected}`;
  return `when ${condition} then jsonb_build_object('code', '${code}', 'field', '${field}'${shown}${wanted})`;
}

/** Checks that a reference leads somewhere; `alias` is the left join that looked for it. */
export const referenceCheck = (field: string, column: string, alias: string): string =>
  check(`e.${column} is not null and ${alias} is null`, {
    code: "unknown_reference",
    field,
    got: `e.${column}`,
  });

/** Decimal reais of cents, for messages. */
export const decimalSql = (centsSql: string): string =>
  `to_char((${centsSql}) / 100.0, 'FM999999999999990.00')`;
