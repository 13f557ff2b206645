import { type CivilDate, date } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";
import { insertRows } from "../support/rows.ts";

export const TODAY: CivilDate = date("2026-10-15");
export const ANA = "C1" as CustomerId;
export const RENEGOTIATED = 7 as AgreementNumber;

/** Ana owes two invoices, keeps an agreement of three instalments, broke another, and has somebody else beside her. */
export async function writeAna(sql: Sql): Promise<void> {
  await insertRows(sql, "customer", [
    {
      id: ANA,
      name: "Ana Souza",
      tax_id: "52998224725",
      city: "Recife",
      state: "PE",
      operator_id: "op1",
    },
    {
      id: "C2",
      name: "Anália Lima",
      tax_id: "12ABC34501DE35",
      city: "Natal",
      state: "RN",
      operator_id: null,
    },
  ]);
  await insertRows(sql, "account", [
    { customer_id: ANA, number: 31, opened_on: "2026-09-01", opened_by: "op1" },
  ]);
  await insertRows(sql, "ladder", [{ id: "ten", name: "Ten days", forward_day: 10 }]);
  await insertRows(sql, "contract", [
    {
      id: "K1",
      customer_id: ANA,
      ladder_id: "ten",
      plan: "300 Mb",
      status: "active",
      ended_at: null,
      on_time_discount_cents: 500,
    },
    {
      id: "K2",
      customer_id: ANA,
      ladder_id: null,
      plan: "TV",
      status: "ended",
      ended_at: "2026-05-31",
      on_time_discount_cents: 0,
    },
  ]);
  await writeInvoices(sql);
  await writeAgreements(sql);
}

const invoice = (line: string, more: Record<string, unknown> = {}) => {
  const [id, customer_id, amount_cents, due_date, state] = line.split(" ");
  return {
    id,
    customer_id,
    amount_cents,
    due_date,
    state,
    number: `N${id}`,
    contract_id: "K1",
    paid_cents: state === "paid" ? amount_cents : 0,
    fiscal_document: false,
    in_collection: true,
    ...more,
  };
};

const writeInvoices = (sql: Sql): Promise<void> =>
  insertRows(sql, "invoice", [
    invoice("F1 C1 10000 2026-09-01 open", { paid_cents: 2500 }),
    invoice("F2 C1 5000 2026-09-10 open", { fiscal_document: true }),
    invoice("F3 C1 6000 2026-08-10 open"),
    invoice("F4 C1 30000 2026-07-10 deleted"),
    invoice("F5 C1 4000 2026-08-20 open"),
    invoice("AC7-1 C1 12000 2026-10-01 paid"),
    invoice("AC7-2 C1 10000 2026-11-01 open"),
    invoice("AC7-3 C1 10000 2026-12-01 open"),
    invoice("G1 C2 9000 2026-09-02 open"),
  ]);

const agreement = (number: number, kind: string, more: Record<string, unknown>) => ({
  number,
  kind,
  customer_id: ANA,
  status: "live",
  category: "Phone",
  proposal: {},
  made_by: "op1",
  made_on: "2026-09-20",
  ...more,
});

async function writeAgreements(sql: Sql): Promise<void> {
  await insertRows(sql, "agreement", [
    agreement(7, "renegotiated", {
      tolerance_date: "2026-12-05",
      base_cents: 30000,
      total_cents: 32000,
      sources_become: "deleted",
    }),
    agreement(8, "unchanged", {
      tolerance_date: "2026-10-10",
      base_cents: 6000,
      total_cents: 6000,
      sources_become: null,
    }),
    agreement(9, "unchanged", {
      tolerance_date: "2026-11-10",
      base_cents: 4000,
      total_cents: 4000,
      sources_become: null,
      status: "awaiting approval",
    }),
  ]);
  const member = (line: string) => {
    const [number, invoice_id, is_source, is_awaited, instalment, amount_cents, due_date] =
      line.split(" ");
    return {
      agreement: number,
      invoice_id,
      is_source,
      is_awaited,
      instalment: instalment === "-" ? null : instalment,
      amount_cents,
      due_date,
      live: number !== "9",
      held: number === "9",
    };
  };
  await insertRows(sql, "agreement_invoice", [
    member("7 F4 true false - 30000 2026-07-10"),
    member("7 AC7-1 false true 1 12000 2026-10-01"),
    member("7 AC7-2 false true 2 10000 2026-11-01"),
    member("7 AC7-3 false true 3 10000 2026-12-01"),
    member("8 F3 true true 1 6000 2026-08-10"),
    member("9 F5 true false - 4000 2026-08-20"),
  ]);
  const line = (
    instalment: number,
    term: string,
    amount_cents: number,
    ledger_unit: string | null = null,
  ) => ({
    agreement: 7,
    instalment,
    term,
    amount_cents,
    ledger_unit,
  });
  await insertRows(sql, "agreement_line", [
    line(1, "charges", 2000, "3.1"),
    line(1, "discount", -1000, "3.2"),
    line(1, "base", 11000),
    line(2, "base", 10000),
    line(3, "base", 10000),
  ]);
  await insertRows(sql, "collection", [
    collected("F1 awaiting_negotiation 7500 2026-09-01"),
    collected("F2 awaiting_negotiation 5000 2026-09-10"),
    collected("F5 awaiting_negotiation 4000 2026-08-20"),
    collected("F4 replaced 30000 2026-07-10", { agreement: 7 }),
    collected("AC7-1 settled 12000 2026-10-01", { agreement: 7, settled_on: "2026-09-30" }),
    collected("AC7-2 in_agreement 10000 2026-11-01", {
      agreement: 7,
      tolerance_date: "2026-12-05",
      breaks_after: "2026-12-05",
    }),
    collected("AC7-3 in_agreement 10000 2026-12-01", {
      agreement: 7,
      tolerance_date: "2026-12-05",
      breaks_after: "2026-12-05",
    }),
    collected("F3 in_agreement 6000 2026-08-10", {
      agreement: 8,
      tolerance_date: "2026-10-10",
      breaks_after: "2026-10-13",
    }),
    collected("G1 classified 9000 2026-09-02", { customer_id: "C2" }),
  ]);
}

function collected(line: string, more: Record<string, unknown> = {}) {
  const [invoice_id, stage, amount_cents, due_date] = line.split(" ");
  return {
    invoice_id,
    customer_id: ANA,
    stage: stage?.replace("_", " "),
    amount_cents,
    due_date,
    since: "2026-09-20",
    agreement: null,
    tolerance_date: null,
    breaks_after: null,
    settled_on: null,
    ...more,
  };
}
