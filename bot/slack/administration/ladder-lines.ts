import { isLadderAction, LADDER_ACTIONS, type LadderAction } from "#core/ladder/ladder.ts";
import type { Texts } from "../../texts/texts.ts";
import { messageId } from "../../texts/words.ts";

export type Step = { readonly day: number; readonly action: string };

export const actionText = (action: LadderAction, { say }: Texts): string =>
  say(messageId("ladder-action", action));

/** One line a step: "10 encaminhar à cobrança". */
export const stepLines = (steps: readonly Step[], texts: Texts): string =>
  steps.map(({ day, action }) => `${day} ${shown(action, texts)}`).join("\n");

const shown = (action: string, texts: Texts): string =>
  isLadderAction(action) ? actionText(action, texts) : action;

/** Steps in the order of the lines that are not blank, or a sentence for each line that is none. */
export function readLines(
  text: string,
  texts: Texts,
): { readonly steps: readonly Step[] } | { readonly wrong: readonly string[] } {
  const lines = text.split("\n").map((line) => line.trim());
  const read = lines
    .filter((line) => line !== "")
    .map((line, index) => {
      const [, day = "", words = ""] = /^([+-]?\d{1,6})[\s:;,–-]+(.+)$/.exec(line) ?? [];
      const action = actionOf(words, texts);
      if (day === "") return texts.say("admin-ladder-line-wrong", { line: index + 1 });
      return action === undefined
        ? texts.say("admin-ladder-action-wrong", {
            line: index + 1,
            actions: texts.choice(LADDER_ACTIONS.map((known) => actionText(known, texts))),
          })
        : { day: Number(day), action };
    });
  const wrong = read.filter((step) => typeof step === "string");
  return wrong.length > 0 ? { wrong } : { steps: read.filter((step) => typeof step !== "string") };
}

/** By its words or its code, accents and capitals aside. */
const actionOf = (words: string, texts: Texts): LadderAction | undefined =>
  LADDER_ACTIONS.find((action) =>
    [action, actionText(action, texts)].some((known) => bare(known) === bare(words)),
  );

const bare = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s_.]+/g, " ")
    .trim()
    .toLowerCase();

/** What a ladder does, in the order of its days: for people to see whether it is what they mean. */
export function ladderSentence(steps: readonly Step[], texts: Texts): string {
  const { say } = texts;
  const own = steps.filter(({ action }) => isLadderAction(action));
  const days = [...new Set(own.map(({ day }) => day))].sort((a, b) => a - b);
  const told = days.map((day) => {
    const actions = own
      .filter((step) => step.day === day)
      .map(({ action }) => shown(action, texts));
    return say("admin-ladder-day", { when: whenText(day, texts), actions: texts.list(actions) });
  });
  const forward = own
    .filter(({ action }) => action === "forward_to_collections")
    .map(({ day }) => day);
  const ends =
    forward.length === 0
      ? say("admin-ladder-never")
      : say("admin-ladder-forwards", { when: whenText(Math.min(...forward), texts) });
  return [...(told.length === 0 ? [] : [`${told.join("; ")}.`]), ends].join(" ");
}

function whenText(day: number, { say }: Texts): string {
  if (day === 0) return say("admin-ladder-on-due-date");
  return say(day < 0 ? "admin-ladder-before" : "admin-ladder-after", { days: Math.abs(day) });
}
