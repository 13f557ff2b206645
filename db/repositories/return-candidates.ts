import { sql } from "drizzle-orm";
import { normaliseAgreement } from "#core/bank/return/identity.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { agreementKeyOf } from "#core/payment/charge.ts";
import {
  chargeNumberForms,
  type MatchWay,
  type TitleCandidate,
} from "#core/payment/match-title.ts";
import type { TitleLine } from "#core/return-ports.ts";
import { asJson, rowsOf, type Scope } from "./scope.ts";

type Row = {
  line: number;
  way: MatchWay;
  invoice: InvoiceId;
  customer: CustomerId;
  bank: string | null;
  agreement_key: string | null;
  account_key: string | null;
  agreement_code: string | null;
  branch: string | null;
  account: string | null;
};

/** All invoices that a line may mean, each by an index: charge_our_number, invoice_charge_number, invoice_number. */
export async function readCandidates(
  { tx }: Scope,
  lines: readonly TitleLine[],
): Promise<Map<number, TitleCandidate[]>> {
  if (lines.length === 0) return new Map();
  const asked = lines.map((title) => ({
    line: title.line,
    bank: title.bank,
    key: title.ourNumberKey,
    forms: chargeNumberForms(title),
    names: [...new Set([title.documentNumber, title.control])].filter((name) => name !== ""),
  }));
  const rows = await rowsOf<Row>(
    tx,
    sql`
    with asked as materialized (
      select * from jsonb_to_recordset(${asJson(asked)}) as r(line int, bank text, key text, forms jsonb, names jsonb)
    ), form as materialized (
      select line, jsonb_array_elements_text(forms) as form from asked
    ), name as materialized (
      select line, jsonb_array_elements_text(names) as name from asked
    ), found as (
      select a.line, 'our number' as way, h.invoice_id from asked a
      join charge h on h.bank = a.bank and h.our_number_key = a.key where a.key <> ''
      union select f.line, 'charge number', i.id from form f join invoice i on i.charge_number = f.form
      union select n.line, 'document', i.id from name n join invoice i on i.number = n.name
      union select n.line, 'document', i.id from name n join invoice i on i.charge_number = n.name
      union select n.line, 'document', i.id from name n join invoice i on i.id = n.name
    )
    select f.line, f.way, i.id as invoice, i.customer_id as customer, coalesce(h.bank, p.bank) as bank,
      h.agreement_key, h.account_key, p.agreement_code, p.branch, p.account
    from found f join invoice i on i.id = f.invoice_id
    left join charge h on h.invoice_id = i.id and h.bank is not null
    left join payment_profile p on p.name = i.payment_profile
    order by f.line, i.id`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ line }) => line)].map(([line, found]) => [line, found.map(candidate)]),
  );
}

/** An invoice without a title of its own is charged through its profile. */
function candidate(row: Row): TitleCandidate {
  const { way, invoice, customer, bank, branch, account } = row;
  const accountKey =
    row.account_key ??
    (branch === null || account === null ? null : normaliseAgreement(branch + account));
  const agreementKey =
    row.agreement_key ?? agreementKeyOf({ agreementCode: row.agreement_code, branch, account });
  return { way, invoice, customer, bank, agreementKey, accountKey };
}
