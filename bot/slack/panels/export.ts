import type { PanelRows } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";
import { currentState } from "../home/publish.ts";
import { isPanel, type PanelState, panelState } from "../home/state.ts";
import type { Pressed } from "../listen.ts";
import { openWith } from "../open.ts";
import { refusedModal, saidModal } from "../plain-blocks.ts";
import { csvOf } from "./csv.ts";

const ROWS_A_READ = 200;
/** More than a spreadsheet is good for, and less than a process has memory for. */
const MAX_ROWS = 50_000;

/** The rows that the panel's filters let through, as a file in the person's own conversation with the app. */
export async function exportPanel(pressed: Pressed): Promise<void> {
  const { deps, person, value } = pressed;
  const { texts } = deps;
  await openWith(pressed, async () => {
    if (!isPanel(value)) throw new Error(`no panel ${value}`);
    const permission = `panel.${value}` as const;
    if (!person.permissions.has(permission)) {
      const refusal = { code: "not_permitted", permission, role: person.role } as const;
      return refusedModal(texts, texts.refusal(refusal));
    }
    const kept = await currentState(pressed);
    const state = kept.screen === "panel" && kept.panel === value ? kept : panelState(value);
    const { rows, isCut } = await readAll(pressed, state);
    await send(pressed, value, rows);
    const said = { rows: rows.length, panel: texts.say(`panel-${value}`) };
    return saidModal(texts, {
      lines: [
        texts.say("slack-panels-csv-sent", said),
        isCut ? texts.say("slack-panels-csv-cut", { max: texts.number(MAX_ROWS) }) : "",
      ],
    });
  });
}

type Row = PanelRows[PanelName];

async function readAll(
  { deps }: Pressed,
  { panel, filters, order }: PanelState,
): Promise<{ readonly rows: readonly Row[]; readonly isCut: boolean }> {
  const operators = new Map((await deps.reads.operators()).map(({ id, name }) => [id, name]));
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const query = { ...filters, order, today: deps.today(), limit: ROWS_A_READ, after };
    const page = await deps.reads.panel(panel, query);
    if (!page.ok) throw new Error(`the panel ${panel} refused ${page.refusal.code}`);
    for (const row of page.value.rows) {
      const operator = row.operator === null ? null : (operators.get(row.operator) ?? row.operator);
      rows.push({ ...row, operator } as Row);
    }
    after = page.value.next ?? undefined;
  } while (after !== undefined && rows.length < MAX_ROWS);
  return { rows, isCut: after !== undefined };
}

async function send(
  { client, deps, person }: Pressed,
  panel: PanelName,
  rows: readonly Row[],
): Promise<void> {
  const { texts } = deps;
  const opened = await client.conversations.open({ users: person.slackUser });
  const channel = opened.channel?.id;
  if (channel === undefined) throw new Error("Slack opened no conversation with the person");
  await client.filesUploadV2({
    channel_id: channel,
    filename: `${panel}-${deps.today()}.csv`,
    file: Buffer.from(csvOf(panel, rows, texts), "utf8"),
    initial_comment: texts.say("slack-panels-csv-comment", {
      panel: texts.say(`panel-${panel}`),
      rows: rows.length,
    }),
  });
}
