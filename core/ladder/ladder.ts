import { accept, type Result, refuse } from "../result.ts";

/**
 * What a step of a ladder (régua) does by itself. Reduced speed is not among them: the law in force knows no such stage.
 * What needs a person's judgement is only suggested.
 */
export const LADDER_ACTIONS = [
  "message",
  "notice",
  "block",
  "unblock",
  "forward_to_collections",
  "suggest_spc",
  "suggest_rescission",
] as const;

export type LadderAction = (typeof LADDER_ACTIONS)[number];

/** `day` counts from the due date; negative is before it. */
export type LadderStep = { readonly day: number; readonly action: LadderAction };
export type Ladder = { readonly name: string; readonly steps: readonly LadderStep[] };

export const LADDER_DAYS = { first: -365, last: 3650 };

export type LadderRefusal =
  | { readonly code: "ladder_name_empty" }
  | {
      readonly code: "ladder_day_invalid";
      readonly step: number;
      readonly got: number;
      readonly first: number;
      readonly last: number;
    }
  | {
      readonly code: "ladder_action_unknown";
      readonly step: number;
      readonly got: string;
      readonly known: readonly LadderAction[];
    }
  | {
      readonly code: "ladder_step_twice";
      readonly step: number;
      readonly day: number;
      readonly action: string;
    };

/** Checks a ladder as people write it here; steps come back in order of their day. `step` counts from 1. */
export function readLadder(
  name: string,
  steps: readonly StepText[],
): Result<Ladder, LadderRefusal> {
  if (name.trim() === "") return refuse({ code: "ladder_name_empty" });
  const read = readSteps(steps, isLadderAction);
  return read.ok ? accept({ name: name.trim(), steps: read.value }) : read;
}

/**
 * Checks the steps of another system's ladder. Actions that are not ours are kept for people to see and do nothing here;
 * they are one word of at most 60 letters, digits, dots, dashes and underscores.
 */
export const readForeignSteps = (
  steps: readonly StepText[],
): Result<readonly StepText[], LadderRefusal> =>
  readSteps(steps, (action): action is string => FOREIGN_ACTION.test(action));

const FOREIGN_ACTION = /^[A-Za-z][\w.-]{0,59}$/;

type StepText = { readonly day: number; readonly action: string };

function readSteps<Action extends string>(
  steps: readonly StepText[],
  isAction: (text: string) => text is Action,
): Result<{ readonly day: number; readonly action: Action }[], LadderRefusal> {
  const read: { day: number; action: Action }[] = [];
  for (const [index, { day, action }] of steps.entries()) {
    const step = index + 1;
    const { first, last } = LADDER_DAYS;
    if (!Number.isInteger(day) || day < first || day > last) {
      return refuse({ code: "ladder_day_invalid", step, got: day, first, last });
    }
    if (!isAction(action)) {
      return refuse({ code: "ladder_action_unknown", step, got: action, known: LADDER_ACTIONS });
    }
    if (read.some((other) => other.day === day && other.action === action)) {
      return refuse({ code: "ladder_step_twice", step, day, action });
    }
    read.push({ day, action });
  }
  return accept(read.sort((x, y) => x.day - y.day));
}

export const isLadderAction = (text: string): text is LadderAction =>
  LADDER_ACTIONS.some((action) => action === text);

/** The day from which the ladder hands an unpaid invoice to collections; undefined when it never does. */
export function forwardDay({ steps }: { readonly steps: readonly StepText[] }): number | undefined {
  const days = steps.flatMap(({ day, action }) =>
    action === "forward_to_collections" ? [day] : [],
  );
  return days.length === 0 ? undefined : Math.min(...days);
}
