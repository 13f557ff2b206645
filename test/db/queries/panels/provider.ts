import { addDays, type CivilDate, date, daysBetween } from "#core/calendar.ts";
import type { Sql } from "#db/client.ts";
import type { PanelFilters } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";
import { insertRows } from "../support/rows.ts";

export const TODAY = date("2026-10-15");

/** A small provider with many ties: some days, amounts, names and cities, each shared by several rows. */
export async function writeProvider(sql: Sql): Promise<Provider> {
  const customers = Array.from({ length: 40 }, (_, i) => customer(i));
  const agreements = customers.map(({ id }, i) => ({
    number: 100 + i,
    customer_id: id,
    kind: "unchanged",
    status: "live",
    tolerance_date: addDays(TODAY, (i % 9) - 4),
    category: "phone",
    base_cents: 1000,
    total_cents: 1000,
    proposal: {},
    made_by: "system",
    made_on: TODAY,
  }));
  const collected = customers.flatMap((owner, i) =>
    Array.from({ length: 9 }, (_, n) => collection(owner, { i, n })),
  );
  const records = collected
    .filter(({ stage }) => stage === "in agreement" || stage === "settled")
    .flatMap((row, i) => recordsOf(row, i));
  await insertRows(sql, "customer", customers);
  await insertRows(sql, "agreement", agreements);
  await insertRows(sql, "invoice", collected.map(invoice));
  await insertRows(sql, "collection", collected);
  await insertRows(sql, "spc_record", records);
  return {
    customers,
    collected,
    records,
    tolerance: new Map(agreements.map((a) => [a.number, a.tolerance_date])),
  };
}

export type Provider = {
  readonly customers: readonly Customer[];
  readonly collected: readonly Collected[];
  readonly records: readonly SpcRecord[];
  readonly tolerance: ReadonlyMap<number, CivilDate>;
};

type Customer = ReturnType<typeof customer>;
type Collected = ReturnType<typeof collection>;
type SpcRecord = ReturnType<typeof recordsOf>[number];

export const CITIES = ["Recife", "Natal", null];
export const OPERATORS = ["op1", "op2", null];
const NAMES = ["Antonia", "Bruno", "Carla", "Davi"];

const customer = (i: number) => ({
  id: `C${String(i).padStart(2, "0")}`,
  name: NAMES[i % NAMES.length]!,
  tax_id: String(10_000_000_000 + i * 7919),
  city: CITIES[i % 3]!,
  operator_id: OPERATORS[i % 5] ?? null,
});

const STAGES = [
  "classified",
  "classified",
  "in contact",
  "awaiting negotiation",
  "in agreement",
  "in agreement",
  "settled",
  "settled",
  "replaced",
] as const;

function collection(owner: Customer, { i, n }: { i: number; n: number }) {
  const stage = STAGES[n]!;
  const agreed = stage === "in agreement" || stage === "settled" || stage === "replaced";
  const promised = stage === "in agreement";
  return {
    invoice_id: `F${(i * 37) % 100}-${n}`,
    customer_id: owner.id,
    stage,
    amount_cents: 1000 * (1 + ((i * 5 + n) % 7)),
    due_date: addDays(TODAY, -((i + 3 * n) % 12) - 1),
    city: owner.city,
    operator_id: agreed ? (OPERATORS[(i + n) % 3] ?? null) : null,
    agreement: agreed ? 100 + i : null,
    tolerance_date: promised ? addDays(TODAY, (i % 9) - 4) : null,
    breaks_after: promised ? addDays(TODAY, (i % 9) - 4) : null,
    settled_on: stage === "settled" ? addDays(TODAY, -(i % 6)) : null,
    since: TODAY,
  };
}

const invoice = (row: Collected) => ({
  id: row.invoice_id,
  number: `N${row.invoice_id}`,
  customer_id: row.customer_id,
  amount_cents: row.amount_cents,
  due_date: row.due_date,
  in_collection: true,
});

function recordsOf(row: Collected, i: number) {
  const base = {
    id: 1000 + i,
    invoice_id: row.invoice_id,
    customer_id: row.customer_id,
    agreement: row.agreement,
    amount_cents: row.amount_cents,
    due_date: row.due_date,
    city: row.city,
    operator_id: row.operator_id,
    details: `registered ${i}`,
    registered_on: addDays(TODAY, -10 - (i % 5)),
    registered_by: "system",
    expires_on: addDays(row.due_date, 1825),
    settled_on: row.settled_on,
    remove_by: row.settled_on === null ? null : addDays(row.settled_on, 7),
    removed_on: null as CivilDate | null,
    removed_by: null as string | null,
    removal_details: null as string | null,
    superseded: false,
  };
  const removed = {
    removed_on: addDays(TODAY, -(i % 4)),
    removed_by: "system",
    removal_details: `removed ${i}`,
  };
  // Four rows a customer in a fixed order of stages: shifted, so that every stage meets every fate.
  const fate = (i + Math.floor(i / 4)) % 4;
  if (fate === 0) return [base];
  if (fate === 1) return [{ ...base, ...removed }];
  return fate === 2 ? [{ ...base, ...removed, superseded: true }] : [];
}

type Shown = {
  readonly customer: string;
  readonly amountCents: number;
  readonly key: string;
  readonly id: string | number;
};

