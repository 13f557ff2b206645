import type { DomainEvent } from "#core/events.ts";
import type { CustomerId } from "#core/ids.ts";
import type { Texts } from "../../texts/texts.ts";
import { permitted } from "../call.ts";
import { define, optional } from "../command.ts";
import { Failure } from "../failure.ts";
import { listFailure } from "../list-refusal.ts";
import { id, text, wholeNumber } from "../readers.ts";
import { heading, outline, table, toDocument } from "../render.ts";
import type { Call, TabNumber } from "../services.ts";

/** In the order of the tabs; `permission` is `tab.` and it. */
const TABS = [
  { number: 1, name: "invoices", permission: "tab.invoices" },
  { number: 2, name: "history", permission: "tab.history" },
  { number: 3, name: "invoiceHistory", permission: "tab.invoice-history" },
  { number: 4, name: "comments", permission: "tab.comments" },
  { number: 5, name: "attachments", permission: "tab.attachments" },
  { number: 6, name: "emails", permission: "tab.emails" },
  { number: 7, name: "messages", permission: "tab.messages" },
  { number: 8, name: "tasks", permission: "tab.tasks" },
  { number: 9, name: "agreements", permission: "tab.agreements" },
  { number: 10, name: "connections", permission: "tab.connections" },
] as const satisfies readonly { number: TabNumber; name: string; permission: string }[];

type Tab = (typeof TABS)[number];
type Paging = { readonly limit: number | undefined; readonly after: string | undefined };

const names = TABS.map(({ number, name }) => `${number} ${heading(name)}`).join(", ");

export const account = define({
  name: "account",
  help: `Shows a customer's collection account. Its tabs are ${names}; those that the operator may not see are left out. Amounts are in reais.`,
  example: "C1042 --tab 9 --json",
  args: [
    { name: "<customer>", help: "the customer's id", read: id<CustomerId>("a customer's id") },
  ],
  flags: {
    tab: optional("--tab <number>", "only this tab, 1 to 10", wholeNumber(1, TABS.length)),
    limit: optional(
      "--limit <rows>",
      "rows of each list, 1 to 200 (default: 20)",
      wholeNumber(1, 200),
    ),
    after: optional("--after <cursor>", 'with --tab: go on after a page, its "next"', text(1_000)),
  },
  async work(call, { tab, ...paging }, [customer]) {
    if (paging.after !== undefined && tab === undefined) {
      throw new Failure("--after came without --tab; expected the tab whose list goes on.");
    }
    const asked = TABS.filter(({ number }) => tab === undefined || number === tab);
    const chosen = await permitted(call, asked);
    const { readAccount } = await call.open();
    const head = await readAccount(customer, call.today);
    if (head === undefined) {
      throw new Failure(call.texts.refusal({ code: "customer_unknown", customer }));
    }
    const tabs = await readTabs(call, { customer, chosen, paging });
    const document = toDocument(head) as object;
    return {
      json: { ...document, tabs: toDocument(tabs) },
      text: [
        ...outline(document),
        ...chosen.flatMap((one) => linesOf(one, tabs[one.name], call.texts)),
      ],
    };
  },
});

type Reading = {
  readonly customer: CustomerId;
  readonly chosen: readonly Tab[];
  readonly paging: Paging;
};

async function readTabs(
  { open, today }: Call,
  { customer, chosen, paging }: Reading,
): Promise<Record<string, object>> {
  const { readAccountTab } = await open();
  const tabs: Record<string, object> = {};
  for (const { number, name } of chosen) {
    const content = await readAccountTab(customer, number, { ...paging, today });
    if (!content.ok) throw listFailure(content.refusal);
    tabs[name] = content.value;
  }
  return tabs;
}

/** A tab is a page, or (agreements) several by name. */
function linesOf({ number, name }: Tab, content: object | undefined, texts: Texts): string[] {
  const title = `${number} ${heading(name)}`;
  if (content === undefined) return [];
  if (isPage(content)) return section(title, content, texts);
  return Object.entries(content).flatMap(([list, page]) =>
    isPage(page) ? section(`${title}, ${heading(list)}`, page, texts) : [],
  );
}

type Page = { readonly rows: readonly object[]; readonly next: string | null };

const isPage = (value: unknown): value is Page =>
  typeof value === "object" && value !== null && "rows" in value && Array.isArray(value.rows);

function section(title: string, { rows, next }: Page, texts: Texts): string[] {
  if (rows.length === 0) return ["", `${title}: none`];
  const shown = rows.map((row) => (isEvent(row) ? told(row, texts) : (toDocument(row) as object)));
  return [
    "",
    `${title}:`,
    ...table(shown).map((line) => `  ${line}`),
    ...(next === null ? [] : [`  More: --after ${next}`]),
  ];
}

type EventRow = DomainEvent & { readonly onDate: string; readonly actor: string };

const isEvent = (row: object): row is EventRow => "kind" in row && "data" in row && "actor" in row;

const told = (row: EventRow, texts: Texts): object => ({
  date: row.onDate,
  by: row.actor,
  what: texts.event(row),
});
