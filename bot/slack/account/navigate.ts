import type { App } from "@slack/bolt";
import type { SlackDeps } from "../deps.ts";
import { onAction, type Pressed } from "../listen.ts";
import { placeOf } from "./on-top.ts";
import { showAccount } from "./show.ts";
import { TABS } from "./tabs.ts";
import { TICK } from "./ticks.ts";
import { ACCOUNT } from "./view.ts";
import { nextPage, previousPage, type Workspace, workspaceOf } from "./workspace.ts";

/** From tab to tab and page to page, in the one modal. */
export function registerNavigation(app: App, deps: SlackDeps): void {
  const go = (id: string, step: (workspace: Workspace, pressed: Pressed) => Workspace): void =>
    onAction(app, deps, { id }, async (pressed) => {
      const { viewId, workspace } = placeOf(pressed);
      await showAccount(pressed, { viewId, workspace: step(workspace, pressed) });
    });
  go(ACCOUNT.tab, ({ customer, tab }, { value }) => {
    const chosen = TABS.find(({ number }) => `${number}` === value);
    return workspaceOf(customer, chosen?.number ?? tab);
  });
  go(ACCOUNT.refresh, (workspace) => workspace);
  go(ACCOUNT.next, (workspace, { value }) => nextPage(workspace, value));
  go(ACCOUNT.previous, previousPage);
  // A tick is read with the next press: answering it would redraw the page under the person's hand.
  onAction(app, deps, { id: TICK }, async () => {});
}
