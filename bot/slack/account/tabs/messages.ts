import type { App } from "@slack/bolt";
import type { Message } from "#db/queries/account/account-work.ts";
import { actions, type Blocks, button, section } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { type AccountTools, defineTab, readRows, type TabContext } from "../tab.ts";
import { registerMessageForm } from "./messages-form.ts";
import { messageText } from "./messages-text.ts";
import { registerMessageView } from "./messages-view.ts";

export const MESSAGES = {
  sms: "account:messages:sms",
  app: "account:messages:app",
  view: "account:messages:view",
} as const;

/** Tab 7: text messages to the customer, by SMS and in the app. */
export const messagesTab = defineTab<readonly Message[]>({
  number: 7,
  permission: "tab.messages",
  titleId: "slack-work-tab-messages",
  read: readRows(7),
  blocks,
  register,
});

function blocks(rows: readonly Message[], about: TabContext): Blocks {
  const { say } = about.texts;
  const adding = [
    button({ id: MESSAGES.sms, text: say("slack-work-sms-add"), style: "primary" }),
    button({ id: MESSAGES.app, text: say("slack-work-app-add") }),
  ];
  return [
    ...(about.person.permissions.has("message.send") ? actions(...adding) : []),
    ...(rows.length === 0 ? [section(say("slack-work-messages-none"))] : []),
    ...rows.map((row) =>
      section(
        messageText(row, about),
        button({ id: MESSAGES.view, text: say("slack-work-view"), value: `${row.id}` }),
      ),
    ),
  ];
}

function register(app: App, deps: SlackDeps, tools: AccountTools): void {
  registerMessageView(app, deps, { id: MESSAGES.view, tab: 7 });
  registerMessageForm(app, deps, { ...MESSAGES, tools });
}
