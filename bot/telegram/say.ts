import type { Args } from "../texts/catalogue.ts";
import type { Texts } from "../texts/texts.ts";
import { escapeHtml } from "./html.ts";

/** A text of the catalogue with its own markup; whatever is put into it has none. */
export const htmlSay =
  ({ say }: Texts) =>
  (id: string, args: Args = {}): string =>
    say(
      id,
      Object.fromEntries(
        Object.entries(args).map(([name, value]) => [
          name,
          typeof value === "string" ? escapeHtml(value) : value,
        ]),
      ),
    );

/** A screen's text as it is read. */
export const readAs = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Parts of a text with an empty line between them; what is undefined is left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join("\n\n");
