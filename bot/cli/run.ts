import { Command as Commander, CommanderError } from "commander";
import { type Config, describeProblem } from "#bot/config.ts";
import { type OperatorId, SYSTEM_OPERATOR } from "#core/ids.ts";
import { localMoment } from "#core/law/local-moment.ts";
import { maskNumbers } from "../texts/masking.ts";
import { createTexts } from "../texts/texts.ts";
import type { Answer } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { Failure } from "./failure.ts";
import { choice, day, id, text } from "./readers.ts";
import type { Call, Services, Shell } from "./services.ts";

/** Carries out one command line. The answer is the exit code: 0 done, 1 refused or failed, 2 done in part. */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  const opened: { services?: Promise<Services> } = {};
  let exitCode = 0;
  let help = "";
  const program = createProgram((written) => {
    help += written;
  });
  const carryOut = async (work: (call: Call) => Promise<Answer>): Promise<void> => {
    const call = callOf(program.opts(), shell, opened);
    const answer = await work(call);
    print(answer, call);
    if (answer.partly !== undefined) exitCode = 2;
  };
  for (const command of COMMANDS) command.register(program, { carryOut });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    const line = lineOf(error, { shell, program, argv });
    if (line === undefined) {
      shell.stdout(wantsJson(argv) ? `${JSON.stringify({ help })}\n` : help);
      return 0;
    }
    shell.stderr(`acordo: ${line}\n`);
    return 1;
  } finally {
    await opened.services?.then(
      (services) => services.close(),
      () => undefined,
    );
  }
}

/** Help ends the reading of options where it stands: those behind it count all the same. */
const wantsJson = (argv: readonly string[]): boolean => argv.includes("--json");

const LANGUAGES = ["en", "pt-BR"] as const;

function createProgram(writeOut: (written: string) => void): Commander {
  const program = new Commander("acordo")
    .usage("[options] <command>")
    .description("Acordo, a collections manager for internet providers.")
    .option("--json", "print one JSON document on standard output and nothing else there")
    .option(
      "--date <YYYY-MM-DD>",
      "the day that counts as today (default: the provider's own today)",
    )
    .option("--operator <id>", "the acting operator's id (default: system)")
    .option("--key <text>", "idempotency key: asking twice with one key acts once")
    .option(
      "--lang <language>",
      "language of refusals: en or pt-BR (default: en, or ACORDO_LANG); help and what is wrong with an option are English",
    )
    .helpCommand("help [command]", "tell how a command is used")
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut,
      // Commander's own messages come again as errors, and are told from there in one line.
      writeErr: () => undefined,
    })
    .allowExcessArguments(false);
  return program;
}

type Globals = {
  readonly json?: boolean;
  readonly date?: string;
  readonly operator?: string;
  readonly key?: string;
  readonly lang?: string;
};

function callOf(globals: Globals, shell: Shell, opened: { services?: Promise<Services> }): Call {
  const config = configOf(shell);
  const { date, operator, key, lang } = globals;
  const today =
    date === undefined ? localMoment(shell.now(), config.timeZone).date : day(date, "--date");
  const language = lang === undefined ? config.language : choice(LANGUAGES)(lang, "--lang");
  return {
    shell,
    config,
    today,
    actor:
      operator === undefined
        ? SYSTEM_OPERATOR
        : id<OperatorId>("the id of an operator")(operator, "--operator"),
    key: key === undefined ? undefined : text(200)(key, "--key"),
    json: globals.json === true,
    texts: createTexts(language, today),
    open() {
      opened.services ??= shell.open(config);
      return opened.services;
    },
  };
}

function configOf(shell: Shell): Config {
  const config = shell.config();
  if (config.ok) return config.value;
  throw new Failure(config.refusal.map(describeProblem).join(" "));
}

function print({ json, text: lines, partly }: Answer, call: Call): void {
  const { stdout, stderr } = call.shell;
  if (call.json) stdout(`${JSON.stringify(json)}\n`);
  else if (lines.length > 0) stdout(`${lines.join("\n")}\n`);
  if (partly !== undefined) stderr(`acordo: ${oneLine(partly)}\n`);
}

type Situation = {
  readonly shell: Shell;
  readonly program: Commander;
  readonly argv: readonly string[];
};

/** Undefined when nothing went wrong: help was asked for. */
function lineOf(error: unknown, situation: Situation): string | undefined {
  if (error instanceof Failure) return oneLine(error.message);
  if (!(error instanceof CommanderError)) return oneLine(situation.shell.explain(error));
  if (error.exitCode === 0) return undefined;
  const chosen = commandsIn(situation);
  const path = chosen.slice(1).map((command) => `${command.name()} `);
  const help = `See: npm run -s acordo -- ${path.join("")}--help`;
  const said = error.code === "commander.help" ? incomplete(chosen) : error.message;
  // Commander puts its suggestion on a second line.
  const line = maskNumbers(oneLine(said.replace(/^error: /, "")));
  return `${line}${/[.)?]$/.test(line) ? "" : "."} ${help}`;
}

/** No command at all, or only the name of a group. */
function incomplete(chosen: readonly Commander[]): string {
  const last = chosen.at(-1);
  const names = last?.commands.map((command) => command.name()).join(", ");
  const missing = chosen.length > 1 ? `${last?.name()} is not complete` : "no command came";
  return `${missing}; expected one of ${names}`;
}

/** The program, and the command or group and command that the words name. */
function commandsIn({ program, argv }: Situation): readonly Commander[] {
  const chosen = [program];
  for (const word of argv) {
    const next = chosen.at(-1)?.commands.find((command) => command.name() === word);
    if (next !== undefined) chosen.push(next);
  }
  return chosen;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal obeys them
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const oneLine = (message: string): string => message.replace(CONTROL, " ").trim();
