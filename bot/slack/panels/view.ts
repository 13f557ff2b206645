import type { Button, Overflow } from "@slack/types";
import type { LocalMoment } from "#core/law/local-moment.ts";
import type { CustomerRow, InvoiceRow, PanelTotals } from "#db/queries/panels/panel.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, type Blocks, button, context, divider, header, option } from "../block-kit.ts";
import type { PanelState } from "../home/state.ts";
import { countLine, updatedAt } from "../home/view.ts";
import type { Person } from "../person.ts";
import { asking, namedSection, plainSection, short } from "../plain-blocks.ts";
import { FACES, type FaceContext, mayUse, type RowTool } from "./faces.ts";
import { filterLine, hasFilters } from "./filter-line.ts";

export const PANEL = {
  home: "panel.home",
  refresh: "panel.refresh",
  filter: "panel.filter",
  clear: "panel.clear",
  next: "panel.next",
  previous: "panel.previous",
  csv: "panel.csv",
  classify: "panel.classify",
} as const;

export const ROW = {
  invoices: "row.invoices",
  confirm: "row.confirm",
  account: "row.account",
  register: "row.register",
  remove: "row.remove",
  rescind: "row.rescind",
  renegotiate: "row.renegotiate",
} as const satisfies Record<RowTool, string>;

/** With three blocks a row, Home stays far below Slack's 100. */
export const ROWS = 10;

export type PanelRow = CustomerRow | InvoiceRow;

export type PanelData = Omit<FaceContext, "texts"> & {
  readonly person: Person;
  readonly state: PanelState;
  readonly page: PanelTotals & { readonly rows: readonly PanelRow[]; readonly next: string | null };
  readonly now: LocalMoment;
};

export function panelBlocks(data: PanelData, texts: Texts): Blocks {
  const { state, page, now, person } = data;
  const face = FACES[state.panel];
  return [
    ...actions(...navigation(data, texts)),
    header(texts.say(`panel-${state.panel}`)),
    plainSection([countLine(page, texts), filterLine(data, texts)]),
    context(updatedAt(now, texts)),
    ...(face.isBureau === true ? [context(texts.say("spc-internal"))] : []),
    ...(page.rows.length === 0 ? [plainSection([emptyLine(state, texts)])] : []),
    ...page.rows.flatMap((row) => rowBlocks(row, data, texts)),
    divider,
    context(placeLine(data, texts)),
    ...actions(...turning(state, texts)),
    ...actions(...tools(person, state, texts)),
  ];
}

function navigation({ state }: PanelData, texts: Texts): Button[] {
  const { say } = texts;
  return [
    button({ id: PANEL.home, text: say("slack-panels-home") }),
    button({ id: PANEL.refresh, text: say("slack-refresh") }),
    button({ id: PANEL.filter, text: say("slack-panels-filter"), value: state.panel }),
    ...(hasFilters(state) ? [button({ id: PANEL.clear, text: say("slack-panels-clear") })] : []),
  ];
}

/** A press on an old picture of the panel turns no page: the button says from which page it leads. */
const turning = ({ page, next }: PanelState, { say }: Texts): Button[] => [
  ...(page > 1
    ? [button({ id: PANEL.previous, text: say("slack-panels-previous"), value: String(page) })]
    : []),
  ...(next === null
    ? []
    : [button({ id: PANEL.next, text: say("slack-panels-next"), value: String(page) })]),
];

const tools = ({ permissions }: Person, { panel }: PanelState, { say }: Texts): Button[] => [
  ...(panel === "classified" && permissions.has("classifier.run")
    ? [button({ id: PANEL.classify, text: say("slack-panels-classify") })]
    : []),
  ...(permissions.has("csv.export")
    ? [button({ id: PANEL.csv, text: say("slack-panels-csv"), value: panel })]
    : []),
];

function placeLine({ state, page }: PanelData, texts: Texts): string {
  const from = (state.page - 1) * ROWS;
  return texts.say("slack-panels-place", {
    from: texts.number(page.rows.length === 0 ? 0 : from + 1),
    to: texts.number(from + page.rows.length),
    total: texts.number(page.total),
  });
}

const emptyLine = (state: PanelState, { say }: Texts): string =>
  say(hasFilters(state) ? "slack-panels-none-found" : `slack-panels-empty-${state.panel}`);

function rowBlocks(row: PanelRow, data: PanelData, texts: Texts): Blocks {
  const { person, state } = data;
  const { tools: all } = FACES[state.panel];
  // The face and the row are of one panel: the reads answer what the state asked for.
  const lines = FACES[state.panel].lines as (row: PanelRow, context: FaceContext) => string[];
  const tools = all
    .filter((tool) => mayUse(tool, person.permissions))
    .map((tool) => (tool === "rescind" ? rescindMenu(row, texts) : toolButton(tool, row, texts)));
  const shown = lines(row, { ...data, texts });
  const [only] = tools;
  return tools.length === 1
    ? [namedSection(row.name, shown, only)]
    : [namedSection(row.name, shown), ...actions(...tools)];
}

/** Out of the way of a hurried finger: a red button in every row would be the loudest thing of the panel. */
const rescindMenu = (row: PanelRow, { say }: Texts): Overflow => ({
  type: "overflow",
  action_id: ROW.rescind,
  options: [option(say("slack-panels-tool-rescind"), valueFor("rescind", row))],
});

function toolButton(tool: RowTool, row: PanelRow, texts: Texts): Button {
  const made = button({
    id: ROW[tool],
    text: texts.say(`slack-panels-tool-${tool}`),
    value: valueFor(tool, row),
  });
  return tool === "confirm" && "invoices" in row
    ? asking(made, {
        title: texts.say("slack-panels-confirm-title"),
        text: texts.say("slack-panels-confirm-text", {
          name: short(row.name, 60),
          invoices: row.invoices,
          amount: texts.money(row.amountCents),
        }),
        yes: texts.say("slack-yes"),
        no: texts.say("slack-no"),
      })
    : made;
}

/** Ids only: whatever a press asks for is read again. */
function valueFor(tool: RowTool, row: PanelRow): string {
  if (!("invoice" in row)) return row.customer;
  switch (tool) {
    case "register":
    case "remove":
      return row.invoice;
    case "rescind":
      return String(row.agreement);
    case "renegotiate":
      return JSON.stringify([row.customer, row.invoice]);
    default:
      return row.customer;
  }
}
