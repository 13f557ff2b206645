import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Caller } from "./caller.ts";
import { sendProblem } from "./problems.ts";

/** Its name in lower case, as headers come. */
export const idempotencyHeader = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "1 to 200 visible ASCII characters, such as a UUID")
    .optional()
    .describe(
      "Any text of the caller's own for this request. Sent again with the same body it acts once and gets the same answer; with another body it is refused.",
    ),
});

/** Each token has keys of its own: two systems never meet in one. */
export const keyOf = ({ token }: Caller, given: string): string => `api ${token} ${given}`;

export const refuseReused = (reply: FastifyReply, detail: string): FastifyReply =>
  sendProblem(reply, {
    code: "key_reused",
    status: 422,
    detail,
    errors: [{ field: "Idempotency-Key", expected: "a key of its own for each request" }],
  });
