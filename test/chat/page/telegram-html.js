import { make } from "./dom.js";
import { withCharacters } from "./emoji.js";

/** Telegram's own tags; of any other only the words remain. */
const TAGS = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  u: "u",
  ins: "u",
  s: "s",
  strike: "s",
  del: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  "tg-spoiler": "span",
};

/** A bot's HTML as nodes of ours: it is read in a document where nothing runs, and nothing of it is taken over but words. */
export function drawHtml(source) {
  const { body } = new DOMParser().parseFromString(`<body>${source}`, "text/html");
  return childrenOf(body);
}

const childrenOf = (node) => [...node.childNodes].flatMap(drawNode);

function drawNode(node) {
  if (node.nodeType === Node.TEXT_NODE) return withCharacters(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const name = node.localName;
  const href = name === "a" ? node.getAttribute("href") : null;
  if (href !== null && /^(https?|tel|mailto):/.test(href)) {
    return [make("a", { href, target: "_blank", rel: "noreferrer" }, childrenOf(node))];
  }
  const tag = TAGS[name];
  if (tag === undefined) return childrenOf(node);
  const copies = name === "code" || name === "pre";
  return [
    make(tag, copies ? { title: "Toque para copiar", className: "copies" } : {}, childrenOf(node)),
  ];
}
