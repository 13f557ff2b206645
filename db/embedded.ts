import { readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { binariesFor, packagedBinaries } from "./embedded/binaries.ts";
import { type Cluster, clusterOf, databaseHome, initialiseOnce } from "./embedded/cluster.ts";
import {
  exclusive,
  exclusiveBlocking,
  type Lock,
  tryExclusive,
  tryShared,
} from "./embedded/locks.ts";
import { ensureRunning, runningServer, stop, stopWithoutWaiting } from "./embedded/postmaster.ts";
import { serverUser } from "./embedded/server-user.ts";
import { settingsOf } from "./embedded/settings.ts";

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** False for tests only: a crash of the machine may lose everything. */
  readonly durable?: boolean;
  /** The folder of another installation's `initdb` and `postgres`; the packaged ones by default. */
  readonly binaries?: string;
};

export type Embedded = {
  readonly url: string;
  /** The PostgreSQL data directory. */
  readonly folder: string;
  /** Leaves the server to the other processes that use it; the last one to leave stops it. */
  close(): Promise<void>;
};

/**
 * A real PostgreSQL kept in `dataDir/database`, shared by every process that opens it: the first starts the server, the others
 * join, whoever started it. It lives through the death of any of them. It listens on loopback only and asks for a
 * password that stands in a file of the folder's owner.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = databaseHome(options.dataDir);
  const turn = await exclusive(join(home, START_LOCK), PATIENCE_SECONDS);
  try {
    const cluster = clusterOf(home);
    const port = await serve(home, cluster, options);
    const held = tryShared(join(home, HOLDERS_LOCK));
    if (held === undefined) throw new Error(`Cannot lock ${join(home, HOLDERS_LOCK)}`);
    return holding(home, cluster, { port, held });
  } finally {
    turn.release();
  }
}

/** Starting and stopping happen one at a time under the first; each user of the server holds the second, shared. */
const START_LOCK = "start.lock";
const HOLDERS_LOCK = "holders.lock";
const PATIENCE_SECONDS = 600;
const EXIT_SECONDS = 2;

async function serve(home: string, cluster: Cluster, options: EmbeddedOptions): Promise<number> {
  const running = runningServer(cluster.cluster);
  if (running?.status === "ready") return running.port;
  refuseIfServedElsewhere(home);
  const durable = options.durable ?? true;
  const owner = serverUser(cluster.cluster);
  const bin = binariesFor(owner, options.binaries ?? packagedBinaries());
  initialiseOnce(home, { ...cluster, owner, bin, durable });
  writeFileSync(join(home, PLACE), thisPlace());
  const logFile = join(home, "server.log");
  const settings = settingsOf({ durable });
  return ensureRunning({ cluster: cluster.cluster, bin, logFile, owner, settings });
}

function holding(
  home: string,
  { cluster, user, password }: Cluster,
  { port, held }: { port: number; held: Lock },
): Embedded {
  const leave = (): Lock | undefined => {
    held.release();
    return tryExclusive(join(home, HOLDERS_LOCK));
  };
  // A process that ends without closing cannot wait for the server, but can tell it to stop.
  const onExit = (): void => {
    if (exclusiveBlocking(join(home, START_LOCK), EXIT_SECONDS) && leave())
      stopWithoutWaiting(cluster);
  };
  process.once("exit", onExit);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    process.removeListener("exit", onExit);
    const turn = await exclusive(join(home, START_LOCK), PATIENCE_SECONDS);
    const alone = leave();
    try {
      if (alone !== undefined) await stop(cluster);
    } finally {
      alone?.release();
      turn.release();
    }
  };
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
    folder: cluster,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/**
 * A container or machine that shares the folder does not see the other's processes, nor does PostgreSQL itself, and a second
 * server would ruin the data. Locks on the folder are seen by both.
 */
function refuseIfServedElsewhere(home: string): void {
  const unused = tryExclusive(join(home, HOLDERS_LOCK));
  unused?.release();
  if (unused !== undefined || readPlace(home) === thisPlace()) return;
  throw new Error(
    `The database in ${home} is in use by another container or machine. Stop that one, or set DATABASE_URL so that both use one server.`,
  );
}

const PLACE = "served-at";

function readPlace(home: string): string | undefined {
  try {
    return readFileSync(join(home, PLACE), "utf8");
  } catch {
    return undefined;
  }
}

function thisPlace(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}
