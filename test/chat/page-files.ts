import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

/** The page's own files, by name: nothing else can be asked for. */
const OWN = [
  "layout.css",
  "slack.css",
  "blocks.css",
  "telegram.css",
  "page.js",
  "post.js",
  "changes.js",
  "slack.js",
  "blocks.js",
  "elements.js",
  "external-select.js",
  "messages.js",
  "overlays.js",
  "mrkdwn.js",
  "emoji.js",
  "telegram.js",
  "telegram-chat.js",
  "telegram-html.js",
  "telegram-list.js",
  "dom.js",
  "emoji.svg",
];
const FONTS = ["400", "400-italic", "700", "900"];

type PageFile = { readonly type: string; readonly bytes: Buffer };

export async function pageFile(pathname: string): Promise<PageFile | undefined> {
  const name = pathname === "/" ? "index.html" : pathname.slice(1);
  const path = pathOf(name);
  if (path === undefined) return undefined;
  return { type: TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain", bytes: await readFile(path) };
}

function pathOf(name: string): string | undefined {
  if (name === "index.html" || OWN.includes(name)) return join(import.meta.dirname, "page", name);
  const font = /^lato-(.+)\.woff2$/.exec(name)?.[1];
  if (font === undefined || !FONTS.includes(font)) return undefined;
  const [weight, style = "normal"] = font.split("-");
  return createRequire(import.meta.url).resolve(
    `@fontsource/lato/files/lato-latin-${weight}-${style}.woff2`,
  );
}
