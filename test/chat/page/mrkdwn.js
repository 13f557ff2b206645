import { make } from "./dom.js";
import { emoji, isEmoji, withCharacters } from "./emoji.js";

/** A text object of Slack's as nodes. `people` gives names to mentions. */
export function drawText(text, people = new Map()) {
  if (text === undefined) return [];
  if (text.type === "mrkdwn") return paragraphs(text.text, people);
  return text.emoji === false ? withCharacters(text.text) : withEmoji(text.text);
}

/** Lines that begin with > are one quote. */
function paragraphs(source, people) {
  const parts = source.split(/(```[\s\S]+?```)/);
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [make("pre", {}, unescaped(part.slice(3, -3).replace(/^\n/, "")))];
    const groups = part.split(/((?:^|(?<=\n))(?:&gt;|>)[^\n]*(?:\n(?:&gt;|>)[^\n]*)*\n?)/);
    return groups.flatMap((group, place) => {
      if (place % 2 === 0) return inline(group, people);
      const quoted = group.replace(/^(?:&gt;|>) ?/gm, "").replace(/\n$/, "");
      return [make("blockquote", {}, inline(quoted, people))];
    });
  });
}

const SPACE = "\\s\\u200b";
const style = (mark) =>
  `(?<![\\p{L}\\p{N}${mark}])${mark}(?![${SPACE}${mark}])([^${mark}\\n]*?[^${SPACE}${mark}])${mark}(?![\\p{L}\\p{N}${mark}])`;

const INLINE = new RegExp(
  ["`([^`\\n]+)`", "<([^<>\\n]+)>", style("\\*"), style("_"), style("~")].join("|"),
  "gu",
);
const TAGS = [undefined, undefined, "strong", "em", "s"];

function inline(source, people) {
  const nodes = [];
  let from = 0;
  for (const found of source.matchAll(INLINE)) {
    nodes.push(...withEmoji(unescaped(source.slice(from, found.index))));
    const kind = found.slice(1).findIndex((part) => part !== undefined);
    const inside = found[kind + 1];
    if (kind === 0) nodes.push(make("code", {}, unescaped(inside)));
    else if (kind === 1) nodes.push(reference(inside, people));
    else nodes.push(make(TAGS[kind], {}, inline(inside, people)));
    from = found.index + found[0].length;
  }
  nodes.push(...withEmoji(unescaped(source.slice(from))));
  return nodes;
}

/** What stands in angle brackets: a mention, a channel, a date or a link. */
function reference(inside, people) {
  const [target = "", label] = inside.split("|");
  if (/^[@#!]/.test(target)) {
    const known = people.get(target.slice(1));
    const shown = label ?? known ?? target.slice(1);
    return make("span", { className: "mention" }, `${target[0] === "#" ? "#" : "@"}${shown}`);
  }
  if (!/^(https?:|mailto:)/.test(target)) return unescaped(`<${inside}>`);
  return make(
    "a",
    { href: unescaped(target), target: "_blank", rel: "noreferrer" },
    unescaped(label ?? target),
  );
}

function withEmoji(text) {
  return text.split(/:([a-z0-9_+-]+):/).flatMap((part, index) => {
    if (index % 2 === 0) return withCharacters(part);
    return isEmoji(part) ? [emoji(part)] : [`:${part}:`];
  });
}

const unescaped = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
