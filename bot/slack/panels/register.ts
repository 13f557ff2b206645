import type { App } from "@slack/bolt";
import type { SlackDeps } from "../deps.ts";
import type { FormAnswer } from "../form-answer.ts";
import { currentState, refreshHome, showHome } from "../home/publish.ts";
import {
  firstPage,
  nextPage,
  type PanelState,
  panelState,
  previousPage,
  START,
} from "../home/state.ts";
import { onAction, onSubmit, onSuggest, type Pressed, type Submitted } from "../listen.ts";
import { openWith } from "../open.ts";
import { exportPanel } from "./export.ts";
import {
  FILTER_FORM,
  FILTER_OPERATOR,
  type FilterMetadata,
  filterForm,
  operatorOption,
  readFilters,
} from "./filter-form.ts";
import { registerRows } from "./rows.ts";
import { registerStart } from "./start.ts";
import { PANEL } from "./view.ts";

export function registerPanels(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: PANEL.home }, (pressed) => showHome(pressed, START));
  onAction(app, deps, { id: PANEL.refresh }, async (pressed) =>
    showHome(pressed, await currentState(pressed)),
  );
  onAction(app, deps, { id: PANEL.clear }, (pressed) =>
    turn(pressed, ({ panel }) => panelState(panel)),
  );
  onAction(app, deps, { id: PANEL.next }, (pressed) =>
    turn(pressed, (state) => (isOn(state, pressed) ? nextPage(state) : state)),
  );
  onAction(app, deps, { id: PANEL.previous }, (pressed) =>
    turn(pressed, (state) => (isOn(state, pressed) ? previousPage(state) : state)),
  );
  registerFilters(app, deps);
  onAction(app, deps, { id: PANEL.csv, permission: "csv.export" }, exportPanel);
  registerRows(app, deps);
  registerStart(app, deps);
}

/** A double press turns one page. */
const isOn = ({ page }: PanelState, { value }: Pressed): boolean => String(page) === value;

async function turn(pressed: Pressed, to: (state: PanelState) => PanelState): Promise<void> {
  const state = await currentState(pressed);
  await showHome(pressed, state.screen === "panel" ? to(state) : state);
}

function registerFilters(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: PANEL.filter }, (pressed) =>
    openWith(pressed, async () => {
      const [kept, operators] = await Promise.all([currentState(pressed), deps.reads.operators()]);
      const state = kept.screen === "panel" ? kept : panelState("classified");
      const nameOf = (id: string) => operators.find((one) => one.id === id)?.name ?? id;
      return filterForm(state, nameOf, deps.texts);
    }),
  );
  onSuggest(app, deps, { id: FILTER_OPERATOR }, async (words) => {
    const wanted = words.toLowerCase();
    const operators = await deps.reads.operators();
    return operators.filter(({ name }) => name.toLowerCase().includes(wanted)).map(operatorOption);
  });
  onSubmit(app, deps, { id: FILTER_FORM }, filterBy);
}

async function filterBy(submitted: Submitted): Promise<FormAnswer> {
  const { view, deps } = submitted;
  const { panel } = JSON.parse(view.metadata) as FilterMetadata;
  const read = readFilters(view.values, deps.texts);
  if (!read.ok) return { errors: read.refusal };
  const { filters, order } = read.value;
  await deps.homeViews.save(
    submitted.person.slackUser,
    firstPage(panelState(panel, filters, order)),
  );
  refreshHome(submitted);
  return { close: "this" };
}
