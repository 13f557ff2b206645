import type { App } from "@slack/bolt";
import type { SlackDeps } from "../deps.ts";
import { onAction, onSubmit } from "../listen.ts";
import { STEPS } from "./form.ts";
import {
  BACK,
  callbackOf,
  KIND,
  PAGE_BACK,
  PAGE_ON,
  RECALCULATE,
  REPLAN,
  SPLIT,
  TICK_ALL,
  TICK_NONE,
} from "./ids.ts";
import { pressInStep } from "./press.ts";
import { submitStep } from "./submit.ts";

const permission = "agreement.make";
const PRESSES = [
  BACK,
  PAGE_BACK,
  PAGE_ON,
  TICK_ALL,
  TICK_NONE,
  RECALCULATE,
  REPLAN,
  KIND,
  SPLIT,
] as const;

export function registerWizard(app: App, deps: SlackDeps): void {
  for (const step of STEPS) onSubmit(app, deps, { id: callbackOf(step), permission }, submitStep);
  for (const id of PRESSES) {
    onAction(app, deps, { id, permission }, (pressed) => pressInStep(pressed, id));
  }
}
