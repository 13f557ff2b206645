import type { Acting, Pressed } from "../listen.ts";
import { showAccount } from "./show.ts";
import { ACCOUNT_VIEW } from "./view.ts";
import { fromStart, type Place, readWorkspace } from "./workspace.ts";

/**
 * The account that a form is opened on top of, for the form's metadata: from the account itself or from another form of it.
 * Where it is shown again its ticks are done with. Undefined: no account stands there.
 */
export function accountBelow(acting: Acting | Pressed): Place | undefined {
  if (!("view" in acting) || acting.view === undefined) return undefined;
  const { id, callbackId, metadata } = acting.view;
  if (callbackId === ACCOUNT_VIEW) {
    return { viewId: id, workspace: fromStart(readWorkspace(metadata)) };
  }
  const { place } = JSON.parse(metadata || "{}") as { readonly place?: Partial<Place> };
  if (place?.viewId === undefined || place.workspace === undefined) return undefined;
  return { viewId: place.viewId, workspace: fromStart(place.workspace) };
}

/**
 * Shows it with what was done. Behind the form's back: an account that is late, or closed meanwhile, is no failure of what
 * was done.
 */
export function refreshAccount(acting: Acting, place: Place | undefined): void {
  if (place === undefined) return;
  showAccount(acting, place).catch((error) =>
    acting.deps.log.warn({ err: error }, "Slack: an account was not refreshed"),
  );
}
