import type { FastifyError } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { FieldError } from "./problems.ts";

type Request = {
  readonly body?: unknown;
  readonly query?: unknown;
  readonly headers?: unknown;
};

/** What is wrong with which field, from the schema's own words; undefined for an error of another kind. */
export function fieldErrors(
  error: FastifyError,
  request: Request,
  quoted: (text: string) => string,
): FieldError[] | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  const whole = wholeOf(error.validationContext, request);
  const errors = error.validation.map(({ instancePath, keyword, message, params }) => {
    const path = instancePath.split("/").filter((part) => part !== "");
    const unknown = keyword === "unrecognized_keys" ? unknownNames(params) : undefined;
    const value = path.reduce<unknown>(member, whole);
    return {
      field: unknown ?? (path.join(".") || "body"),
      ...(value === undefined || unknown !== undefined ? {} : { got: quoted(textOf(value)) }),
      expected: unknown === undefined ? (message ?? "another value") : "no such field",
    };
  });
  return errors.filter(isFirst);
}

/** A value that breaks two rules of one sentence is told once. */
const isFirst = (error: FieldError, index: number, all: readonly FieldError[]): boolean =>
  all.findIndex(({ field, expected }) => field === error.field && expected === error.expected) ===
  index;

function wholeOf(context: string | undefined, request: Request): unknown {
  switch (context) {
    case "querystring":
      return request.query;
    case "headers":
      return request.headers;
    default:
      return request.body;
  }
}

const member = (whole: unknown, name: string): unknown =>
  typeof whole === "object" && whole !== null && Object.hasOwn(whole, name)
    ? (whole as Record<string, unknown>)[name]
    : undefined;

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");

function unknownNames(params: unknown): string | undefined {
  const keys = member(params, "keys");
  return Array.isArray(keys) ? keys.join(", ").slice(0, 100) : undefined;
}
