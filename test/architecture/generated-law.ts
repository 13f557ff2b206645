import { CONTACT_WINDOWS, type ContactWindow } from "#core/law/contact-windows.ts";
import { RULE_PACKS } from "#core/law/rule-pack.ts";
import type { Rule, RulePack } from "#core/law/rules.ts";
import { formatPercent } from "#core/money.ts";
import { table } from "./markdown.ts";

const inForce = RULE_PACKS.at(-1) ?? RULE_PACKS[0];

export const packs = (): string =>
  table(
    ["pack", "acts from"],
    RULE_PACKS.map(({ name, effectiveFrom }) => [name, effectiveFrom]),
  );

export const lawInForce = (): string => rulesTable(entriesOf(inForce));

/** Only what another pack says otherwise: the rest is the same rule. */
export const lawBefore = (): string =>
  RULE_PACKS.filter((pack) => pack !== inForce)
    .map((pack) => `**${pack.name}**\n\n${rulesTable(entriesOf(pack).filter(isOther))}`)
    .join("\n\n");

export const unconfirmed = (): string =>
  entriesOf(inForce)
    .filter(({ rule }) => !rule.confirmed)
    .map(({ rule }) => `- ${rule.id}: ${rule.words}`)
    .join("\n");

export const contactWindows = (): string =>
  table(
    ["state", "Monday to Friday", "Saturday", "source"],
    [
      ...[...CONTACT_WINDOWS.byState].map(([state, window]) => windowRow(state, window)),
      windowRow("others", CONTACT_WINDOWS.others),
    ],
  );

type Entry = { readonly key: string; readonly rule: Rule<unknown> };

const entriesOf = ({ rules }: RulePack): Entry[] =>
  Object.entries(rules).map(([key, rule]) => ({ key, rule }));

const isOther = ({ key, rule }: Entry): boolean =>
  entriesOf(inForce).some((other) => other.key === key && other.rule !== rule);

const rulesTable = (entries: readonly Entry[]): string =>
  table(
    ["rule", "in words", "number", "article", "read in", ""],
    entries.map(({ key, rule }) => [
      `\`${rule.id}\``,
      rule.words,
      numberOf(key, rule.value),
      rule.article,
      rule.source,
      rule.confirmed ? "confirmed" : "**to confirm**",
    ]),
  );

/** The rule's value as a person reads it. */
function numberOf(key: string, value: unknown): string {
  if (value === null) return "";
  if (key === "contactWindows") return "see below";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return `${value.length} items`;
  if (typeof value !== "object") return `${value} ${unitOf(key)}`.trim();
  return Object.entries(value)
    .map(([name, part]) => `${wordsOf(name)} ${partOf(name, part)}`)
    .join(", ");
}

const partOf = (name: string, part: unknown): string => {
  if (name === "rate") return `${formatPercent(part as Parameters<typeof formatPercent>[0])} %`;
  if (name === "weekdays") return (part as number[]).map((day) => WEEKDAYS[day]).join(" ");
  if (name.endsWith("Cents")) return `R$ ${Number(part) / 100}`;
  return String(part);
};

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** "consumerMaxCents" to "consumer max". */
const wordsOf = (name: string): string =>
  name
    .replace(/Cents$/, "")
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();

const unitOf = (key: string): string =>
  key.endsWith("BusinessDays")
    ? "business days"
    : key.endsWith("Days")
      ? "days"
      : key.endsWith("Years")
        ? "years"
        : "";

const windowRow = (state: string, { weekdays, saturday, article }: ContactWindow): string[] => [
  state,
  `${weekdays.from} to ${weekdays.to}`,
  saturday === undefined ? "none" : `${saturday.from} to ${saturday.to}`,
  article,
];
