import type { CivilDate } from "#core/calendar.ts";
import type { Sql } from "#db/client.ts";
import { type Fragment, nothing } from "../fragment.ts";
import type { Direction, Sort, SortKind } from "../keyset.ts";
import type { PanelOrder } from "./panel.ts";
import { CUSTOMER_STAGES, type CustomerPanelName, type PanelName } from "./panel-names.ts";

/** Where a panel's rows are kept (as `p` in all its SQL), which of them it shows, and how. */
export type PanelDefinition = {
  readonly table: "customer_panel" | "collection" | "spc_record";
  /** What a search compares: the customer, or the invoice. */
  readonly subject: "customer_id" | "invoice_id";
  readonly due: "oldest_due" | "due_date";
  readonly orders: { readonly [Order in PanelOrder]?: Sort };
  readonly where: (sql: Sql, today: CivilDate) => Fragment;
  readonly columns: (sql: Sql, today: CivilDate) => Fragment;
  readonly joins: (sql: Sql) => Fragment;
};

const customerPanel = (name: CustomerPanelName): PanelDefinition => {
  const sortBy = sorts({ column: "customer_id", kind: "text" });
  return {
    table: "customer_panel",
    subject: "customer_id",
    due: "oldest_due",
    orders: {
      default: sortBy("oldest_due", "day", "ascending"),
      amount: sortBy("amount_cents", "cents", "descending"),
      name: sortBy("name", "text", "ascending"),
    },
    where: (sql) => sql`p.stage = ${CUSTOMER_STAGES[name]}`,
    columns: (sql, today) => sql`
      p.customer_id as customer, p.name, p.invoices, p.amount_cents as "amountCents", p.oldest_due as "oldestDue",
      ${today}::date - p.oldest_due as "daysOverdue", p.city, p.operator_id as operator`,
    joins: nothing,
  };
};

type OfInvoices = Pick<PanelDefinition, "where"> & {
  readonly table: "collection" | "spc_record";
  readonly sort: readonly [column: string, direction: Direction];
  /** What the panel shows besides the columns of all. */
  readonly adds: (sql: Sql, today: CivilDate) => Fragment;
};

const invoicePanel = ({ table, sort, where, adds }: OfInvoices): PanelDefinition => {
  const sortBy = sorts(
    table === "collection"
      ? { column: "invoice_id", kind: "text" }
      : { column: "id", kind: "number" },
  );
  const [column, direction] = sort;
  return {
    table,
    subject: "invoice_id",
    due: "due_date",
    orders: {
      default: sortBy(column, "day", direction),
      amount: sortBy("amount_cents", "cents", "descending"),
    },
    where,
    columns: (sql, today) => sql`
      p.invoice_id as invoice, p.customer_id as customer, u.name, p.amount_cents as "amountCents",
      p.due_date as "dueDate", p.agreement, a.tolerance_date as "toleranceDate", p.city, p.operator_id as operator
      ${adds(sql, today)}`,
    joins: (sql) => sql`
      join customer u on u.id = p.customer_id
      join agreement a on a.number = p.agreement`,
  };
};

const spcPanel = (definition: Omit<OfInvoices, "table">): PanelDefinition =>
  invoicePanel({
    ...definition,
    table: "spc_record",
    adds: (sql, today) => sql`
      , p.id as record, p.registered_on as "registeredOn", p.details ${definition.adds(sql, today)}`,
  });

export const PANELS: { readonly [Name in PanelName]: PanelDefinition } = {
  classified: customerPanel("classified"),
  "in-contact": customerPanel("in-contact"),
  awaiting: customerPanel("awaiting"),
  pending: invoicePanel({
    table: "collection",
    sort: ["due_date", "ascending"],
    where: (sql) => sql`p.stage = 'in agreement'`,
    adds: nothing,
  }),
  settled: invoicePanel({
    table: "collection",
    sort: ["settled_on", "descending"],
    where: (sql) => sql`p.stage = 'settled'`,
    adds: (sql) => sql`, p.settled_on as "settledOn"`,
  }),
  broken: invoicePanel({
    table: "collection",
    sort: ["breaks_after", "ascending"],
    where: (sql, today) => sql`p.stage = 'in agreement' and p.breaks_after < ${today}`,
    adds: (sql, today) => sql`, ${today}::date - p.breaks_after as "daysBroken"`,
  }),
  spc: spcPanel({
    sort: ["registered_on", "descending"],
    where: (sql) => sql`p.removed_on is null`,
    adds: (sql) => sql`, p.expires_on as "expiresOn"`,
  }),
  "spc-critiques": spcPanel({
    sort: ["remove_by", "ascending"],
    where: (sql) => sql`p.removed_on is null and p.settled_on is not null`,
    adds: (sql) => sql`, p.settled_on as "settledOn", p.remove_by as "removeBy"`,
  }),
  "spc-removed": spcPanel({
    sort: ["removed_on", "descending"],
    where: (sql) => sql`p.removed_on is not null and p.settled_on is not null and not p.superseded`,
    adds: (sql) => sql`, p.removed_on as "removedOn", p.removal_details as "removalDetails"`,
  }),
};

function sorts(id: Sort["id"]) {
  return (column: string, kind: SortKind, direction: Direction): Sort => ({
    column,
    kind,
    direction,
    id,
  });
}
