import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { temporaryDataFolder } from "#test/support/data-folder.ts";

type Holder = {
  readonly url: string;
  readonly folder: string;
  readonly process: ChildProcess;
  leave(how: "close" | "exit" | "SIGKILL"): Promise<void>;
};

let data: ReturnType<typeof temporaryDataFolder>;
let holders: Holder[];

beforeEach(() => {
  data = temporaryDataFolder();
  holders = [];
});

afterEach(async () => {
  await Promise.all(holders.map((holder) => holder.leave("close")));
  data.remove();
});

const SCRIPT = join(import.meta.dirname, "../support/hold-embedded.ts");

/** Another process, in a process group of its own. */
async function hold(): Promise<Holder> {
  const child = spawn(process.execPath, [SCRIPT, data.path], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const ended = once(child, "exit");
  const leave = async (how: "close" | "exit" | "SIGKILL"): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    if (how === "SIGKILL") child.kill("SIGKILL");
    else child.stdin.write(`${how}\n`);
    await ended;
  };
  const holder = { ...JSON.parse(line), process: child, leave };
  holders.push(holder);
  return holder;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const { sql, close } = await connect(url, { maxConnections: 1 });
  try {
    return (await sql.unsafe(text).values()).flat();
  } finally {
    await close();
  }
}

const clusterFile = (name: string) => join(data.path, "database", "cluster", name);
const serverPid = () => Number(readFileSync(clusterFile("postmaster.pid"), "utf8").split("\n")[0]);

const isServed = () => existsSync(clusterFile("postmaster.pid"));

/** Only for a server whose parent lives and so reaps it. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(10);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("the embedded database", () => {
  it("is one server for all processes of a folder, and stops when the last one leaves", async () => {
    const first = await hold();
    const second = await hold();
    await query(first.url, "CREATE TABLE kept AS SELECT 1 AS id");

    expect(second.url).toBe(first.url);
    await first.leave("close");
    expect(await query(second.url, "SELECT id FROM kept")).toEqual([1]);

    await second.leave("close");
    await expect(connect(second.url)).rejects.toThrow("nothing listens there");
  });

  it("is made once when several processes come at the same instant to an empty folder", async () => {
    const all = await Promise.all([hold(), hold(), hold()]);

    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    expect(await query(all[0].url, "SELECT 1")).toEqual([1]);
  });

  it("outlives the death of the process that started it; the next one joins it and stops it", async () => {
    const first = await hold();
    const pid = serverPid();
    await first.leave("SIGKILL");

    const next = await hold();
    expect(next.url).toBe(first.url);
    expect(serverPid()).toBe(pid);

    await next.leave("close");
    expect(isServed()).toBe(false);
  });

  it("does not hear the Ctrl-C that ends the process group of the one that started it", async () => {
    const first = await hold();
    const second = await hold();

    process.kill(-first.process.pid!, "SIGINT");
    await first.leave("SIGKILL");

    expect(await query(second.url, "SELECT 1")).toEqual([1]);
  });

  it("is stopped by a last process that exits without closing", async () => {
    const only = await hold();
    await only.leave("exit");

    while (isServed()) await sleep(10);
    expect((await hold()).folder).toBe(only.folder);
  });

  it("keeps what was committed through a crash of the server", async () => {
    const first = await hold();
    await query(first.url, "CREATE TABLE kept AS SELECT 1 AS id");
    const crashed = serverPid();
    process.kill(crashed, "SIGKILL");
    await untilGone(crashed);

    const second = await hold();
    expect(await query(second.url, "SELECT id FROM kept")).toEqual([1]);
  });

  it("is not misled by the pid file of a crashed machine whose pid is another program's now", async () => {
    const first = await hold();
    const pidFile = readFileSync(clusterFile("postmaster.pid"), "utf8");
    await first.leave("close");
    writeFileSync(clusterFile("postmaster.pid"), pidFile.replace(/^\d+/, `${process.pid}`));

    const second = await hold();
    expect(await query(second.url, "SELECT 1")).toEqual([1]);
  });

  it("lets nobody in without the password, which only the folder's owner can read", async () => {
    const { url } = await hold();
    const mode = statSync(join(data.path, "database", "connection.json")).mode;

    await expect(connect(url.replace(/:[^:@]+@/, ":guess@"))).rejects.toThrow("password is wrong");
    expect(mode & 0o077).toBe(0);
  });

  it("orders and folds Portuguese letters alike on every machine", async () => {
    const { url } = await hold();

    expect(
      await query(url, "SELECT lower('ÇÃÉ') || pg_encoding_to_char(encoding) FROM pg_database"),
    ).toContain("çãéUTF8");
  });

  it("does not put an empty database in the place of one that is gone", async () => {
    await (await hold()).leave("close");
    rmSync(join(data.path, "database", "cluster"), { recursive: true });

    await expect(openEmbedded({ dataDir: data.path })).rejects.toThrow("is gone");
  });

  it("is refused to a container that shares the folder but cannot see the server", async () => {
    await hold();
    const pid = serverPid();
    process.kill(pid, "SIGKILL");
    await untilGone(pid);
    writeFileSync(join(data.path, "database", "served-at"), "another container");

    await expect(openEmbedded({ dataDir: data.path })).rejects.toThrow("another container");
  });
});
