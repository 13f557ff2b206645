export type JsonTemplate =
  | string
  | number
  | boolean
  | null
  | readonly JsonTemplate[]
  | { readonly [name: string]: JsonTemplate };

export type Filled = Readonly<Record<string, string>>;

/** Puts values into the leaves of a JSON tree, so that quotes and line ends in them are only ever text. */
export function fill(template: JsonTemplate, values: Filled): JsonTemplate {
  if (typeof template === "string") {
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }
  if (typeof template !== "object" || template === null) return template;
  if (Array.isArray(template)) return template.map((leaf) => fill(leaf, values));
  return Object.fromEntries(
    Object.entries(template).map(([name, leaf]) => [name, fill(leaf, values)]),
  );
}
