import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { CHART_NAMES, type ChartName, isChartName } from "#core/charts.ts";
import { actions, button, context, typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import type { FormAnswer } from "../form-answer.ts";
import {
  type Acting,
  onAction,
  onSubmit,
  onSuggest,
  type Pressed,
  type Submitted,
} from "../listen.ts";
import { openWith } from "../open.ts";
import { operatorOption } from "../panels/filter-form.ts";
import { modalOf, plainSection, saidModal } from "../plain-blocks.ts";
import {
  CHART_CITY,
  CHART_FORM,
  CHART_OPERATOR,
  type ChartAsked,
  chartForm,
  chartTitle,
  cityOption,
  readChartAsked,
} from "./chart-form.ts";
import { CHARTS } from "./ids.ts";
import { commentOf, ownChannel, postCsv, postImage, queryOf } from "./send-chart.ts";

const permission = "panel.charts";

/** Panel 10: a chart as an image in the person's own conversation, its numbers as CSV, the dashboard, the managers' channel. */
export function registerCharts(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: CHARTS.open, permission }, (pressed) => openCharts(pressed));
  onSubmit(app, deps, { id: CHART_FORM, permission }, show);
  onSuggest(app, deps, { id: CHART_OPERATOR }, async (words) => {
    const wanted = words.toLowerCase();
    const operators = await deps.reads.operators();
    return operators.filter(({ name }) => name.toLowerCase().includes(wanted)).map(operatorOption);
  });
  onSuggest(app, deps, { id: CHART_CITY }, async (words) => {
    const wanted = words.toLowerCase();
    const cities = await deps.charts.cities();
    return cities.filter((city) => city.toLowerCase().includes(wanted)).flatMap(cityOption);
  });
  onAction(app, deps, { id: CHARTS.csv, permission: "csv.export" }, sendCsv);
  onAction(app, deps, { id: CHARTS.publish, permission: "digest.send" }, publish);
  // A link opens by itself; Slack only wants to be told that it was heard.
  onAction(app, deps, { id: CHARTS.dashboard, permission }, async () => {});
}

/** With a chart that was named, by its name or its title, chosen already. */
export const openCharts = (acting: Acting | Pressed, named = ""): Promise<void> =>
  openWith(acting, async () => chartForm(chartNamed(named, acting.deps), acting.deps.texts));

function chartNamed(named: string, { texts }: SlackDeps): ChartName | undefined {
  const wanted = named.trim().toLowerCase();
  if (wanted === "") return undefined;
  return isChartName(wanted) ? wanted : byTitle(wanted, texts);
}

const byTitle = (wanted: string, texts: SlackDeps["texts"]): ChartName | undefined =>
  CHART_NAMES.find((name) => chartTitle(name, texts).toLowerCase().startsWith(wanted));

async function show(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, client } = submitted;
  const read = readChartAsked(view.values, deps.today(), deps.texts);
  if (!read.ok) return { errors: read.refusal };
  const asked = read.value;
  const drawn = await deps.charts.draw(asked.chart, queryOf(asked, deps));
  const channel = await ownChannel(submitted);
  await postImage({ client, channel }, { name: asked.chart, drawn, comment: commentOf(drawn) });
  return { update: shownView(submitted, asked, drawn.alt) };
}

function shownView({ deps, person }: Submitted, asked: ChartAsked, alt: string): ModalView {
  const { texts, charts, managersChannel } = deps;
  const { say } = texts;
  const value = JSON.stringify(asked);
  const link = charts.dashboard(person.id);
  return modalOf(texts, {
    callbackId: "charts.shown",
    title: say("panel-charts"),
    blocks: [
      plainSection([say("charts-sent", { title: chartTitle(asked.chart, texts) }), alt]),
      ...actions(
        ...(person.permissions.has("csv.export")
          ? [button({ id: CHARTS.csv, text: say("charts-csv"), value })]
          : []),
        ...(managersChannel !== undefined && person.permissions.has("digest.send")
          ? [
              button({
                id: CHARTS.publish,
                text: say("charts-publish"),
                value,
                confirm: {
                  title: say("charts-publish"),
                  text: say("charts-publish-confirm", { title: chartTitle(asked.chart, texts) }),
                  yes: say("charts-publish-yes"),
                  no: say("slack-no"),
                },
              }),
            ]
          : []),
        ...(link === undefined
          ? []
          : [{ ...button({ id: CHARTS.dashboard, text: say("charts-dashboard") }), url: link }]),
        button({ id: CHARTS.open, text: say("charts-another") }),
      ),
      ...(link === undefined ? [] : [context(say("charts-dashboard-hint"))]),
    ],
  });
}

async function sendCsv(pressed: Pressed): Promise<void> {
  const { deps, client } = pressed;
  await openWith(pressed, async () => {
    const asked = askedIn(pressed);
    const drawn = await deps.charts.draw(asked.chart, queryOf(asked, deps));
    const channel = await ownChannel(pressed);
    await postCsv({ client, channel }, { name: `${asked.chart}-${deps.today()}`, drawn });
    return saidModal(deps.texts, { lines: [deps.texts.say("charts-csv-sent")] });
  });
}

async function publish(pressed: Pressed): Promise<void> {
  const { deps, client, person } = pressed;
  await openWith(pressed, async () => {
    const channel = deps.managersChannel;
    if (channel === undefined) throw new Error("no channel for managers");
    const asked = askedIn(pressed);
    const drawn = await deps.charts.draw(asked.chart, queryOf(asked, deps));
    const by = deps.texts.say("charts-published-by", { name: typed(person.name) });
    const comment = `${commentOf(drawn)}\n_${by}_`;
    await postImage({ client, channel }, { name: asked.chart, drawn, comment });
    return saidModal(deps.texts, { lines: [deps.texts.say("charts-published")] });
  });
}

/** What the button carries was put there by us, and names nothing that the person may not see. */
const askedIn = ({ value }: Pressed): ChartAsked => JSON.parse(value) as ChartAsked;
