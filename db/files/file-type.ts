import { readFile } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";

/** What the content is, whatever its name says. Undefined when it is of no known kind, or text that somebody could run. */
export async function mediaTypeOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path);
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime ?? (isPlainText(bytes) ? "text/plain" : undefined);
}

/** Text that a person wrote, in UTF-8 or Windows-1252, and that no browser takes for a page. */
export function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => CONTROLS.has(byte))) return false;
  const text = utf8(bytes) ?? windows1252(bytes);
  return text !== undefined && !TAG.test(text);
}

/** All below the space but tab, line feed, form feed and carriage return; and the delete. NUL is the mark of other formats. */
const CONTROLS: ReadonlySet<number> = new Set(
  [...Array(32).keys(), 127].filter((byte) => ![9, 10, 12, 13].includes(byte)),
);

/** Bytes that stand for nothing in Windows-1252; a decoder would make control characters of them. */
const UNDEFINED_IN_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const TAG = /<[a-z/!?]/i;

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const windows1252 = (bytes: Uint8Array): string | undefined =>
  bytes.some((byte) => UNDEFINED_IN_1252.has(byte))
    ? undefined
    : new TextDecoder("windows-1252").decode(bytes);
