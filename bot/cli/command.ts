import { type Command as Commander, Option } from "commander";
import { Failure } from "./failure.ts";
import type { Reader } from "./readers.ts";
import type { Call } from "./services.ts";

/** What a command has to say. With `partly` it was done in part (exit code 2), for the reason given. */
export type Answer = {
  readonly json: unknown;
  readonly text: readonly string[];
  readonly partly?: string | undefined;
};

export type Command = {
  readonly name: string;
  register(program: Commander, deps: Deps): void;
};

export type Deps = {
  /** Carries out the work of the command that was chosen, and prints its answer. */
  carryOut(work: (call: Call) => Promise<Answer>): Promise<void>;
};

export type Flag<Value> = {
  readonly option: Option;
  readonly value: (raw: unknown) => Value;
};

/** `--name <value>` that has to be given. */
export function needed<Value>(flags: string, help: string, read: Reader<Value>): Flag<Value> {
  const option = new Option(flags, `${help} (needed)`);
  const value = (raw: unknown): Value => {
    if (typeof raw === "string") return read(raw, nameOf(option));
    throw new Failure(`${nameOf(option)} is missing; expected ${help}.`);
  };
  return { option, value };
}

/** `--name <value>` that may be left out. */
export function optional<Value>(
  flags: string,
  help: string,
  read: Reader<Value>,
): Flag<Value | undefined> {
  const option = new Option(flags, help);
  return {
    option,
    value: (raw) => (typeof raw === "string" ? read(raw, nameOf(option)) : undefined),
  };
}

/** `--name` alone. */
export const toggle = (flags: string, help: string): Flag<boolean> => ({
  option: new Option(flags, help),
  value: (raw) => raw === true,
});

export type Argument<Value> = {
  /** `<name>`, or `[name]` when it may be left out. */
  readonly name: string;
  readonly help: string;
  readonly read: Reader<Value>;
};

type Flags = Readonly<Record<string, Flag<unknown>>>;
type Arguments = readonly Argument<unknown>[];
type FlagValues<F extends Flags> = {
  readonly [Name in keyof F]: F[Name] extends Flag<infer Value> ? Value : never;
};
type ArgumentValues<A extends Arguments> = {
  readonly [I in keyof A]: A[I] extends Argument<infer Value> ? Value : never;
};

type Definition<A extends Arguments, F extends Flags> = {
  /** Two words for a command of a group: `spc add`. */
  readonly name: string;
  readonly help: string;
  /** What follows the command's name. */
  readonly example: string;
  readonly args?: A;
  readonly flags?: F;
  readonly work: (call: Call, flags: FlagValues<F>, args: ArgumentValues<A>) => Promise<Answer>;
};

/** Everything is read before the database is opened: a slip in the last option changes nothing. */
export function define<
  const A extends Arguments = readonly [],
  F extends Flags = Record<string, never>,
>(definition: Definition<A, F>): Command {
  const { name, help, args, flags, work } = definition;
  const example = `npm run -s acordo -- ${name} ${definition.example}`.trimEnd();
  return {
    name,
    register(program, deps) {
      const leaf = leafOf(program, name).description(help).summary(firstSentence(help));
      leaf.addHelpText("after", `\nExample:\n  ${example}`);
      for (const { name: argument, help: meaning } of args ?? []) leaf.argument(argument, meaning);
      for (const { option } of Object.values(flags ?? {})) leaf.addOption(option);
      leaf.action(async () => {
        const given = readFlags(flags, leaf.opts()) as FlagValues<F>;
        const values = readArguments(args, leaf.args) as ArgumentValues<A>;
        await deps.carryOut((call) => work(call, given, values));
      });
    },
  };
}

const firstSentence = (help: string): string =>
  /^.*?[.:](?=\s|$)/.exec(help)?.[0].slice(0, -1) ?? help;

const GROUPS: Readonly<Record<string, string>> = {
  spc: "The internal register of what stands at the credit bureau (SPC)",
  operator: "Who works the cases",
  outbox: "What was to be sent and did not leave",
  setting: "The provider's settings",
  template: "Texts for e-mail, SMS and app messages",
  url: "Signed addresses of the server's pages and documents",
  token: "What other systems call the API with",
};

function leafOf(program: Commander, name: string): Commander {
  const [group = "", leaf] = name.split(" ");
  if (leaf === undefined) return program.command(group);
  const found = program.commands.find((command) => command.name() === group);
  const parent = found ?? program.command(group).description(GROUPS[group] ?? "");
  return parent.command(leaf);
}

const readFlags = (flags: Flags | undefined, raw: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(flags ?? {}).map(([name, { option, value }]) => [
      name,
      value(raw[option.attributeName()]),
    ]),
  );

const readArguments = (args: Arguments | undefined, raw: readonly string[]) =>
  (args ?? []).map(({ name, read }, index) => {
    const typed = raw[index];
    return typed === undefined
      ? undefined
      : read(typed, name.replace(/[<>[\]]/g, "").toUpperCase());
  });

const nameOf = (option: Option): string => option.long ?? option.flags;
