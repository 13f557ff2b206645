import type { App } from "@slack/bolt";
import { accept } from "#core/result.ts";
import type { AgreementLists } from "#db/queries/account/agreement-lists.ts";
import { actions, type Blocks, option, section, select } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { onAction } from "../../listen.ts";
import { placeOf } from "../on-top.ts";
import { type AccountTools, defineTab, PAGE_ROWS, type TabContext, type TabOf } from "../tab.ts";
import { cursorOf, fromStart, type Workspace } from "../workspace.ts";
import { registerAgreementDetail } from "./agreement-detail.ts";
import { registerAgreementInvoiceForm } from "./agreement-invoice-form.ts";
import { AGREEMENTS, LIST_NAMES, type ListName, listRows } from "./agreement-rows.ts";
import { registerPromisedTools } from "./promised-tools.ts";

type Listed = {
  readonly list: ListName;
  readonly lists: Partial<AgreementLists>;
};

/** Tab 9: agreements, their invoices, and these by how they stand: one list at a time. */
export const agreementsTab = defineTab<Listed>({
  number: 9,
  permission: "tab.agreements",
  titleId: "slack-account-tab-agreements",
  read: readList(),
  blocks,
  register,
});

const listOf = ({ list }: Workspace): ListName =>
  LIST_NAMES.find((name) => name === list) ?? LIST_NAMES[0];

function readList(): TabOf<Listed>["read"] {
  return async (reads, workspace, today) => {
    const request = { limit: PAGE_ROWS, after: cursorOf(workspace), today };
    const lists = await reads.tab(workspace.customer, 9, request);
    if (!lists.ok) return lists;
    const list = listOf(workspace);
    return accept({ data: { list, lists: lists.value }, next: lists.value[list]?.next ?? null });
  };
}

function blocks({ list, lists }: Listed, about: TabContext): Blocks {
  const { say } = about.texts;
  const choice = select({
    id: AGREEMENTS.list,
    placeholder: say("slack-account-list"),
    options: LIST_NAMES.map((name) => option(say(`slack-account-list-${name}`), name)),
    chosen: list,
  });
  const rows = listRows(list, lists, about);
  return [
    ...actions(choice).map((row) => ({ ...row, block_id: `account:list:${list}` })),
    ...(rows.length === 0 ? [section(say("slack-account-list-empty"))] : rows),
  ];
}

function register(app: App, deps: SlackDeps, tools: AccountTools): void {
  onAction(app, deps, { id: AGREEMENTS.list, permission: "tab.agreements" }, async (pressed) => {
    const { viewId, workspace } = placeOf(pressed);
    await tools.show(pressed, { viewId, workspace: fromStart(workspace, pressed.value) });
  });
  registerAgreementDetail(app, deps, tools);
  registerAgreementInvoiceForm(app, deps, tools);
  registerPromisedTools(app, deps, tools);
}
