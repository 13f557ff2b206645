import { NO_TERMS } from "#core/agreement/terms.ts";
import { addDays } from "#core/calendar.ts";
import {
  type AgreementNumber,
  type CustomerId,
  type InvoiceId,
  SYSTEM_OPERATOR,
} from "#core/ids.ts";
import { percent } from "#core/money.ts";
import { makeAgreement } from "#core/use-cases/make-agreement.ts";
import type { Connection, Sql } from "#db/client.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { type Measurement, speedOf } from "./measurement.ts";
import { TODAY } from "./provider.ts";
import { median, millisecondsOf } from "./stopwatch.ts";

const ROUNDS = 60;
const WARM_UP = 10;

type Case = { readonly customer: CustomerId; readonly invoices: readonly InvoiceId[] };

/** An agreement of 12 instalments through the whole command, against the same rows inserted and nothing else. */
export async function measureAgreement({ db, sql }: Connection): Promise<Measurement> {
  const ports = createPorts(db);
  const times: { command: number[]; inserts: number[] } = { command: [], inserts: [] };
  for (const one of await casesToAgreeOn(sql)) {
    let number: AgreementNumber | null = null;
    const commandMs = await millisecondsOf(async () => {
      const made = await makeAgreement(ports, {
        input: { ...one, proposal: PROPOSAL },
        actor: SYSTEM_OPERATOR,
        today: TODAY,
      });
      if (!made.ok) throw new Error(`refused: ${JSON.stringify(made.refusal)}`);
      number = made.value.agreement;
    });
    const rows = await rowsOf(sql, number);
    times.command.push(commandMs);
    times.inserts.push(await millisecondsOf(() => insertBare(sql, rows)));
  }
  const warm = (values: readonly number[]) =>
    median(values.slice(Math.min(WARM_UP, values.length - 1)));
  return speedOf("agreement with 12 instalments", {
    measuredMs: warm(times.command),
    floorMs: warm(times.inserts),
    atLeast: 0.2,
  });
}

const PROPOSAL = {
  kind: "renegotiated",
  toleranceDate: addDays(TODAY, 10),
  category: "Bench",
  terms: { ...NO_TERMS, increase: percent(1) },
  units: { increase: "9.9" },
  split: { kind: "instalments", count: 12, firstDue: addDays(TODAY, 5) },
  description: "Bench",
  profile: "Bench",
  keepDiscount: false,
} as const;

async function casesToAgreeOn(sql: Sql): Promise<Case[]> {
  return await sql<Case[]>`
    select customer_id as customer, array_agg(invoice_id order by invoice_id) as invoices
    from collection where stage = 'awaiting negotiation'
    group by customer_id order by customer_id limit ${WARM_UP + ROUNDS}`;
}

const TABLES = [
  "agreement",
  "agreement_invoice",
  "agreement_line",
  "invoice",
  "collection",
  "event",
] as const;

type Rows = readonly { readonly table: (typeof TABLES)[number]; readonly rows: string }[];

/** What the command inserted, under other keys: rows that it only changed (the sources) are left out of the floor. */
async function rowsOf(sql: Sql, number: AgreementNumber | null): Promise<Rows> {
  const read = TABLES.map(async (table) => {
    const column = sql(table === "agreement" ? "number" : "agreement");
    const rows = await sql<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${sql(table)} t where ${column} = ${number}`;
    const inserted = rows.filter(({ row }) => table !== "collection" || row.stage !== "replaced");
    return { table, rows: JSON.stringify(inserted.map(({ row }) => underOtherKeys(table, row))) };
  });
  return await Promise.all(read);
}

const FAR = 1_000_000_000;

function underOtherKeys(table: string, row: Record<string, unknown>): Record<string, unknown> {
  const numbered = (value: unknown) => (typeof value === "number" ? value + FAR : value);
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (column === "agreement" || column === "number") return [column, numbered(value)];
      if (column === "id" && table === "event") return [column, numbered(value)];
      if (column === "id" || column === "invoice_id") return [column, `X${value}`];
      return [column, value];
    }),
  );
}

async function insertBare(sql: Sql, tables: Rows): Promise<void> {
  await sql.begin(async (tx) => {
    for (const { table, rows } of tables) {
      await tx`
        insert into ${tx(table)} overriding system value
        select * from jsonb_populate_recordset(null::${tx(table)}, ${rows}::jsonb)`;
    }
  });
}
