import assert from "node:assert/strict";
import type { CivilDate } from "#core/calendar.ts";
import type { PrintedPdf } from "../printable.ts";

/**
 * The browser writes when it printed, and numbers of its own for the parts of a table. In their place come the day of the
 * document and numbers from 1, each as long as what it replaces, so that every offset in the file stays right and the
 * same document is the same file.
 */
export function stablePdf(printed: Buffer, day: CivilDate): PrintedPdf {
  const text = printed.toString("latin1");
  const pages = Math.max(...[...text.matchAll(PAGE_TREE)].map(([, count]) => Number(count)));
  assert(pages > 0, "the browser made a PDF whose pages cannot be counted");
  const dated = text.replace(DATES, `$1${day.replaceAll("-", "")}000000+00'00'`);
  return { bytes: Buffer.from(renumber(dated), "latin1"), pages };
}

/** A page tree of many pages has branches; its root counts them all. */
const PAGE_TREE = /\n<<\/Type \/Pages\n\/Count (\d+)/g;

/** No value that a person typed holds a line break here. */
const DATES = /(\n\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d{2}'\d{2}'/g;

const NODE = /(?<=\(node)\d{8}(?=\))/g;

/** In the order that they have: the file lists them sorted. */
function renumber(text: string): string {
  const found = [...new Set(text.match(NODE))].sort();
  const numbers = new Map(found.map((node, index) => [node, String(index + 1).padStart(8, "0")]));
  return text.replace(NODE, (node) => numbers.get(node) ?? node);
}
