import { date } from "#core/calendar.ts";
import type { Sql } from "#db/client.ts";
import { type ImportOptions, importFile } from "#db/import/import-file.ts";
import type { ImportReport } from "#db/import/report.ts";

export const TODAY = date("2026-11-24");

export type Fields = Readonly<Record<string, unknown>>;

export async function* inPieces(
  bytes: Uint8Array,
  pieceBytes = 65_536,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    yield bytes.subarray(from, from + pieceBytes);
  }
}

export const importText = (
  sql: Sql,
  text: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> => {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return importFile(sql, inPieces(bytes), { format: "auto", today: TODAY, ...options });
};

export const importRecords = (sql: Sql, records: readonly Fields[]): Promise<ImportReport> =>
  importText(sql, records.map((record) => JSON.stringify(record)).join("\n"));

export const customer = (id: string, more: Fields = {}): Fields => ({
  type: "customer",
  id,
  name: `Customer ${id}`,
  ...more,
});
export const ladder = (id: string, day: number): Fields => ({
  type: "ladder",
  id,
  name: `Ladder ${id}`,
  steps: [{ day, action: "forward_to_collections" }],
});
export const contract = (id: string, of: string, more: Fields = {}): Fields => ({
  type: "contract",
  id,
  customer: of,
  ...more,
});
export const invoice = (id: string, of: string, more: Fields = {}): Fields => ({
  type: "invoice",
  id,
  customer: of,
  amount: "129.90",
  dueDate: "2026-10-01",
  ...more,
});
export const payment = (id: string, more: Fields = {}): Fields => ({
  type: "payment",
  id,
  amount: "100.00",
  paidAt: "2026-11-01",
  ...more,
});

const TABLES = [
  "category",
  "ledger_unit",
  "payment_profile",
  "operator",
  "ladder",
  "ladder_step",
  "customer",
  "contract",
  "connection",
  "notice",
  "invoice",
  "payment",
  "collection",
  "customer_panel",
  "account",
  "agreement",
] as const;

export async function empty(sql: Sql): Promise<void> {
  await sql.unsafe(`truncate charge, ${TABLES.join(", ")} cascade`);
}

/** Everything that an import writes, without the moments at which it did. */
export async function contents(sql: Sql): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await sql.unsafe(
      `select (to_jsonb(t) - 'recorded_at')::text as row from ${table} t order by 1`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

/** The transaction that wrote each row last: the same as long as nobody writes. */
export async function writers(sql: Sql): Promise<string[]> {
  const each = TABLES.map(
    (table) =>
      `select '${table}' || ' ' || ctid || ' ' || xmin || ' ' || xmax as writer from ${table}`,
  );
  const rows = await sql.unsafe(`select writer from (${each.join(" union all ")}) w order by 1`);
  return rows.map(({ writer }) => writer);
}

export const counts = ({ read, created, updated, unchanged, rejectedCount }: ImportReport) => ({
  read,
  created,
  updated,
  unchanged,
  rejected: rejectedCount,
});

export const reasons = ({ rejected }: ImportReport): string[] =>
  rejected.map(({ line, reason }) => `${line} ${reason}`);

/** Puts an invoice into collections as the commands do. */
export async function collect(
  sql: Sql,
  invoiceId: string,
  stage: "classified" | "in agreement" | "settled" | "replaced",
  agreement: number | null = null,
): Promise<void> {
  await sql`
    insert into collection (invoice_id, customer_id, stage, amount_cents, due_date, agreement, tolerance_date, breaks_after, settled_on, since)
    select id, customer_id, ${stage}, amount_cents - paid_cents, due_date, ${agreement}::bigint,
           ${stage === "in agreement" ? "2026-12-10" : null}::date, ${stage === "in agreement" ? "2026-12-10" : null}::date,
           ${stage === "settled" ? "2026-11-20" : null}::date, '2026-11-01'
    from invoice where id = ${invoiceId}`;
  await sql`update invoice set in_collection = true where id = ${invoiceId}`;
}
