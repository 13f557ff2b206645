import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type Schema = { [key: string]: unknown };

/**
 * A JSON Schema of what @slack/types declares. It takes seconds to make and is 100 kB long, so it
 * is neither made for each test file nor kept in the repository, where it could go stale: it is
 * made once for each version of the two packages and stays beside the installed packages.
 */
export async function slackSchema(): Promise<Schema> {
  const cached = join(ROOT, "node_modules", ".cache", "acordo", `slack-schema-${versions()}.json`);
  const found = readIfThere(cached);
  if (found !== undefined) return JSON.parse(found) as Schema;
  const made = discriminated(await generate());
  mkdirSync(dirname(cached), { recursive: true });
  // Two test workers may make it at the same time: each writes its own and the last one stays.
  writeFileSync(`${cached}.${process.pid}`, JSON.stringify(made));
  renameSync(`${cached}.${process.pid}`, cached);
  return made;
}

const ROOT = join(import.meta.dirname, "..", "..", "..");

const require = createRequire(import.meta.url);

/** Raise it when what is made of the types changes. */
const REVISION = 2;

function versions(): string {
  const versionOf = (name: string): string => {
    const text = readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8");
    return (JSON.parse(text) as { version: string }).version;
  };
  return [versionOf("@slack/types"), versionOf("ts-json-schema-generator"), REVISION].join("-");
}

async function generate(): Promise<Schema> {
  const { createGenerator } = await import("ts-json-schema-generator");
  const path = require.resolve("@slack/types").replace(/\.js$/, ".d.ts");
  return createGenerator({ path, type: "View", skipTypeCheck: true }).createSchema(
    "View",
  ) as Schema;
}

/**
 * Unions of objects that their `type` tells apart become `oneOf` with a discriminator: one exact
 * complaint instead of one for each of 25 blocks. The open-ended `Block`, which lets any unknown
 * type pass, falls out since its `type` is no constant.
 */
function discriminated(schema: Schema): Schema {
  const definitions = schema.definitions as Record<string, Schema>;
  const resolve = (part: Schema): Schema => {
    const name = /^#\/definitions\/(.+)$/.exec(String(part.$ref))?.[1];
    return name === undefined ? part : (definitions[decodeURIComponent(name)] ?? part);
  };
  const leaves = (part: Schema): Schema[] => {
    const whole = resolve(part);
    return Array.isArray(whole.anyOf) ? (whole.anyOf as Schema[]).flatMap(leaves) : [part];
  };
  const rewrite = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(rewrite);
    if (typeof node !== "object" || node === null) return node;
    // A comment is a text; a property may be called description, too.
    const part = without(node as Schema, (key, value) => key === "description" && isText(value));
    const union = Array.isArray(part.anyOf) ? unionOf(leaves(part), resolve) : undefined;
    const kept = union ? { ...part, ...union, anyOf: undefined } : part;
    return Object.fromEntries(
      Object.entries(kept)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, key === "const" ? value : rewrite(value)]),
    );
  };
  const renamed = Object.entries(definitions).map(([name, part]) => [name, rewrite(part)]);
  return { definitions: Object.fromEntries(renamed) as Schema };
}

function unionOf(parts: readonly Schema[], resolve: (part: Schema) => Schema): Schema | undefined {
  const byType = new Map<string, Schema[]>();
  for (const part of parts) {
    const whole = resolve(part);
    const type = (whole.properties as Record<string, Schema> | undefined)?.type;
    if (typeof type?.const === "string") {
      byType.set(type.const, [...(byType.get(type.const) ?? []), part]);
    } else if (!isOpenBlock(whole)) return undefined;
  }
  if (byType.size < 2) return undefined;
  // Two shapes of one type (an image by address or by file) stay an `anyOf`, inside the union.
  const oneOf = [...byType].map(([type, same]) =>
    same.length === 1
      ? same[0]
      : { type: "object", properties: { type: { const: type } }, anyOf: same },
  );
  return {
    type: "object",
    required: ["type"],
    discriminator: { propertyName: "type" },
    oneOf,
  };
}

const isOpenBlock = (part: Schema): boolean =>
  Object.keys((part.properties as Schema | undefined) ?? {})
    .sort()
    .join() === "block_id,type";

const isText = (value: unknown): boolean => typeof value === "string";

const without = (schema: Schema, drop: (key: string, value: unknown) => boolean): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([key, value]) => !drop(key, value)));

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
