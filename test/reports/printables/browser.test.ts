import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packagedBrowser } from "#reports/printables/browser/packaged-browser.ts";

let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), "acordo-test-cache-"));
});
afterAll(() => rm(cache, { recursive: true, force: true }));

test("several processes unpack the browser at the same time: one copy, whole, and all of them get it", async () => {
  const children = Array.from({ length: 3 }, () =>
    fork(new URL("unpack.ts", import.meta.url), [cache], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    }),
  );
  const told = await Promise.all(
    children.map(async (child) => {
      const [path] = await once(child, "message");
      return path as string;
    }),
  );
  const [program = ""] = told;
  expect(new Set(told).size).toBe(1);
  const copies = await readdir(cache);
  expect(copies).toHaveLength(1);
  expect((await stat(program)).size).toBeGreaterThan(100_000_000);
  expect(await packagedBrowser(cache)).toBe(program);
});
