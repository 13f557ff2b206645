import { STATUS_CODES } from "node:http";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Refusal } from "#core/refusals.ts";

/** RFC 9457: what an error of the API looks like, whatever caused it. */
export const problem = z
  .object({
    type: z.string().describe("urn:acordo:problem: and a code that programs may rely on"),
    title: z.string().describe("The status in words"),
    status: z.int().describe("The HTTP status again"),
    detail: z.string().describe("What is wrong and what to do, for whoever reads the log"),
    errors: z
      .array(
        z.object({
          field: z.string().describe("Where: a field of the body, a parameter or a header"),
          got: z.string().optional().describe("What came, masked where it could be a tax id"),
          expected: z.string().describe("What is expected there"),
          line: z.int().optional().describe("Of a file: from 1"),
          column: z.int().optional().describe("Of that line: from 1"),
        }),
      )
      .optional(),
  })
  .describe("A problem (RFC 9457)");

export type Problem = z.infer<typeof problem>;
export type FieldError = NonNullable<Problem["errors"]>[number];

export type ProblemFacts = {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
};

export const PROBLEM_TYPE = "application/problem+json";

export const problemOf = ({ code, status, detail, errors }: ProblemFacts): Problem => ({
  type: `urn:acordo:problem:${code}`,
  title: STATUS_CODES[status] ?? "Error",
  status,
  detail,
  ...(errors === undefined ? {} : { errors: [...errors] }),
});

/** How a route's description names an answer that is a problem. */
export const problems = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: problem } },
});

/** Serialised here: a problem may come before a route, and so its schema, is known. */
export const sendProblem = (reply: FastifyReply, facts: ProblemFacts): FastifyReply =>
  reply
    .code(facts.status)
    .type(PROBLEM_TYPE)
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemOf(facts));

/** What the core refuses is a conflict with how things stand, unless the request itself could never be right. */
export const refusalStatus = ({ code }: Refusal): number => STATUSES[code] ?? 409;

const STATUSES: Readonly<Partial<Record<Refusal["code"], number>>> = {
  not_permitted: 403,
  operator_unknown: 403,
  key_reused: 422,
  invoice_unknown: 422,
  amount_not_positive: 422,
  paid_in_the_future: 422,
};
