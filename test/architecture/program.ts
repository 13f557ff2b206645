import { Command as Commander } from "commander";
import { COMMANDS } from "#bot/cli/commands.ts";
import { run } from "#bot/cli/run.ts";
import type { Shell } from "#bot/cli/services.ts";
import { parseConfig } from "#bot/config.ts";

const WIDTH = 100;

/** The command line as it is, with commands that do nothing. */
function programOf(write: (text: string) => void): Commander {
  const program = new Commander("acordo").configureOutput({
    writeOut: write,
    getOutHelpWidth: () => WIDTH,
  });
  for (const command of COMMANDS) command.register(program, { carryOut: async () => {} });
  return program;
}

export const commandNames = (): string[] => COMMANDS.map(({ name }) => name);

/** The help of one command, as it is printed. */
export function helpOf(name: string): string {
  let written = "";
  const leaf = leafOf(
    programOf((text) => {
      written += text;
    }),
    name,
  );
  leaf.outputHelp();
  return written.trim();
}

/** Every command with the first sentence of its help. */
export const commandList = (): (readonly [name: string, help: string])[] => {
  const program = programOf(() => {});
  return commandNames().map((name) => {
    const help = leafOf(program, name).description();
    const [first = ""] = help.split(/(?<=[.:])\s|\n/);
    const state = help.includes(NOT_YET) ? ` ${NOT_YET}` : "";
    return [name, first.replace(/:$/, ".") + state];
  });
};

const NOT_YET = "Not available yet.";

/** The long options of a command, without the dashes. */
export const optionsOf = (name: string): string[] =>
  leafOf(
    programOf(() => {}),
    name,
  ).options.map((option) => option.name());

function leafOf(program: Commander, name: string): Commander {
  return name.split(" ").reduce((parent, word) => {
    const found = parent.commands.find((command) => command.name() === word);
    if (found === undefined) throw new Error(`there is no command ${name}`);
    return found;
  }, program);
}

/** `acordo --help`, by the program itself. */
export async function generalHelp(): Promise<string> {
  let written = "";
  const code = await run(["--help"], { ...NO_SHELL, stdout: (text) => (written += text) });
  if (code !== 0) throw new Error(`--help answers ${code}`);
  return written.trim();
}

/** Help reaches for nothing of the world. */
const unused = (): never => {
  throw new Error("help needs nothing of the world");
};

const NO_SHELL: Shell = {
  stdout: () => {},
  stderr: () => {},
  stdin: unused,
  now: unused,
  config: () => parseConfig({}),
  open: unused,
  migrate: unused,
  inspect: unused,
  explain: String,
  serve: unused,
  demo: unused,
  drawChart: unused,
  printDocument: unused,
};
