import { badRequest } from "./refusal.ts";

const TAGS = new Set([
  "b",
  "strong",
  "i",
  "em",
  "u",
  "ins",
  "s",
  "strike",
  "del",
  "code",
  "pre",
  "a",
  "span",
  "blockquote",
  "tg-spoiler",
  "tg-emoji",
]);

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** The words that people see of a text in HTML, refused as Telegram refuses what it cannot read. */
export function parseHtml(source: string): string {
  const open: string[] = [];
  let text = "";
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    if (rest.startsWith("<")) {
      at += tag(rest, byteOffset(source, at), open);
    } else if (rest.startsWith("&")) {
      const entity = /^&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/i.exec(rest);
      const said = entity === null ? undefined : decoded(entity);
      text += said ?? "&";
      at += said === undefined ? 1 : (entity?.[0].length ?? 1);
    } else {
      text += rest[0];
      at += 1;
    }
  }
  const last = open.at(-1);
  if (last !== undefined) {
    badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${last}"`);
  }
  return text;
}

/** How many characters it takes. */
function tag(rest: string, offset: number, open: string[]): number {
  const closing = /^<\/([a-z-]*)\s*>/i.exec(rest);
  if (closing !== null) {
    close((closing[1] ?? "").toLowerCase(), offset, open);
    return closing[0].length;
  }
  const opening = /^<([a-z-]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/i.exec(rest);
  const name = (opening?.[1] ?? /^<\/?([a-z-]*)/i.exec(rest)?.[1] ?? "").toLowerCase();
  if (opening === null || !TAGS.has(name)) {
    badRequest(`can't parse entities: Unsupported start tag "${name}" at byte offset ${offset}`);
  }
  open.push(name);
  return opening[0].length;
}

function close(name: string, offset: number, open: string[]): void {
  const expected = open.pop();
  if (expected === undefined) {
    badRequest(`can't parse entities: Unexpected end tag at byte offset ${offset}`);
  }
  if (expected !== name) {
    badRequest(
      `can't parse entities: Unmatched end tag at byte offset ${offset}, expected "</${expected}>", found "</${name}>"`,
    );
  }
}

function decoded([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  return name === undefined ? undefined : NAMED[name];
}

const byteOffset = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at));
