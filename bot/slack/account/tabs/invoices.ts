import type { App } from "@slack/bolt";
import type { AwaitingInvoice } from "#db/queries/account/awaiting-invoices.ts";
import type { Texts } from "../../../texts/texts.ts";
import { actions, type Blocks, button, context, cut, section, typed } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { onAction } from "../../listen.ts";
import { overdueText } from "../../overdue.ts";
import { placeOf } from "../on-top.ts";
import { type AccountTools, defineTab, readRows, type TabContext } from "../tab.ts";
import { TICK, tickBlock, tickBox, withChosen } from "../ticks.ts";
import { fromStart, type Workspace } from "../workspace.ts";

export const INVOICES = {
  all: "account:invoices:all",
  none: "account:invoices:none",
  agree: "account:invoices:agree",
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
  const mayAgree = person.permissions.has("agreement.make");
  const elsewhere = workspace.chosen.filter((one) => rows.every(({ invoice }) => invoice !== one));
  return [
    ...(mayAgree ? tools(texts) : []),
    ...(elsewhere.length === 0
      ? []
      : [context(texts.say("slack-account-chosen-elsewhere", { count: elsewhere.length }))]),
    ...rows.map((row) => invoiceBlock(row, about, mayAgree)),
  ];
}

const tools = ({ say }: Texts): Blocks =>
  actions(
    button({ id: INVOICES.agree, text: say("slack-account-agree"), style: "primary" }),
    button({ id: INVOICES.all, text: say("slack-account-choose-all") }),
    button({ id: INVOICES.none, text: say("slack-account-choose-none") }),
  );

function invoiceBlock(
  row: AwaitingInvoice,
  { texts, workspace }: TabContext,
  mayAgree: boolean,
): Blocks[number] {
  const isChoosable = mayAgree && row.authorisation === "authorised";
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
  return [say("slack-account-invoice", facts), ...description, authorisationText(row, texts)].join(
    "\n",
  );
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

function register(app: App, deps: SlackDeps, { show, openWizard }: AccountTools): void {
  const permission = "agreement.make";
  onAction(app, deps, { id: INVOICES.all, permission }, async (pressed) => {
    const { viewId, workspace } = placeOf(pressed);
    await show(pressed, { viewId, workspace: await withAll(deps, workspace) });
  });
  onAction(app, deps, { id: INVOICES.none, permission }, async (pressed) => {
    const { viewId, workspace } = placeOf(pressed);
    await show(pressed, { viewId, workspace: { ...redrawn(workspace), chosen: [] } });
  });
  onAction(app, deps, { id: INVOICES.agree, permission }, async (pressed) => {
    const place = placeOf(pressed);
    const { customer, chosen } = place.workspace;
    if (chosen.length === 0) {
      const sentence = deps.texts.say("slack-account-choose-first");
      await show(pressed, place, { sentence, isDone: false });
      return;
    }
    await openWizard(pressed, { customer, invoices: chosen });
  });
}

async function withAll({ reads, today }: SlackDeps, workspace: Workspace): Promise<Workspace> {
  const { customer } = workspace;
  const all = await reads.tab(customer, 1, { limit: MAX_AT_ONCE, today: today() });
  const rows = all.ok ? all.value.rows : [];
  const authorised = rows.filter(({ authorisation }) => authorisation === "authorised");
  return withChosen(
    redrawn(workspace),
    authorised.map(({ invoice }) => invoice),
  );
}

/** On the page where it is, with boxes that Slack does not know yet. */
const redrawn = (workspace: Workspace): Workspace => ({
  ...fromStart(workspace),
  trail: workspace.trail,
});
