import type { CustomerId, OperatorId } from "#core/ids.ts";
import { actorName } from "../actor-name.ts";
import type { SlackDeps } from "../deps.ts";
import type { Acting } from "../listen.ts";
import { errorModal } from "../notices.ts";
import type { Person } from "../person.ts";
import type { LoadedTab, Said, Tab, TabContext } from "./tab.ts";
import { TABS } from "./tabs.ts";
import { accountView } from "./view.ts";
import { fromStart, type Place, type Workspace } from "./workspace.ts";

/** Reads the account and puts it where it stands. */
export async function showAccount(acting: Acting, place: Place, said?: Said): Promise<void> {
  const { client, deps, person } = acting;
  const tabs = TABS.filter(({ permission }) => person.permissions.has(permission));
  const tab = tabs.find(({ number }) => number === place.workspace.tab) ?? tabs[0];
  const workspace = { ...place.workspace, tab: tab?.number ?? place.workspace.tab };
  const [context, loaded] = await Promise.all([
    readContext(deps, person, workspace),
    tab === undefined ? undefined : loadTab(deps, tab, workspace),
  ]);
  const view =
    context === undefined
      ? errorModal(deps, unknownCustomer(deps, workspace.customer))
      : accountView({
          context: { ...context, workspace: loaded?.workspace ?? workspace },
          tabs,
          shown: loaded?.shown,
          said,
        });
  await client.views.update({ view_id: place.viewId, view });
}

async function readContext(
  { reads, texts, today, timeZone }: SlackDeps,
  person: Person,
  workspace: Workspace,
): Promise<TabContext | undefined> {
  const day = today();
  const [account, operators] = await Promise.all([
    reads.account(workspace.customer, day),
    reads.operators(),
  ]);
  if (account === undefined) return undefined;
  const names = new Map(operators.map(({ id, name }) => [id, name]));
  const nameOf = (operator: OperatorId): string =>
    actorName({ actor: operator, name: names.get(operator) }, texts);
  return { person, texts, today: day, timeZone, account, workspace, nameOf };
}

type Loaded = { readonly shown: LoadedTab; readonly workspace: Workspace };

/** A cursor that leads nowhere any more begins the tab anew. */
async function loadTab(
  { reads, today }: SlackDeps,
  tab: Tab,
  workspace: Workspace,
): Promise<Loaded> {
  const asked = await tab.load(reads, workspace, today());
  if (asked.ok) return { shown: asked.value, workspace };
  const again = fromStart(workspace);
  const first = await tab.load(reads, again, today());
  if (!first.ok) throw new Error(`tab ${tab.number} has no first page: ${first.refusal.code}`);
  return { shown: first.value, workspace: again };
}

const unknownCustomer = ({ texts }: SlackDeps, customer: CustomerId): string =>
  texts.refusal({ code: "customer_unknown", customer });
