import { writeFile } from "node:fs/promises";
import { Failure } from "./failure.ts";

/** What `--out` asks for; fails with what to do where the file cannot be written. */
export async function writeOut(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "error";
    throw new Failure(
      `--out: ${file} cannot be written (${reason}); expected a file in a folder that exists and may be written to.`,
    );
  }
}
