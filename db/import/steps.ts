import { LADDER_DAYS, readForeignSteps } from "#core/ladder/ladder.ts";
import type { Reader } from "./values.ts";

/**
 * The steps of a ladder as one text, "10:forward_to_collections;5:message" in order of day and action: so that two lists
 * of the same steps are the same text. Comes as a list of { day, action }, that list as JSON text, or such a text.
 */
export const steps: Reader = (value) => {
  const list = typeof value === "string" ? stepsOfText(value.trim()) : value;
  if (!Array.isArray(list) || !list.every(isStepShaped)) return MISFIT;
  const read = readForeignSteps(list);
  return read.ok ? textOf(read.value) : MISFIT;
};

const MISFIT = {
  code: "not_steps",
  expected: `[{"day": 10, "action": "forward_to_collections"}] or 10:forward_to_collections;5:message, each step once, days from ${LADDER_DAYS.first} to ${LADDER_DAYS.last}, each action one word`,
} as const;

const textOf = (read: readonly StepShape[]): string =>
  read
    .toSorted((a, b) => a.day - b.day || (a.action < b.action ? -1 : 1))
    .map(({ day, action }) => `${day}:${action}`)
    .join(";");

function stepsOfText(text: string): unknown {
  if (!text.startsWith("[")) return text.split(";").filter(isFilled).map(stepOf);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isFilled = (part: string): boolean => part.trim() !== "";

function stepOf(part: string): unknown {
  const match = /^\s*(-?\d{1,5})\s*:\s*([A-Za-z][\w.-]*)\s*$/.exec(part);
  return match === null ? undefined : { day: Number(match[1]), action: match[2] };
}

type StepShape = { readonly day: number; readonly action: string };

function isStepShaped(value: unknown): value is StepShape {
  if (typeof value !== "object" || value === null) return false;
  const { day, action, ...others } = value as Record<string, unknown>;
  return typeof day === "number" && typeof action === "string" && Object.keys(others).length === 0;
}
