import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerUser } from "./server-user.ts";

export type Launch = {
  readonly cluster: string;
  readonly bin: string;
  readonly logFile: string;
  readonly owner: ServerUser;
  readonly settings: Record<string, string | number>;
};

/** The port of the server that runs on this cluster, started if there is none. Call it holding the start lock. */
export async function ensureRunning(launch: Launch): Promise<number> {
  const deadline = performance.now() + READY_SECONDS * 1000;
  while (performance.now() < deadline) {
    const running = runningServer(launch.cluster);
    if (running?.status === "ready") return running.port;
    if (running === undefined) await start(launch);
    else await sleep(POLL_MS);
  }
  throw new Error(
    `The embedded PostgreSQL was not ready within ${READY_SECONDS} s. Its log: ${launch.logFile}`,
  );
}

/** For a process at its exit, which can only block: once the server is stopping, nobody joins it any more. */
export function stopWithoutWaiting(cluster: string): void {
  const stopping = signalStop(cluster);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 100 && stopping !== undefined; waited++) {
    const now = readPidFile(cluster);
    if (now?.pid !== stopping.pid || now.status === "stopping") return;
    Atomics.wait(pause, 0, 0, POLL_MS);
  }
}

/** Waits on the pid file, not the pid: where nobody reaps orphans, a pid stays for ever. */
export async function stop(cluster: string): Promise<void> {
  const stopping = signalStop(cluster);
  const deadline = performance.now() + STOP_SECONDS * 1000;
  while (stopping !== undefined && readPidFile(cluster)?.pid === stopping.pid) {
    if (performance.now() > deadline) {
      throw new Error(`The embedded PostgreSQL (pid ${stopping.pid}) did not stop.`);
    }
    await sleep(POLL_MS);
  }
}

export type Postmaster = { readonly pid: number; readonly port: number; readonly status: string };

export function runningServer(cluster: string): Postmaster | undefined {
  const found = readPidFile(cluster);
  return found !== undefined && isServerOf(cluster, found.pid) ? found : undefined;
}

/** A fast shutdown: sessions are ended and everything is written. Undefined when none runs. */
function signalStop(cluster: string): Postmaster | undefined {
  const running = runningServer(cluster);
  if (running !== undefined) process.kill(running.pid, "SIGINT");
  return running;
}

const READY_SECONDS = 300;
const STOP_SECONDS = 120;
const ATTEMPTS = 5;
const POLL_MS = 15;

/** A port taken between choosing and binding, or a crashed server's last processes, pass by themselves: hence the attempts. */
async function start(launch: Launch): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    forgetReusedPid(launch.cluster);
    if (await startedOnce(launch)) return;
    if (attempt === ATTEMPTS) break;
    await sleep(attempt * 200);
  }
  const log = readFileSync(launch.logFile, "utf8").trim().split("\n").slice(-3).join(" | ");
  throw new Error(`The embedded PostgreSQL did not start on ${launch.cluster}: ${log}`);
}

/** Detached: a Ctrl-C for one process's group must not end the server under the others. */
async function startedOnce(launch: Launch): Promise<boolean> {
  const settings = { port: await freePort(), ...launch.settings };
  const log = openSync(launch.logFile, "w", 0o600);
  const child = spawn(
    join(launch.bin, "postgres"),
    [
      "-D",
      launch.cluster,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { detached: true, stdio: ["ignore", log, log], env: {}, cwd: "/", ...launch.owner },
  );
  closeSync(log);
  child.unref();
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  while (!ended) {
    const written = readPidFile(launch.cluster);
    if (written?.pid === child.pid && written?.status === "ready") return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** Lines: pid, data directory, start time, port, socket folder, address, shared memory key, status. */
function readPidFile(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 ? { pid, port, status: lines[7]?.trim() ?? "starting" } : undefined;
}

/**
 * PostgreSQL clears the file of a dead pid by itself, but not when the pid has since gone to another process of the same user
 * (after a reboot, or in a container). It still refuses to start beside a live server, by its shared memory.
 */
function forgetReusedPid(cluster: string): void {
  const found = readPidFile(cluster);
  if (found !== undefined && isAlive(found.pid) && !isServerOf(cluster, found.pid)) {
    rmSync(join(cluster, "postmaster.pid"), { force: true });
  }
}

const isServerOf = (cluster: string, pid: number): boolean =>
  isAlive(pid) && (process.platform === "win32" || commandOf(pid).includes(` -D ${cluster} `));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    const listed = spawnSync("ps", ["-ww", "-o", "command=", "-p", `${pid}`], { encoding: "utf8" });
    return listed.stdout ?? "";
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
