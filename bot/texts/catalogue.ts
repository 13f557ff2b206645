import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "#bot/config.ts";

export type Args = Readonly<Record<string, FluentVariable>>;

/** `id` of a message, or `message.attribute`. */
export type Say = (id: string, args?: Args) => string;

/**
 * The sentences of one language, read once from its folder. Asking for one that is not there, or leaving out a variable, is a
 * mistake in our code and throws: a test says every sentence.
 */
export function catalogue(language: Language): Say {
  const bundle = bundleOf(language);
  return (id, args = {}) => {
    const [name = "", attribute] = id.split(".");
    const message = bundle.getMessage(name);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (pattern == null) throw new Error(`no text ${id} in ${language}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, args, errors);
    if (errors.length > 0) throw new Error(`text ${id} in ${language}: ${errors.join("; ")}`);
    return text;
  };
}

export const hasText = (language: Language, id: string): boolean =>
  bundleOf(language).hasMessage(id);

const bundles = new Map<Language, FluentBundle>();

function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known !== undefined) return known;
  // Without the marks of isolation: terminals and SMS show them as boxes.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const source of sourcesOf(language)) {
    const errors = bundle.addResource(new FluentResource(source));
    if (errors.length > 0) throw new Error(`texts in ${language}: ${errors.join("; ")}`);
  }
  bundles.set(language, bundle);
  return bundle;
}

function sourcesOf(language: Language): string[] {
  const folder = join(import.meta.dirname, language);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ftl"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}
