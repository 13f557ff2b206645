import type { CivilDate } from "#core/calendar.ts";
import type { Stage } from "#core/collection/stage.ts";
import type { ContractId, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { NoticeKind } from "#core/law/rules.ts";
import { type Cents, ZERO } from "#core/money.ts";
import { maskTaxId, type TaxId } from "#core/tax-id.ts";
import type { Sql } from "#db/client.ts";

export type Account = {
  readonly customer: CustomerId;
  readonly name: string;
  /** Masked: enough to recognise somebody. */
  readonly taxId: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly operator: OperatorId | null;
  /** Null until the first confirmation opens it. */
  readonly account: number | null;
  readonly openedOn: CivilDate | null;
  /** `broken` is a part of `in agreement`. */
  readonly totals: { readonly [S in Stage | "broken"]: StageTotal };
  readonly contracts: readonly AccountContract[];
  readonly law: LegalFacts;
};

export type StageTotal = { readonly invoices: number; readonly amountCents: Cents };

export type AccountContract = {
  readonly contract: ContractId;
  readonly plan: string | null;
  readonly status: "active" | "suspended" | "ended";
  readonly endedAt: CivilDate | null;
  readonly ladder: string | null;
  readonly onTimeDiscountCents: Cents;
};

/** What the law's clocks run on (core/law): notices that reached the customer, disputes, blocked connections. */
export type LegalFacts = {
  readonly notices: readonly {
    readonly kind: NoticeKind;
    readonly contract: ContractId | null;
    readonly deliveredOn: CivilDate;
  }[];
  readonly disputes: readonly {
    readonly invoice: InvoiceId;
    readonly openedOn: CivilDate;
    readonly answeredOn: CivilDate | null;
    readonly upheld: boolean | null;
  }[];
  readonly blocked: readonly {
    readonly connection: string;
    readonly contract: ContractId;
    readonly blockedOn: CivilDate | null;
  }[];
};

/** The head of the account. Undefined when there is no such customer. */
export async function readAccount(
  sql: Sql,
  customer: CustomerId,
  today: CivilDate,
): Promise<Account | undefined> {
  const [head, totals, contracts, law] = await Promise.all([
    readHead(sql, customer),
    readTotals(sql, customer, today),
    readContracts(sql, customer),
    readLegalFacts(sql, customer),
  ]);
  if (head === undefined) return undefined;
  const taxId = head.taxId === null ? null : maskTaxId(head.taxId);
  return { ...head, taxId, totals, contracts, law };
}

type Head = Omit<Account, "taxId" | "totals" | "contracts" | "law"> & {
  readonly taxId: TaxId | null;
};

async function readHead(sql: Sql, customer: CustomerId): Promise<Head | undefined> {
  const [head] = await sql<Head[]>`
    select u.id as customer, u.name, u.tax_id as "taxId", u.city, u.state, u.operator_id as operator,
      a.number as account, a.opened_on as "openedOn"
    from customer u left join account a on a.customer_id = u.id
    where u.id = ${customer}`;
  return head;
}

const NONE: StageTotal = { invoices: 0, amountCents: ZERO };

async function readTotals(
  sql: Sql,
  customer: CustomerId,
  today: CivilDate,
): Promise<Account["totals"]> {
  const rows = await sql<(StageTotal & { stage: Stage; broken: number; brokenCents: Cents })[]>`
    select stage, count(*) as invoices, sum(amount_cents)::bigint as "amountCents",
      count(*) filter (where breaks_after < ${today}) as broken,
      coalesce(sum(amount_cents) filter (where breaks_after < ${today}), 0)::bigint as "brokenCents"
    from collection where customer_id = ${customer} group by stage`;
  const totalOf = (stage: Stage): StageTotal => {
    const row = rows.find((one) => one.stage === stage);
    return row === undefined ? NONE : { invoices: row.invoices, amountCents: row.amountCents };
  };
  const promised = rows.find(({ stage }) => stage === "in agreement");
  return {
    classified: totalOf("classified"),
    "in contact": totalOf("in contact"),
    "awaiting negotiation": totalOf("awaiting negotiation"),
    "in agreement": totalOf("in agreement"),
    settled: totalOf("settled"),
    replaced: totalOf("replaced"),
    broken:
      promised === undefined
        ? NONE
        : { invoices: promised.broken, amountCents: promised.brokenCents },
  };
}

const readContracts = async (sql: Sql, customer: CustomerId): Promise<AccountContract[]> =>
  await sql<AccountContract[]>`
    select k.id as contract, k.plan, k.status, k.ended_at as "endedAt", l.name as ladder,
      k.on_time_discount_cents as "onTimeDiscountCents"
    from contract k left join ladder l on l.id = k.ladder_id
    where k.customer_id = ${customer} order by k.id`;

async function readLegalFacts(sql: Sql, customer: CustomerId): Promise<LegalFacts> {
  const [notices, disputes, blocked] = await Promise.all([
    sql<LegalFacts["notices"][number][]>`
      select kind, contract_id as contract, delivered_at as "deliveredOn"
      from notice where customer_id = ${customer} and delivered_at is not null order by delivered_at, id`,
    sql<LegalFacts["disputes"][number][]>`
      select invoice_id as invoice, opened_on as "openedOn", answered_on as "answeredOn", upheld
      from dispute where customer_id = ${customer} order by opened_on, id`,
    sql<LegalFacts["blocked"][number][]>`
      select id as connection, contract_id as contract, blocked_on as "blockedOn"
      from connection where customer_id = ${customer} and status = 'blocked' order by id`,
  ]);
  return { notices: [...notices], disputes: [...disputes], blocked: [...blocked] };
}
