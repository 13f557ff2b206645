import { z } from "zod";
import { masked, maskedWholly } from "./masking.ts";
import { FIELDS, type Field, idReader, RECORD_TYPES, type RecordType } from "./records.ts";
import type { ImportRefusal, ImportRefusalCode } from "./refusal.ts";
import type { Circumstances, Misfit, Reader } from "./values.ts";

/** Staged texts by field name: absent leaves the field as it is, empty clears it. */
export type Staged = Readonly<Record<string, string | undefined>>;

export type Checked =
  | { readonly ok: true; readonly staged: Staged }
  | { readonly ok: false; readonly refusal: ImportRefusal };

export type Check = (record: unknown) => Checked;

/** One strict schema per type, made once per file. */
export function recordChecks(circumstances: Circumstances): Record<RecordType, Check> {
  const entries = RECORD_TYPES.map((type) => [type, checkOf(type, circumstances)] as const);
  return Object.fromEntries(entries) as Record<RecordType, Check>;
}

function checkOf(type: RecordType, circumstances: Circumstances): Check {
  const schema = schemaOf(type, circumstances);
  const secrets = new Set(FIELDS[type].filter(({ secret }) => secret).map(({ name }) => name));
  return (record) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return { ok: true, staged: parsed.data as Staged };
    return { ok: false, refusal: refusalOf(parsed.error.issues[0], { type, record, secrets }) };
  };
}

function schemaOf(type: RecordType, circumstances: Circumstances) {
  const shape: Record<string, z.ZodType> = { id: z.unknown().transform(reading(idReader(type))) };
  for (const field of FIELDS[type]) shape[field.name] = optional(field, circumstances);
  // `type` on an NDJSON line is what chose the schema.
  return z.strictObject({ type: z.unknown(), ...shape }).partial({ type: true });
}

const optional = (field: Field, circumstances: Circumstances): z.ZodType =>
  z
    .unknown()
    .transform(reading(field.reader(circumstances)))
    .optional();

const reading =
  (read: Reader) =>
  (value: unknown, context: z.core.$RefinementCtx): string => {
    const outcome = read(value === undefined ? null : value);
    if (typeof outcome === "string") return outcome;
    context.issues.push({ code: "custom", input: value, params: outcome });
    return z.NEVER;
  };

type Context = {
  readonly type: RecordType;
  readonly record: unknown;
  readonly secrets: ReadonlySet<string>;
};

function refusalOf(issue: z.core.$ZodIssue | undefined, context: Context): ImportRefusal {
  if (issue?.code === "unrecognized_keys") {
    const expected = ["id", ...FIELDS[context.type].map(({ name }) => name)].join(", ");
    return { code: "unknown_field", field: masked(issue.keys[0] ?? ""), expected };
  }
  const field = String(issue?.path[0] ?? "id");
  const { code, expected } = misfitOf(issue);
  const value = (context.record as Record<string, unknown>)[field];
  const show = context.secrets.has(field) ? maskedWholly : masked;
  return {
    code,
    field,
    ...(value === undefined ? {} : { got: show(value) }),
    ...(expected === undefined ? {} : { expected }),
  };
}

function misfitOf(issue: z.core.$ZodIssue | undefined): Misfit {
  const params = issue?.code === "custom" ? issue.params : undefined;
  const code = params?.code as ImportRefusalCode | undefined;
  return code === undefined ? { code: "required" } : (params as Misfit);
}
