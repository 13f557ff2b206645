import type { CivilDate } from "#core/calendar.ts";
import type { Args, Say } from "./catalogue.ts";
import type { Formats } from "./formats.ts";

/** What a message is put together with: the language's words and formats, and the day whose law is cited. */
export type Words = Formats & {
  readonly say: Say;
  has(id: string): boolean;
  /** Undefined: the law in force last. */
  readonly day: CivilDate | undefined;
};

type Coded = { readonly code: string };
type WithCode<Value, Code> = Value extends { readonly code: infer Codes }
  ? Code extends Codes
    ? Value
    : never
  : never;

/** One entry for each code, so that the compiler asks for the sentence of a new one. */
export type ArgsOf<Value extends Coded> = {
  readonly [Code in Value["code"]]: (value: WithCode<Value, Code>, words: Words) => Args;
};

/** `stage_does_not_fit` under `refusal` is the message `refusal-stage-does-not-fit`. */
export const messageId = (prefix: string, name: string): string =>
  `${prefix}-${name.replace(/[_ .]/g, "-")}`;

/**
 * A word of a list: `invoice-state` and `paid` give the message `invoice-state-paid`. Some lists are open in the core (fields,
 * states of other systems): what is not in them stays as it came.
 */
export function word({ say, has }: Words, list: string, name: string): string {
  const id = messageId(list, name);
  return has(id) ? say(id) : name;
}
