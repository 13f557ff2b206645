import { DEFAULT_ROLES } from "#core/access/roles.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { LocalMoment } from "#core/law/local-moment.ts";
import type { HomeTask, HomeTasks } from "#db/queries/home/read-home-tasks.ts";
import type { Queue, QueueEntry } from "#db/queries/home/read-queue.ts";
import type { PanelTotals } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";
import type { Texts } from "../../texts/texts.ts";
import { mayAdminister } from "../administration/subject.ts";
import { actions, type Blocks, button, context, divider, header } from "../block-kit.ts";
import { CHARTS } from "../charts/ids.ts";
import type { Person } from "../person.ts";
import { namedSection, plainContext, plainSection, short } from "../plain-blocks.ts";
import { RETURNS } from "../returns/ids.ts";
import { PANELS } from "./state.ts";

export const HOME = {
  refresh: "home.refresh",
  openTask: "home.task.open",
  openFromQueue: "home.queue.open",
  letGo: "home.queue.release",
  openPanel: "home.panel.open",
  administration: "home.administration",
} as const;

export const TASKS_SHOWN = 5;
export const QUEUE_LENGTH = 5;

export type StartData = {
  readonly person: Person;
  /** Undefined: not this person's to see. */
  readonly tasks: HomeTasks | undefined;
  readonly queue: Queue | undefined;
  readonly counts: Readonly<Record<PanelName, PanelTotals>>;
  readonly today: CivilDate;
  readonly now: LocalMoment;
};

/** The day at a glance: own tasks, whom to contact next, and the panels. */
export function startBlocks(data: StartData, texts: Texts): Blocks {
  const { person, tasks, queue, counts, today } = data;
  return [
    header(texts.say("slack-home-title", { name: short(person.name) })),
    plainContext(whoAndWhen(data, texts)),
    ...actions(
      button({ id: HOME.refresh, text: texts.say("slack-refresh") }),
      ...(mayAdminister(person)
        ? [button({ id: HOME.administration, text: texts.say("slack-home-administration") })]
        : []),
    ),
    ...(tasks === undefined ? [] : taskBlocks(tasks, today, texts)),
    ...(queue === undefined ? [] : queueBlocks(queue, texts)),
    divider,
    header(texts.say("slack-home-panels")),
    ...panelLines(person, counts, texts),
  ];
}

/** Also in the modal of the command. */
export const panelLines = (
  { permissions }: Person,
  counts: StartData["counts"],
  texts: Texts,
): Blocks => [
  ...PANELS.filter((name) => permissions.has(`panel.${name}`)).map((name) =>
    namedSection(
      texts.say(`panel-${name}`),
      [countLine(counts[name], texts)],
      button({ id: HOME.openPanel, text: texts.say("slack-home-open"), value: name }),
    ),
  ),
  ...(permissions.has("panel.charts")
    ? [
        namedSection(
          texts.say("panel-charts"),
          [texts.say("charts-home-line")],
          button({ id: CHARTS.open, text: texts.say("slack-home-open") }),
        ),
      ]
    : []),
  ...(permissions.has("return.read")
    ? [
        namedSection(
          texts.say("returns-title"),
          [texts.say("returns-home-line")],
          button({ id: RETURNS.open, text: texts.say("slack-home-open") }),
        ),
      ]
    : []),
];

export const countLine = ({ total, amountCents }: PanelTotals, texts: Texts): string =>
  `${texts.number(total)} · ${texts.money(amountCents)}`;

export const updatedAt = ({ date, time }: LocalMoment, texts: Texts): string =>
  texts.say("slack-home-updated", { date: texts.date(date), time });

const whoAndWhen = ({ person, now }: StartData, texts: Texts): string =>
  `${roleName(person.role, texts)} · ${updatedAt(now, texts)}`;

/** A role that the provider made has the name that the provider gave it. */
const roleName = (role: string, texts: Texts): string =>
  DEFAULT_ROLES.some(({ name }) => name === role)
    ? texts.say(`slack-home-role-${role}`)
    : short(role);

function taskBlocks({ total, first }: HomeTasks, today: CivilDate, texts: Texts): Blocks {
  const left = total - first.length;
  return [
    divider,
    header(texts.say("slack-home-tasks", { total })),
    ...(first.length === 0 ? [plainSection([texts.say("slack-home-no-tasks")])] : []),
    ...first.map((task) => taskLine(task, today, texts)),
    ...(left > 0 ? [context(texts.say("slack-home-more-tasks", { left }))] : []),
  ];
}

const taskLine = (task: HomeTask, today: CivilDate, texts: Texts) => {
  const { customer, name, title, dueOn, dueTime } = task;
  const day = dueTime === null ? texts.date(dueOn) : `${texts.date(dueOn)} ${dueTime}`;
  const due = dueOn < today ? "late" : dueOn === today ? "today" : "ahead";
  return namedSection(
    texts.say("slack-home-task", { title: short(title, 65) }),
    [`${short(name)} · ${texts.say(`slack-home-task-${due}`, { day })}`],
    button({ id: HOME.openTask, text: texts.say("slack-home-open"), value: customer }),
  );
};

function queueBlocks({ entries, heldBack }: Queue, texts: Texts): Blocks {
  return [
    divider,
    header(texts.say("slack-home-queue")),
    ...(entries.length === 0 ? [plainSection([texts.say("slack-home-queue-empty")])] : []),
    ...entries.flatMap((entry) => queueLine(entry, texts)),
    ...(heldBack === null
      ? []
      : [
          plainSection([
            texts.say("slack-home-held-back", {
              accounts: heldBack.accounts,
              reason: texts.verdict(heldBack.verdict),
            }),
          ]),
        ]),
  ];
}

function queueLine(entry: QueueEntry, texts: Texts): Blocks {
  const { customer, name, mine } = entry;
  const { say, money } = texts;
  const why = say("slack-home-queue-why", {
    expected: money(entry.expectedCents),
    amount: money(entry.amountCents),
    debts: entry.debts,
    days: entry.daysOverdue,
  });
  const allowed = say("slack-home-queue-allowed", {
    place: placeOf(entry, texts),
    time: entry.localTime,
  });
  const open = button({
    id: HOME.openFromQueue,
    text: say("slack-home-work"),
    value: customer,
    ...(mine ? {} : { style: "primary" }),
  });
  const letGo = button({ id: HOME.letGo, text: say("slack-home-let-go"), value: customer });
  return [
    namedSection(name, [why, mine ? say("slack-home-queue-mine") : allowed], open),
    ...(mine ? actions(letGo) : []),
  ];
}

const placeOf = ({ city, state }: QueueEntry, { say }: Texts): string =>
  [...(city === null ? [] : [short(city)]), state ?? say("no-state")].join("/");
