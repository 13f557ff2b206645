import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";

/** The database cannot be used as it is; the message tells whoever runs Acordo what to do, in one line. */
export class UnusableDatabase extends Error {
  override readonly name = "UnusableDatabase";
}

/** What may be logged of a failed statement: its text, never its parameters nor values out of rows. */
export class StatementFailed extends Error {
  override readonly name = "StatementFailed";
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly statement: string | undefined;

  constructor(fault: Fault, stack: string | undefined) {
    super(messageOf(fault));
    this.code = fault.code;
    this.constraint = fault.constraint;
    this.table = fault.table;
    this.statement = fault.statement;
    this.stack = `${this.name}: ${this.message}${stack ?? ""}`;
  }
}

/**
 * Drizzle's message holds every parameter, and PostgreSQL's detail the row: names, tax ids, phones. Give every error that may
 * come from the database through here before it is logged; others come back as they are.
 */
export function redact(error: unknown): unknown {
  if (error instanceof DrizzleQueryError || error instanceof postgres.PostgresError) {
    return new StatementFailed(faultOf(error), framesOf(error));
  }
  if (!(error instanceof Error) || error.cause === undefined) return error;
  const cause = redact(error.cause);
  if (cause === error.cause) return error;
  const safe = new Error(error.message, { cause });
  safe.name = error.name;
  if (error.stack !== undefined) safe.stack = error.stack;
  return safe;
}

/** The SQLSTATE ("23505") or the system's code ("ECONNREFUSED"), however deep the error is wrapped. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return code ?? errorCode(error.cause);
}

/** The constraint that a statement hit, so that a caller can say which rule it was. */
export const violatedConstraint = (error: unknown): string | undefined =>
  causeOf(error)?.constraint_name;

type Fault = {
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly statement: string | undefined;
};

function faultOf(error: Error): Fault {
  const cause = causeOf(error);
  return {
    code: errorCode(error),
    reason: cause !== undefined && NAMES_NO_VALUE.test(cause.code) ? cause.message : undefined,
    constraint: cause?.constraint_name,
    table: cause?.table_name,
    statement: error instanceof DrizzleQueryError ? error.query : cause?.query,
  };
}

/** Classes of SQLSTATE whose messages name only the schema: 22 (bad data) and P0 (raised by us) can quote what was given. */
const NAMES_NO_VALUE = /^(08|23|28|3D|40|42|53|54|55|57|58)/;

function causeOf(error: unknown): postgres.PostgresError | undefined {
  if (error instanceof postgres.PostgresError) return error;
  return error instanceof Error ? causeOf(error.cause) : undefined;
}

const messageOf = ({ code, reason, constraint, statement }: Fault): string =>
  [
    `the database refused a statement (${code ?? "no code"})`,
    reason,
    constraint && reason?.includes(constraint) !== true ? `constraint ${constraint}` : undefined,
    statement,
  ]
    .filter((part) => part !== undefined)
    .join(": ");

/** The stack begins with the message, which is what must not be kept. */
function framesOf(error: Error): string | undefined {
  const { stack = "", name, message } = error;
  const header = [`${name}: ${message}`, `Error: ${message}`].find((text) =>
    stack.startsWith(text),
  );
  return header === undefined ? undefined : stack.slice(header.length);
}
