import { spawn } from "node:child_process";
import { existsSync, globSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { openEmbedded } from "#db/embedded.ts";
import { temporaryDataFolder } from "./data-folder.ts";

/**
 * Runs a command with TEST_DATABASE_URL naming a throw-away server of the machine's own PostgreSQL, instead of the packaged one:
 *   node test/support/system-postgres.ts npx vitest run
 * POSTGRES_BIN names the folder of its programs where they are neither on PATH nor in /usr/lib/postgresql.
 */
const [program, ...programArguments] = process.argv.slice(2);
if (program === undefined) throw new Error("Usage: system-postgres.ts COMMAND [ARGUMENT...]");

const folder = temporaryDataFolder();
const server = await openEmbedded({
  dataDir: folder.path,
  durable: false,
  binaries: systemBinaries(),
});
try {
  process.exitCode = await run(program, programArguments, server.url);
} finally {
  await server.close();
  folder.remove();
}

/** The newest one of several. */
function systemBinaries(): string {
  const folders = [
    process.env.POSTGRES_BIN,
    ...(process.env.PATH ?? "").split(delimiter),
    ...globSync("/usr/lib/postgresql/*/bin").sort().reverse(),
  ];
  const found = folders.find((folder) => folder && existsSync(join(folder, "initdb")));
  if (found === undefined) {
    throw new Error("Found no initdb on PATH or in /usr/lib/postgresql/*/bin: set POSTGRES_BIN.");
  }
  return dirname(realpathSync(join(found, "initdb")));
}

function run(command: string, commandArguments: string[], url: string): Promise<number> {
  const env = { ...process.env, TEST_DATABASE_URL: url };
  const child = spawn(command, commandArguments, { stdio: "inherit", env });
  // The command gets the terminal's Ctrl-C itself; the server is stopped after it, not before.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}
