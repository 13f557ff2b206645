import type { HomeView } from "@slack/types";
import { localMoment } from "#core/law/local-moment.ts";
import type { PanelPage, PanelTotals } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";
import type { Blocks } from "../block-kit.ts";
import type { Acting } from "../listen.ts";
import { panelBlocks, ROWS } from "../panels/view.ts";
import { firstPage, type HomeState, type PanelState, readState, START } from "./state.ts";
import { QUEUE_LENGTH, startBlocks, TASKS_SHOWN } from "./view.ts";

export type Showing = Pick<Acting, "client" | "deps" | "person">;

/** Puts a state on somebody's Home, and keeps it. */
export async function showHome(showing: Showing, wanted: HomeState): Promise<void> {
  const { client, deps, person } = showing;
  const { state, blocks } = await compose(showing, wanted);
  await deps.homeViews.save(person.slackUser, state);
  await client.views.publish({ user_id: person.slackUser, view: homeOf(blocks) });
}

export const homeOf = (blocks: Blocks): HomeView => ({
  type: "home",
  callback_id: "home",
  blocks,
});

/** What stands on the person's Home; the start when it was never opened. */
export const currentState = async ({ deps, person }: Showing): Promise<HomeState> =>
  readState(await deps.homeViews.load(person.slackUser));

/**
 * Shows again what stands, with what a command changed. Behind the command's back: a Home that is late is no failure of
 * what was done, and nobody has one who never opened it.
 */
export function refreshHome(showing: Showing): void {
  const { deps, person } = showing;
  deps.homeViews
    .load(person.slackUser)
    .then((kept) => (kept === undefined ? undefined : showHome(showing, readState(kept))))
    .catch((error) => deps.log.warn({ err: error }, "Slack: a Home was not refreshed"));
}

type Composed = { readonly state: HomeState; readonly blocks: Blocks };

async function compose(showing: Showing, wanted: HomeState): Promise<Composed> {
  const { person } = showing;
  return wanted.screen === "panel" && person.permissions.has(`panel.${wanted.panel}`)
    ? composePanel(showing, wanted)
    : composeStart(showing);
}

async function composeStart(showing: Showing): Promise<Composed> {
  const { deps, person } = showing;
  const { reads } = deps;
  const today = deps.today();
  const asked = { operator: person.id, today, nowMs: deps.nowMs() };
  const [tasks, queue, counts] = await Promise.all([
    person.permissions.has("tab.tasks") ? reads.homeTasks(person.id, TASKS_SHOWN) : undefined,
    person.permissions.has("tab.invoices") ? reads.queue(asked, QUEUE_LENGTH) : undefined,
    reads.panelCounts(today),
  ]);
  const now = momentOf(showing);
  return {
    state: START,
    blocks: startBlocks({ person, tasks, queue, counts, today, now }, deps.texts),
  };
}

const momentOf = ({ deps }: Showing) => localMoment(deps.nowMs(), deps.timeZone);

async function composePanel(showing: Showing, wanted: PanelState): Promise<Composed> {
  const { deps, person } = showing;
  const { state, page } = await readPage(showing, wanted);
  const operators = await deps.reads.operators();
  const shown = { ...state, next: page.next };
  return {
    state: shown,
    blocks: panelBlocks(
      {
        person,
        state: shown,
        page,
        today: deps.today(),
        now: momentOf(showing),
        nameOf: (id) => operators.find((one) => one.id === id)?.name ?? id,
      },
      deps.texts,
    ),
  };
}

type Page = PanelTotals & Pick<PanelPage<PanelName>, "rows" | "next">;

/** A page that is gone, because its rows moved on or its cursor is of another order, is the first one. */
async function readPage(
  { deps }: Showing,
  wanted: PanelState,
): Promise<{ readonly state: PanelState; readonly page: Page }> {
  const first = firstPage(wanted);
  for (const state of [wanted, first, { ...first, order: "default" as const }]) {
    const read = await deps.reads.panel(state.panel, {
      ...state.filters,
      order: state.order,
      today: deps.today(),
      limit: ROWS,
      after: state.trail.at(-1),
    });
    if (read.ok && (read.value.rows.length > 0 || state.trail.length === 0)) {
      return { state, page: read.value };
    }
  }
  throw new Error(`the panel ${wanted.panel} has no first page`);
}
