import type { App } from "@slack/bolt";
import type { SlackDeps } from "../deps.ts";
import { registerNavigation } from "./navigate.ts";
import { showAccount } from "./show.ts";
import type { AccountTools } from "./tab.ts";
import { TABS } from "./tabs.ts";

/** Ways from the account into other features. */
export type AccountLinks = Omit<AccountTools, "show">;

/** The account with all its tabs, as a feature. */
export const registerAccountWith =
  (links: AccountLinks) =>
  (app: App, deps: SlackDeps): void => {
    registerNavigation(app, deps);
    for (const tab of TABS) tab.register(app, deps, { ...links, show: showAccount });
  };
