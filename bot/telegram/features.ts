import { agreement } from "./agreement/feature.ts";
import { commands } from "./commands/feature.ts";
import { debts } from "./debts/feature.ts";
import { dispute } from "./dispute/feature.ts";
import type { Command, Feature, Press, Step } from "./feature.ts";
import { identity } from "./identity/feature.ts";
import { menu } from "./menu/feature.ts";
import { negotiate } from "./negotiate/feature.ts";
import { pay } from "./pay/feature.ts";
import { person } from "./person/feature.ts";
import { receipt } from "./receipt/feature.ts";
import { unblock } from "./unblock/feature.ts";

/** All that the bot answers to. Adding something is adding a folder and a line here. */
const FEATURES: readonly Feature[] = [
  menu,
  identity,
  commands,
  debts,
  pay,
  negotiate,
  agreement,
  receipt,
  dispute,
  unblock,
  person,
];

export const pressOf = (verb: string): Press | undefined => PRESSES.get(verb);
export const stepNamed = (step: string): Step | undefined => STEPS.get(step);
export const commandOf = (name: string): Command | undefined => COMMANDS.get(name);

/** Two features that answer to one name would hide each other. */
function joined<Item>(of: (feature: Feature) => Readonly<Record<string, Item>> | undefined) {
  const all = FEATURES.flatMap((feature) => Object.entries(of(feature) ?? {}));
  const map = new Map(all);
  if (map.size !== all.length) throw new Error("two features of the bot answer to one name");
  return map;
}

const PRESSES = joined((feature) => feature.presses);
const STEPS = joined((feature) => feature.steps);
const COMMANDS = joined((feature) => feature.commands);
