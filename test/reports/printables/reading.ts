import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What somebody else's programs read out of a PDF: poppler's and zbar's (poppler-utils, zbar-tools). */
export type Reading = {
  text(page?: number): Promise<string>;
  /** Every bar code and QR code of a page, as a camera at 150 dots an inch sees it. */
  codes(page?: number): Promise<readonly string[]>;
  info(): Promise<string>;
};

export async function reading<Value>(
  bytes: Uint8Array,
  look: (pdf: Reading) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "acordo-test-pdf-"));
  const file = join(folder, "document.pdf");
  try {
    await writeFile(file, bytes);
    return await look({
      text: async (page) => plain(await output("pdftotext", [...at(page), "-raw", file, "-"])),
      codes: async (page = 1) => {
        await run("pdftoppm", [...at(page), "-r", "150", "-png", file, join(folder, "page")]);
        const [picture = ""] = (await readdir(folder)).filter((name) => name.endsWith(".png"));
        const found = await output("zbarimg", ["-q", "--raw", join(folder, picture)]);
        await rm(join(folder, picture));
        return found.trim().split("\n");
      },
      info: () => output("pdfinfo", [file]),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const at = (page: number | undefined): string[] =>
  page === undefined ? [] : ["-f", String(page), "-l", String(page)];

const output = async (program: string, words: readonly string[]): Promise<string> =>
  (await run(program, [...words], { encoding: "utf8" })).stdout;

const NOISE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\f]/g;

/** Lines and marks of direction are the layout's. */
const plain = (text: string): string =>
  text.normalize("NFKC").replace(NOISE, "").replace(/\s+/g, " ");

/** Where a long word may have been broken nobody cares. */
export const squeezed = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");
