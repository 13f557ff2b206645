import type { CustomerId } from "#core/ids.ts";
import type { TabNumber } from "#db/queries/account/read-account-tab.ts";
import { reportFailure } from "../failure.ts";
import type { Acting, Pressed } from "../listen.ts";
import { errorModal, loadingModal } from "../notices.ts";
import { isInModal, openLoading } from "../open.ts";
import { showAccount } from "./show.ts";
import { workspaceOf } from "./workspace.ts";

/**
 * Opens a customer's account, on the tab that is asked for. From inside a modal it takes that modal's place: the account's
 * own tools need the room above it, and Slack stacks three.
 */
export async function openAccount(
  acting: Acting | Pressed,
  customer: CustomerId,
  tab: TabNumber = 1,
): Promise<void> {
  const viewId = await standAt(acting);
  const { client, deps } = acting;
  try {
    await showAccount(acting, { viewId, workspace: workspaceOf(customer, tab) });
  } catch (error) {
    // The trigger is used up: what failed is said where the account would stand.
    const view = errorModal(deps, reportFailure(deps, error));
    await client.views.update({ view_id: viewId, view });
  }
}

async function standAt(acting: Acting | Pressed): Promise<string> {
  if (!isInModal(acting) || !("view" in acting) || acting.view === undefined) {
    return (await openLoading(acting)).viewId;
  }
  const { client, deps, view } = acting;
  await client.views.update({ view_id: view.id, view: loadingModal(deps) });
  return view.id;
}
