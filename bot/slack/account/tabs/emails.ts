import type { App } from "@slack/bolt";
import type { Message } from "#db/queries/account/account-work.ts";
import { actions, type Blocks, button, section } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { type AccountTools, defineTab, readRows, type TabContext } from "../tab.ts";
import { registerEmailForm } from "./emails-form.ts";
import { messageText } from "./messages-text.ts";
import { registerMessageView } from "./messages-view.ts";

export const EMAILS = {
  add: "account:emails:add",
  view: "account:emails:view",
} as const;

/** Tab 6: e-mails to the customer. */
export const emailsTab = defineTab<readonly Message[]>({
  number: 6,
  permission: "tab.emails",
  titleId: "slack-work-tab-emails",
  read: readRows(6),
  blocks,
  register,
});

function blocks(rows: readonly Message[], about: TabContext): Blocks {
  const { say } = about.texts;
  const add = button({ id: EMAILS.add, text: say("slack-work-email-add"), style: "primary" });
  return [
    ...(about.person.permissions.has("email.send") ? actions(add) : []),
    ...(rows.length === 0 ? [section(say("slack-work-emails-none"))] : []),
    ...rows.map((row) =>
      section(
        messageText(row, about),
        button({ id: EMAILS.view, text: say("slack-work-view"), value: `${row.id}` }),
      ),
    ),
  ];
}

function register(app: App, deps: SlackDeps, tools: AccountTools): void {
  registerMessageView(app, deps, { id: EMAILS.view, tab: 6 });
  registerEmailForm(app, deps, { id: EMAILS.add, tools });
}