/** The rows of a panel as the product's contract tells them, found in memory: the oracle of the queries. */
export function panelRows(provider: Provider, panel: PanelName, filters: PanelFilters) {
  const { customers } = provider;
  const rows = candidates(provider, panel);
  return rows.filter((row) =>
    passes(row, filters, customers.find(({ id }) => id === row.customer)!),
  );
}

type Candidate = Shown & {
  readonly due: CivilDate;
  readonly city: string | null;
  readonly operator: string | null;
  readonly name: string;
  readonly invoices: readonly string[];
  readonly shown: Record<string, unknown>;
};

function passes(row: Candidate, filters: PanelFilters, owner: Customer): boolean {
  const days = daysBetween(row.due, TODAY);
  const { search, city, operator, daysOverdueFrom = -999, daysOverdueTo = 9999 } = filters;
  const { amountFrom = 0, amountTo = Number.MAX_SAFE_INTEGER } = filters;
  const found = (term: string): boolean =>
    [owner.name, owner.id, owner.tax_id].some((text) =>
      text.toLowerCase().includes(term.toLowerCase()),
    ) || row.invoices.some((id) => id === term || `N${id}` === term);
  return (
    (search === undefined || found(search)) &&
    (city === undefined || row.city === city) &&
    (operator === undefined || row.operator === operator) &&
    days >= daysOverdueFrom &&
    days <= daysOverdueTo &&
    row.amountCents >= amountFrom &&
    row.amountCents <= amountTo
  );
}

const STAGE_OF: Partial<Record<PanelName, string>> = {
  classified: "classified",
  "in-contact": "in contact",
  awaiting: "awaiting negotiation",
};

function candidates(provider: Provider, panel: PanelName): Candidate[] {
  const stage = STAGE_OF[panel];
  if (stage !== undefined) return customerRows(provider, stage);
  const { collected, records } = provider;
  switch (panel) {
    case "pending":
      return invoiceRows(
        provider,
        collected,
        (c) => c.stage === "in agreement",
        (c) => [c.due_date, {}],
      );
    case "broken":
      return invoiceRows(
        provider,
        collected,
        (c) => c.breaks_after !== null && c.breaks_after < TODAY,
        (c) => [c.breaks_after!, { daysBroken: daysBetween(c.breaks_after!, TODAY) }],
      );
    case "settled":
      return invoiceRows(
        provider,
        collected,
        (c) => c.stage === "settled",
        (c) => [c.settled_on!, { settledOn: c.settled_on }],
      );
    case "spc":
      return invoiceRows(
        provider,
        records,
        (r) => r.removed_on === null,
        (r) => [r.registered_on, { ...spc(r), expiresOn: r.expires_on }],
      );
    case "spc-critiques":
      return invoiceRows(
        provider,
        records,
        (r) => r.removed_on === null && r.settled_on !== null,
        (r) => [r.remove_by!, { ...spc(r), settledOn: r.settled_on, removeBy: r.remove_by }],
      );
    default:
      return invoiceRows(
        provider,
        records,
        (r) => r.removed_on !== null && r.settled_on !== null && !r.superseded,
        (r) => [
          r.removed_on!,
          { ...spc(r), removedOn: r.removed_on, removalDetails: r.removal_details },
        ],
      );
  }
}

const spc = (r: SpcRecord) => ({ record: r.id, registeredOn: r.registered_on, details: r.details });

function customerRows({ customers, collected }: Provider, stage: string): Candidate[] {
  return customers.flatMap((owner) => {
    const own = collected.filter((c) => c.customer_id === owner.id && c.stage === stage);
    if (own.length === 0) return [];
    const oldestDue = own.map(({ due_date }) => due_date).sort()[0]!;
    const amountCents = own.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
    const { id, name, city, operator_id: operator } = owner;
    const shown = {
      customer: id,
      name,
      invoices: own.length,
      amountCents,
      oldestDue,
      daysOverdue: daysBetween(oldestDue, TODAY),
      city,
      operator,
    };
    // A customer is found by any of its invoices, also one that stands in another panel.
    const invoices = collected.filter((c) => c.customer_id === id).map((c) => c.invoice_id);
    return [
      {
        customer: id,
        amountCents,
        key: oldestDue,
        id,
        due: oldestDue,
        city,
        operator,
        name,
        invoices,
        shown,
      },
    ];
  });
}

function invoiceRows<Row extends Collected | SpcRecord>(
  { customers, tolerance }: Provider,
  rows: readonly Row[],
  belongs: (row: Row) => boolean,
  adds: (row: Row) => readonly [key: string, more: Record<string, unknown>],
): Candidate[] {
  return rows.filter(belongs).map((row) => {
    const { name } = customers.find(({ id }) => id === row.customer_id)!;
    const { city, operator_id: operator, amount_cents: amountCents, due_date: due } = row;
    const [key, more] = adds(row);
    const shown = {
      invoice: row.invoice_id,
      customer: row.customer_id,
      name,
      amountCents,
      dueDate: due,
      agreement: row.agreement,
      toleranceDate: tolerance.get(row.agreement!),
      city,
      operator,
      ...more,
    };
    const id = "id" in row ? row.id : row.invoice_id;
    return {
      customer: row.customer_id,
      amountCents,
      key,
      id,
      due,
      city,
      operator,
      name,
      invoices: [row.invoice_id],
      shown,
    };
  });
}
