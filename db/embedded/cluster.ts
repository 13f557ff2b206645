import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { canReach, reachableFolder, type ServerUser, serverUser } from "./server-user.ts";

/** What a folder's connection file says; `cluster` is the PostgreSQL data directory. */
export type Cluster = {
  readonly cluster: string;
  readonly user: string;
  readonly password: string;
};

type Making = Cluster & {
  readonly owner: ServerUser;
  readonly bin: string;
  readonly durable: boolean;
};

/** Made on first use. Root lets the server's user pass through, never list or read. */
export function databaseHome(dataDir: string): string {
  const home = resolve(dataDir, "database");
  try {
    mkdirSync(home, { recursive: true });
    chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new Error(
      `Cannot use the database folder ${home}: ${error instanceof Error ? error.message : error}. Run as its owner, or set ACORDO_DATA to another folder.`,
    );
  }
  return realpathSync(home);
}

/** Written before the cluster is made, so that there is never a cluster whose password is lost. */
export function clusterOf(home: string): Cluster {
  const file = join(home, "connection.json");
  if (!existsSync(file)) {
    const cluster = chooseFolder(home);
    const made = { cluster, user: "acordo", password: randomBytes(24).toString("base64url") };
    writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  const saved: Cluster = JSON.parse(readFileSync(file, "utf8"));
  return { ...saved, cluster: resolve(home, saved.cluster) };
}

/** True when this call made the cluster. A cluster that was there once and is gone is never replaced by an empty one. */
export function initialiseOnce(home: string, making: Making): boolean {
  const marker = join(home, "initialised");
  if (!existsSync(join(making.cluster, "PG_VERSION"))) {
    if (existsSync(marker)) {
      throw new Error(
        `The database that was in ${making.cluster} is gone. Restore it, or delete ${home} to begin with an empty one.`,
      );
    }
    initialise(making);
  } else if (existsSync(marker)) return false;
  writeFileSync(marker, "");
  return true;
}

/** Relative when inside the home, so that the whole folder can be moved. */
function chooseFolder(home: string): string {
  const user = serverUser(undefined);
  if (canReach(user, home)) return "cluster";
  const folder = mkdtempSync(join(reachableFolder(user), "data-"));
  chmodSync(folder, 0o711);
  process.stderr.write(
    `acordo: the PostgreSQL server, which may not run as root, cannot reach ${home}; the database is kept in ${folder}\n`,
  );
  return join(folder, "cluster");
}

/** Made under another name and renamed when complete, so that one killed half-way is never taken for a cluster. */
function initialise(making: Making): void {
  const parent = dirname(making.cluster);
  for (const leftover of readdirSync(parent).filter((name) => name.startsWith("init-"))) {
    rmSync(join(parent, leftover), { recursive: true, force: true, maxRetries: 5 });
  }
  const draft = mkdtempSync(join(parent, "init-"));
  const passwordFile = join(draft, "password");
  writeFileSync(passwordFile, making.password, { mode: 0o600 });
  for (const path of [draft, passwordFile]) {
    if (making.owner !== undefined) chownSync(path, making.owner.uid, making.owner.gid);
  }
  runInitdb(making, ["-D", join(draft, "cluster"), `--pwfile=${passwordFile}`]);
  renameSync(join(draft, "cluster"), making.cluster);
  rmSync(draft, { recursive: true });
}

function runInitdb({ bin, user, durable, owner }: Making, paths: string[]): void {
  const program = join(bin, "initdb");
  const version = spawnSync(program, ["--version"], { encoding: "utf8", env: {}, ...owner });
  const done = spawnSync(
    program,
    [
      ...paths,
      `--username=${user}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      ...localeFor(Number(/ (\d+)/.exec(version.stdout ?? "")?.[1])),
      ...(durable ? [] : ["--no-sync"]),
    ],
    { encoding: "utf8", env: {}, cwd: "/", ...owner },
  );
  if (done.status === 0) return;
  const reason = (done.error?.message ?? done.stderr).trim().split("\n").slice(-3).join(" | ");
  throw new Error(
    `The embedded PostgreSQL could not be prepared (${program}): ${reason}. If a library is missing, run npm ci without --ignore-scripts; else set DATABASE_URL.`,
  );
}

/** PostgreSQL 17 brought its own C.UTF-8, which needs no locale of the machine and never changes its order under an index. */
const localeFor = (majorVersion: number): string[] =>
  majorVersion >= 17
    ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    : ["--locale=C.UTF-8"];
