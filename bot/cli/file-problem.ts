import { quoted } from "../texts/masking.ts";
import { Failure } from "./failure.ts";

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

/** Carries out what reads a file that somebody named; that it cannot be opened ends in a sentence. */
export async function fileProblem<Value>(
  file: string,
  expected: string,
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const problem = PROBLEMS[code];
    if (problem === undefined) throw error;
    throw new Failure(`FILE: ${quoted(file)} came, and ${problem}; expected ${expected}.`);
  }
}
