import assert from "node:assert/strict";
import type { CivilDate } from "#core/calendar.ts";
import type { PrintedPdf } from "../printable.ts";

/**
 * The browser writes when it printed, and numbers of its own for the parts of a table. In their place come the day of the
 * document and numbers from 1. Nothing changes its length, so that every offset in the file stays right; and the same
 * document is the same file.
 */
export function stablePdf(printed: Buffer, day: CivilDate): PrintedPdf {
  const text = printed.toString("latin1");
  const pages = Math.max(...[...text.matchAll(PAGE_TREE)].map(([, count]) => Number(count)));
  assert(pages > 0, "the browser made a PDF whose pages cannot be counted");
  const dated = text.replace(DATES, `$1${day.replaceAll("-", "")}000000+00'00'`);
  return { bytes: Buffer.from(sortNames(renumber(dated)), "latin1"), pages };
}

/** A page tree of many pages has branches; its root counts them all. */
const PAGE_TREE = /\n<<\/Type \/Pages\n\/Count (\d+)/g;

/** No value that a person typed holds a line break here. */
const DATES = /(\n\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d{2}'\d{2}'/g;

const NODE = /(?<=\(node)\d{8}(?=\))/g;

/** In the order in which the parts stand in the file. */
function renumber(text: string): string {
  const found = [...new Set(text.match(NODE))];
  const numbers = new Map(found.map((node, index) => [node, String(index + 1).padStart(8, "0")]));
  return text.replace(NODE, (node) => numbers.get(node) ?? node);
}

const NAMES = /<<\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\n\/Names \[([^\]]*)\]>>/g;
const NAME = /\((node\d{8})\) \d+ 0 R/g;

/** A reader looks a name up by halves: the list has to be in order, and to say its first and last. */
const sortNames = (text: string): string =>
  text.replace(NAMES, (_, names: string) => {
    const entries = (names.match(NAME) ?? []).sort();
    const [first, last] = [entries[0], entries.at(-1)].map((entry) => entry?.slice(0, 14));
    return `<</Limits [${first} ${last}]\n/Names [${entries.join(" ")}]>>`;
  });
