import type { ModalView } from "@slack/types";
import type { TabNumber } from "#db/queries/account/read-account-tab.ts";
import {
  actions,
  type Blocks,
  button,
  divider,
  option,
  plain,
  section,
  select,
} from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import { plainContext } from "../plain-blocks.ts";
import { headBlocks } from "./head.ts";
import { type LoadedTab, MAX_TAB_BLOCKS, type Said, type Tab, type TabContext } from "./tab.ts";
import { cursorOf, writeWorkspace } from "./workspace.ts";

export const ACCOUNT_VIEW = "account";
export const ACCOUNT = {
  tab: "account:tab",
  refresh: "account:refresh",
  next: "account:next",
  previous: "account:previous",
} as const;

export type AccountContent = {
  readonly context: TabContext;
  /** Those that the person may see. */
  readonly tabs: readonly Tab[];
  /** None when the person may see no tab. */
  readonly shown: LoadedTab | undefined;
  readonly said?: Said | undefined;
};

/** The account's modal: head, the choice of tabs, the tab, pages. */
export function accountView({ context: about, tabs, shown, said }: AccountContent): ModalView {
  const { texts, workspace } = about;
  const content =
    shown === undefined
      ? [section(texts.say("slack-account-no-tab"))]
      : shown.blocks(about).slice(0, MAX_TAB_BLOCKS);
  return {
    type: "modal",
    callback_id: ACCOUNT_VIEW,
    title: plain(texts.say("slack-account-title"), LIMITS.modalTitle),
    close: plain(texts.say("slack-close"), LIMITS.modalButton),
    private_metadata: writeWorkspace(workspace),
    blocks: [
      ...headBlocks(about),
      ...choiceOfTabs(about, tabs, workspace.tab),
      ...(said === undefined ? [] : [saidBlock(said)]),
      divider,
      ...content,
      ...pageButtons(about, shown?.next ?? null),
    ],
  };
}

const saidBlock = ({ sentence, isDone }: Said) =>
  plainContext(`${isDone ? "✅" : "⚠️"} ${sentence}`);

function choiceOfTabs({ texts }: TabContext, tabs: readonly Tab[], chosen: TabNumber): Blocks {
  const refresh = button({ id: ACCOUNT.refresh, text: texts.say("slack-refresh") });
  if (tabs.length === 0) return actions(refresh);
  const choice = select({
    id: ACCOUNT.tab,
    placeholder: texts.say("slack-account-tab"),
    options: tabs.map(({ number, titleId }) =>
      option(`${number} · ${texts.say(titleId)}`, `${number}`),
    ),
    chosen: `${chosen}`,
  });
  // A choice that Slack still holds would outlive the tab that was opened by something else.
  return actions(choice, refresh).map((row) => ({ ...row, block_id: `account:tabs:${chosen}` }));
}

function pageButtons({ texts, workspace }: TabContext, next: string | null): Blocks {
  const isFirst = cursorOf(workspace) === undefined;
  return actions(
    ...(isFirst
      ? []
      : [button({ id: ACCOUNT.previous, text: texts.say("slack-account-previous") })]),
    ...(next === null
      ? []
      : [button({ id: ACCOUNT.next, text: texts.say("slack-account-next"), value: next })]),
  );
}
