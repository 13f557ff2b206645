import type { Permission } from "#core/access/permissions.ts";
import { type CivilDate, daysBetween } from "#core/calendar.ts";
import type { OperatorId } from "#core/ids.ts";
import type { CustomerRow, InvoiceRow, PanelOrder, PanelRows } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";
import type { Texts } from "../../texts/texts.ts";
import { overdueText } from "../overdue.ts";
import { short } from "../plain-blocks.ts";

export type RowTool =
  | "invoices"
  | "confirm"
  | "account"
  | "register"
  | "remove"
  | "rescind"
  | "renegotiate";

export type FaceContext = {
  readonly texts: Texts;
  readonly today: CivilDate;
  readonly nameOf: (operator: OperatorId) => string;
};

/** What a panel shows of a row, and what can be done with it (SPEC 4.1). */
type Face<Row> = {
  /** Under the customer's name. */
  readonly lines: (row: Row, context: FaceContext) => readonly string[];
  readonly tools: readonly RowTool[];
  readonly orders: readonly PanelOrder[];
  /** Says that the register is internal. */
  readonly isBureau?: boolean;
};

export const FACES: { readonly [Name in PanelName]: Face<PanelRows[Name]> } = {
  classified: ofCustomers(["invoices", "account"]),
  "in-contact": ofCustomers(["confirm", "account"]),
  awaiting: ofCustomers(["account"]),
  pending: ofInvoices(["account", "register"], () => []),
  settled: ofInvoices(["account"], ({ settledOn }, { texts }) => [
    texts.say("slack-panels-settled-on", { day: texts.date(settledOn) }),
  ]),
  broken: ofInvoices(
    ["account", "register", "renegotiate", "rescind"],
    ({ daysBroken }, { texts }) => [texts.say("slack-panels-broken-for", { days: daysBroken })],
  ),
  spc: {
    ...ofInvoices<PanelRows["spc"]>(["remove", "account"], (row, { texts }) => [
      registered(row, texts),
      texts.say("slack-panels-expires-on", { day: texts.date(row.expiresOn) }),
    ]),
    isBureau: true,
  },
  "spc-critiques": {
    ...ofInvoices<PanelRows["spc-critiques"]>(["remove", "account"], (row, { texts, today }) => [
      registered(row, texts),
      deadline(row.removeBy, today, texts),
    ]),
    isBureau: true,
  },
  "spc-removed": {
    ...ofInvoices<PanelRows["spc-removed"]>(["account"], (row, { texts }) => [
      registered(row, texts),
      texts.say("slack-panels-removed-on", {
        day: texts.date(row.removedOn),
        details: short(row.removalDetails, 200),
      }),
    ]),
    isBureau: true,
  },
};

/** The last lawful day of a record whose invoice was paid. */
export function deadline(removeBy: CivilDate, today: CivilDate, texts: Texts): string {
  const days = daysBetween(today, removeBy);
  return days < 0
    ? texts.say("slack-panels-deadline-past", { day: texts.date(removeBy), days: -days })
    : texts.say("slack-panels-deadline", { day: texts.date(removeBy), days });
}

/** What a row's tool asks for; the account opens to whoever may see anything of it. */
export const mayUse = (tool: RowTool, permissions: ReadonlySet<Permission>): boolean =>
  tool === "account"
    ? [...permissions].some((permission) => permission.startsWith("tab."))
    : permissions.has(NEEDS[tool]);

export const NEEDS = {
  invoices: "collection.start",
  confirm: "collection.confirm",
  register: "spc.register",
  remove: "spc.remove",
  rescind: "agreement.rescind",
  renegotiate: "agreement.renegotiate",
} as const satisfies Record<Exclude<RowTool, "account">, Permission>;

function ofCustomers(tools: readonly RowTool[]): Face<CustomerRow> {
  return {
    tools,
    orders: ["default", "amount", "name"],
    lines: (row, context) => [
      context.texts.say("slack-panels-customer", {
        amount: context.texts.money(row.amountCents),
        invoices: row.invoices,
        day: context.texts.date(row.oldestDue),
        overdue: overdueText(row.daysOverdue, context.texts),
      }),
      whereAndWho(row, context),
    ],
  };
}

function ofInvoices<Row extends InvoiceRow>(
  tools: readonly RowTool[],
  adds: (row: Row, context: FaceContext) => readonly string[],
): Face<Row> {
  return {
    tools,
    orders: ["default", "amount"],
    lines: (row, context) => [
      context.texts.say("slack-panels-invoice", {
        amount: context.texts.money(row.amountCents),
        invoice: short(row.invoice, 40),
        day: context.texts.date(row.dueDate),
        agreement: String(row.agreement),
        tolerance: context.texts.date(row.toleranceDate),
      }),
      ...adds(row, context),
      whereAndWho(row, context),
    ],
  };
}

const registered = (
  { registeredOn, details }: { readonly registeredOn: CivilDate; readonly details: string },
  texts: Texts,
): string =>
  texts.say("slack-panels-registered-on", {
    day: texts.date(registeredOn),
    details: short(details, 200),
  });

const whereAndWho = (
  { city, operator }: Pick<CustomerRow, "city" | "operator">,
  { texts, nameOf }: FaceContext,
): string =>
  [
    ...(city === null ? [] : [short(city)]),
    ...(operator === null
      ? []
      : [texts.say("slack-panels-of-operator", { name: short(nameOf(operator), 40) })]),
  ].join(" · ");
