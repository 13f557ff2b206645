import type { App } from "@slack/bolt";
import type { CustomerId } from "#core/ids.ts";
import { openAccount } from "../account/open-account.ts";
import { showAccount } from "../account/show.ts";
import { workspaceOf } from "../account/workspace.ts";
import { candidatesView } from "../command/view.ts";
import type { SlackDeps } from "../deps.ts";
import { reportFailure } from "../failure.ts";
import { onAction, onShortcut, onSuggest, type ShortcutUsed } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openLoading } from "../open.ts";
import { mentionedIn } from "./mentioned.ts";
import { candidateOptions, SEARCH_CUSTOMER, SHORTCUT, searchView } from "./view.ts";

/** Ways to an account from anywhere in Slack: a search, and the customer whom a message is about. */
export function registerShortcuts(app: App, deps: SlackDeps): void {
  onShortcut(app, deps, { id: SHORTCUT.open }, async ({ client, triggerId }) => {
    await client.views.open({ trigger_id: triggerId, view: searchView(deps.texts) });
  });
  onShortcut(app, deps, { id: SHORTCUT.ofMessage }, openMentioned);
  onSuggest(app, deps, { id: SEARCH_CUSTOMER }, async (words) =>
    candidateOptions(await deps.reads.customersBy(words)),
  );
  onAction(app, deps, { id: SEARCH_CUSTOMER }, (pressed) =>
    openAccount(pressed, pressed.value as CustomerId),
  );
}

async function openMentioned(used: ShortcutUsed): Promise<void> {
  const { deps, message = { text: "", blocks: [] } } = used;
  const { viewId, fill } = await openLoading(used);
  try {
    const found = await mentionedIn(message, deps.reads.customersBy);
    const [only] = found;
    if (only === undefined) {
      await fill(searchView(deps.texts, deps.texts.say("slack-shortcut-nobody")));
    } else if (found.length > 1) {
      await fill(candidatesView(found, deps.texts));
    } else {
      await showAccount(used, { viewId, workspace: workspaceOf(only.customer) });
    }
  } catch (error) {
    await fill(errorModal(deps, reportFailure(deps, error)));
  }
}
