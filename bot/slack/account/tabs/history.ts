import type { DomainEvent } from "#core/events.ts";
import type { HistoryEntry } from "#db/queries/account/history.ts";
import type { Texts } from "../../../texts/texts.ts";
import { actorName } from "../../actor-name.ts";
import { type Blocks, context, cut, section, typed } from "../../block-kit.ts";
import { defineTab, readRows, type TabContext } from "../tab.ts";

const PAGE = 20;
/** Whatever somebody gave as a reason, a page of entries stays one to be read. */
const MAX_SENTENCE = 500;

/** Tab 2: all that happened in the customer's collection. */
export const historyTab = defineTab<readonly HistoryEntry[]>({
  number: 2,
  permission: "tab.history",
  titleId: "slack-account-tab-history",
  read: readRows(2, PAGE),
  blocks: historyBlocks,
  register: () => {},
});

/** Sentences, newest first, under their days. */
export function historyBlocks(
  rows: readonly HistoryEntry[],
  { account, texts }: TabContext,
): Blocks {
  if (rows.length === 0) return [section(texts.say("slack-account-history-none"))];
  const days = Map.groupBy(rows, ({ onDate }) => onDate);
  return [...days].flatMap(([day, entries]) => [
    section(`*${texts.date(day)}*`),
    ...entries.map((entry) =>
      context(sentence({ ...entry, customer: account.customer } as Told, texts)),
    ),
  ]);
}

type Told = HistoryEntry & DomainEvent;

const sentence = (entry: Told, texts: Texts): string =>
  texts.say("slack-account-history-entry", {
    who: typed(actorName({ actor: entry.actor, name: entry.actorName }, texts)),
    what: typed(cut(texts.event(entry), MAX_SENTENCE)),
  });
