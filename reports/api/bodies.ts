import type { FastifyReply, FastifyRequest, FastifySchemaCompiler } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import type { z } from "zod";
import { sendProblem } from "./problems.ts";

/** For bodies that are streams, which only the route reads. */
export const exceptBody: FastifySchemaCompiler<z.ZodType> = (route) =>
  route.httpPart === "body" ? (data) => ({ value: data }) : validatorCompiler(route);

/** A small file may unfold to any size. */
export async function refuseCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding === "identity") return undefined;
  return sendProblem(reply.header("connection", "close"), {
    code: "encoding_unsupported",
    status: 415,
    detail: "Compressed bodies are not taken. Send the file as it is.",
    errors: [{ field: "Content-Encoding", expected: "none" }],
  });
}

/** What is still on its way is not waited for. */
export const refuseTooLarge = (
  reply: FastifyReply,
  { bytes, advice }: { readonly bytes: number; readonly advice: string },
): FastifyReply =>
  sendProblem(reply.header("connection", "close"), {
    code: "body_too_large",
    status: 413,
    detail: `The body is larger than ${bytes} bytes. ${advice}`,
  });

/** `what` are on their way, as the beginning of a sentence. */
export const refuseBusy = (reply: FastifyReply, what: string): FastifyReply =>
  sendProblem(reply.header("retry-after", "10").header("connection", "close"), {
    code: "busy",
    status: 503,
    detail: `${what} on their way already. Try again in a while.`,
  });
