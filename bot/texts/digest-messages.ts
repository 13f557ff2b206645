import { weekday } from "#core/calendar.ts";
import {
  changeInPercent,
  type Flow,
  type ManagerDigest,
  type ManagerLine,
  type Measured,
} from "#core/digest/manager-digest.ts";
import type {
  DigestPromise,
  DigestRemoval,
  DigestTask,
  OperatorDigest,
  OperatorSection,
} from "#core/digest/operator-digest.ts";
import { isOneDay } from "#core/digest/period.ts";
import { ZERO } from "#core/money.ts";
import { assertNever } from "#core/never.ts";
import type { Texts } from "./texts.ts";

/** A digest in words, for a chat and for the shell alike; nothing in it is markup. */
export type DigestText = {
  readonly title: string;
  /** What notifications show. */
  readonly notification: string;
  readonly parts: readonly DigestPart[];
};
export type DigestPart = { readonly heading: string; readonly lines: readonly string[] };

export function operatorDigestText(digest: OperatorDigest, texts: Texts): DigestText {
  const parts = digest.sections.map((section) => ({
    heading: headingOf(section, digest, texts),
    lines: [...rowsOf(section, digest, texts), ...moreOf(section, texts)],
  }));
  return {
    title: texts.say("digest-operator-title", {
      name: digest.name,
      date: texts.date(digest.day),
    }),
    notification: texts.say("digest-operator-notification", {
      topics: texts.list(parts.map(({ heading }) => heading)),
    }),
    parts,
  };
}

export function managerDigestText(digest: ManagerDigest, texts: Texts): DigestText {
  const { period, lines } = digest;
  const { say, date } = texts;
  const received = lines.find(({ flow }) => flow === "received");
  return {
    title: isOneDay(period)
      ? say("digest-manager-title", {
          weekday: say(`digest-weekday-${weekday(period.to)}`),
          date: date(period.to),
        })
      : say("digest-manager-title-days", { from: date(period.from), to: date(period.to) }),
    notification: say("digest-manager-notification", {
      received: texts.money(received?.current.amountCents ?? ZERO),
    }),
    parts: [...lines.map((line) => flowPart(line, texts)), legalPart(digest, texts)],
  };
}

function headingOf(
  section: OperatorSection,
  { period }: OperatorDigest,
  { say, money, date }: Texts,
): string {
  if (section.about === "tasks") {
    return say("digest-tasks", { today: section.today, late: section.late });
  }
  const listed = { total: section.total, amount: money(section.amountCents) };
  return section.about === "broken" && !isOneDay(period)
    ? say("digest-broken-days", { ...listed, from: date(period.from), to: date(period.to) })
    : say(`digest-${section.about}`, listed);
}

function rowsOf(section: OperatorSection, digest: OperatorDigest, texts: Texts): string[] {
  switch (section.about) {
    case "tasks":
      return section.first.map((task) => taskLine(task, digest, texts));
    case "promises":
    case "broken":
      return section.first.map((promise) => promiseLine(promise, texts));
    case "removals":
      return section.first.map((removal) => removalLine(removal, digest, texts));
    default:
      return assertNever(section);
  }
}

function taskLine(
  { title, name, dueOn, dueTime }: DigestTask,
  { day }: OperatorDigest,
  { say, date }: Texts,
): string {
  const today =
    dueTime === null ? say("digest-task-today") : say("digest-task-today-at", { time: dueTime });
  const due = dueOn < day ? say("digest-task-late", { date: date(dueOn) }) : today;
  return say("digest-task", { title, name, due });
}

const promiseLine = (promise: DigestPromise, { say, money }: Texts): string =>
  say("digest-promise", {
    name: promise.name,
    amount: money(promise.amountCents),
    invoice: promise.number ?? promise.invoice,
    agreement: `${promise.agreement}`,
  });

function removalLine(
  { name, amountCents, number, invoice, removeBy }: DigestRemoval,
  { day }: OperatorDigest,
  { say, money, date }: Texts,
): string {
  const of = { name, amount: money(amountCents), invoice: number ?? invoice };
  if (removeBy === day) return say("digest-removal-today", of);
  const id = removeBy < day ? "digest-removal-late" : "digest-removal";
  return say(id, { ...of, date: date(removeBy) });
}

function moreOf(section: OperatorSection, { say }: Texts): string[] {
  const total = section.about === "tasks" ? section.today + section.late : section.total;
  const left = total - section.first.length;
  return left > 0 ? [say("digest-more", { count: left })] : [];
}

const FLOW_TEXTS: Readonly<Record<Flow, string>> = {
  received: "digest-received",
  agreements: "digest-agreements",
  settled: "digest-settled",
  broken: "digest-flow-broken",
  contacts: "digest-contacts",
};

function flowPart({ flow, current, dayBefore, weekBefore }: ManagerLine, texts: Texts): DigestPart {
  const { say, money } = texts;
  const compared = (before: Measured) => ({ value: comparison(flow, before, current, texts) });
  return {
    heading: say(FLOW_TEXTS[flow], { count: current.count, amount: money(current.amountCents) }),
    lines: [
      dayBefore === undefined
        ? say("digest-week-before-days", compared(weekBefore))
        : [
            say("digest-day-before", compared(dayBefore)),
            say("digest-week-before", compared(weekBefore)),
          ].join(" · "),
    ],
  };
}

/** "R$ 980,00 (+26 %)": what was, and how far what is lies from it. */
function comparison(flow: Flow, before: Measured, now: Measured, texts: Texts): string {
  const was = flow === "contacts" ? texts.number(before.count) : texts.money(before.amountCents);
  const change = changeInPercent(before, now);
  if (change === undefined) return was;
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return `${was} (${sign}${texts.number(Math.abs(change))} %)`;
}

function legalPart({ removals }: ManagerDigest, { say, money, date }: Texts): DigestPart {
  const { count, amountCents, late, nextBy } = removals;
  if (count === 0) return { heading: say("digest-no-legal-risk"), lines: [] };
  const notes = [
    ...(late > 0 ? [say("digest-legal-late", { late })] : []),
    ...(nextBy !== null ? [say("digest-legal-next", { date: date(nextBy) })] : []),
  ];
  return {
    heading: say("digest-legal-risk", { count, amount: money(amountCents) }),
    lines: notes.length === 0 ? [] : [notes.join(" · ")],
  };
}
