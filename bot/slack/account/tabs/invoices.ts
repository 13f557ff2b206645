import type { App } from "@slack/bolt";
import type { CustomerId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { AwaitingInvoice } from "#db/queries/account/awaiting-invoices.ts";
import type { Texts } from "../../../texts/texts.ts";
import { actions, type Blocks, button, context, cut, section, typed } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { PRINT_PERMISSION, printFor } from "../../documents/print-for.ts";
import { onAction, type Pressed } from "../../listen.ts";
import { overdueText } from "../../overdue.ts";
import { placeOf } from "../on-top.ts";
import { type AccountTools, defineTab, readRows, type TabContext } from "../tab.ts";
import { TICK, tickBlock, tickBox, withChosen } from "../ticks.ts";
import { fromStart, type Workspace } from "../workspace.ts";

export const INVOICES = {
  all: "account:invoices:all",
  none: "account:invoices:none",
  agree: "account:invoices:agree",
  print: "account:invoices:print",
  tick: TICK,
} as const;

/** Tab 1: what an agreement may be made of, and making it. */
export const invoicesTab = defineTab<readonly AwaitingInvoice[]>({
  number: 1,
  permission: "tab.invoices",
  titleId: "slack-account-tab-invoices",
  read: readRows(1),
  blocks,
  register,
});

function blocks(rows: readonly AwaitingInvoice[], about: TabContext): Blocks {
  const { texts, workspace, person } = about;
  if (rows.length === 0 && workspace.trail.length === 0) {
    return [section(texts.say("slack-account-invoices-none"))];
  }
  const may: May = {
    agree: person.permissions.has("agreement.make"),
    print: person.permissions.has(PRINT_PERMISSION),
  };
  const elsewhere = workspace.chosen.filter((one) => rows.every(({ invoice }) => invoice !== one));
  return [
    ...tools(may, texts),
    ...(elsewhere.length === 0
      ? []
      : [context(texts.say("slack-account-chosen-elsewhere", { count: elsewhere.length }))]),
    ...rows.map((row) => invoiceBlock(row, about, may)),
  ];
}

type May = { readonly agree: boolean; readonly print: boolean };

const tools = (may: May, { say }: Texts): Blocks =>
  may.agree || may.print
    ? actions(
        ...(may.agree
          ? [button({ id: INVOICES.agree, text: say("slack-account-agree"), style: "primary" })]
          : []),
        ...(may.print ? [button({ id: INVOICES.print, text: say("slack-print") })] : []),
        button({ id: INVOICES.all, text: say("slack-account-choose-all") }),
        button({ id: INVOICES.none, text: say("slack-account-choose-none") }),
      )
    : [];

/** What may not enter into an agreement may be printed all the same. */
function invoiceBlock(
  row: AwaitingInvoice,
  { texts, workspace }: TabContext,
  may: May,
): Blocks[number] {
  const isChoosable = may.print || (may.agree && row.authorisation === "authorised");
  const box = tickBox(
    texts.say("slack-account-choose"),
    workspace.chosen.some((one) => one === row.invoice),
  );
  return {
    ...section(invoiceText(row, texts), isChoosable ? box : undefined),
    ...(isChoosable ? { block_id: tickBlock(workspace, row.invoice) } : {}),
  };
}

function invoiceText(row: AwaitingInvoice, texts: Texts): string {
  const { say, money, date } = texts;
  const facts = {
    invoice: typed(row.number ?? row.invoice),
    due: date(row.dueDate),
    overdue: overdueText(row.daysOverdue, texts),
    balance: money(row.balanceCents),
    billed:
      row.balanceCents === row.billedCents
        ? ""
        : ` ${say("slack-account-billed", { amount: money(row.billedCents) })}`,
  };
  const description =
    row.description === null ? [] : [typed(cut(row.description, MAX_DESCRIPTION))];
  return [
    say("slack-account-invoice", facts),
    ...lateText(row, texts),
    ...description,
    authorisationText(row, texts),
  ].join("\n");
}

/** Only where paying late adds something: else the balance says all. */
function lateText({ due }: AwaitingInvoice, { say, money }: Texts): string[] {
  const { fineCents, interestCents } = due;
  if (fineCents + interestCents === 0) return [];
  const added = (id: string, amount: Cents): string =>
    amount === 0 ? "" : ` ${say(id, { amount: money(amount) })}`;
  return [
    say("slack-account-due-today", {
      total: money(due.totalCents),
      balance: money(due.balanceCents),
      fine: added("slack-account-due-fine", fineCents),
      interest: added("slack-account-due-interest", interestCents),
    }),
  ];
}

function authorisationText({ authorisation }: AwaitingInvoice, { say }: Texts): string {
  if (authorisation === "authorised") return say("slack-account-authorised");
  const { reason } = authorisation;
  const why = say(
    `not-authorised-${reason.replace(/_/g, "-")}`,
    reason === "in_another_agreement" ? { agreement: `${authorisation.agreement}` } : {},
  );
  return say("slack-account-not-authorised", { why });
}

const MAX_DESCRIPTION = 200;
/** More than anybody awaits; the metadata carries fewer in any case. */
const MAX_AT_ONCE = 200;

function register(app: App, deps: SlackDeps, tools: AccountTools): void {
  onAction(app, deps, { id: INVOICES.all, permission: "tab.invoices" }, async (pressed) => {
    const { viewId, workspace } = placeOf(pressed);
    const chosen = await choosable(pressed, workspace);
    const all = withChosen(redrawn(workspace), chosen);
    await tools.show(pressed, { viewId, workspace: all });
  });
  onAction(app, deps, { id: INVOICES.none, permission: "tab.invoices" }, async (pressed) => {
    const { viewId, workspace } = placeOf(pressed);
    await tools.show(pressed, { viewId, workspace: { ...redrawn(workspace), chosen: [] } });
  });
  onAction(app, deps, { id: INVOICES.agree, permission: "agreement.make" }, (pressed) =>
    withSome(pressed, tools, async ({ customer, chosen }) => {
      const authorised = new Set(await authorisedOf(deps, customer));
      const invoices = chosen.filter((one) => authorised.has(one));
      // None of them: the wizard says why of each.
      await tools.openWizard(pressed, { customer, invoices });
    }),
  );
  onAction(app, deps, { id: INVOICES.print, permission: PRINT_PERMISSION }, (pressed) =>
    withSome(pressed, tools, ({ chosen }) => printFor(pressed, { invoices: chosen })),
  );
}

/** With what is ticked; where nothing is, the tab says so. */
async function withSome(
  pressed: Pressed,
  { show }: AccountTools,
  work: (workspace: Workspace) => Promise<void>,
): Promise<void> {
  const place = placeOf(pressed);
  if (place.workspace.chosen.length > 0) return work(place.workspace);
  const sentence = pressed.deps.texts.say("slack-account-choose-first");
  await show(pressed, place, { sentence, isDone: false });
}

/** All of them where nothing but printing is to be done with them. */
const choosable = ({ deps, person }: Pressed, { customer }: Workspace) =>
  person.permissions.has("agreement.make")
    ? authorisedOf(deps, customer)
    : awaitingOf(deps, customer).then((rows) => rows.map(({ invoice }) => invoice));

const authorisedOf = async (deps: SlackDeps, customer: CustomerId) =>
  (await awaitingOf(deps, customer))
    .filter(({ authorisation }) => authorisation === "authorised")
    .map(({ invoice }) => invoice);

async function awaitingOf({ reads, today }: SlackDeps, customer: CustomerId) {
  const all = await reads.tab(customer, 1, { limit: MAX_AT_ONCE, today: today() });
  return all.ok ? all.value.rows : [];
}

/** On the page where it is, with boxes that Slack does not know yet. */
const redrawn = (workspace: Workspace): Workspace => ({
  ...fromStart(workspace),
  trail: workspace.trail,
});
