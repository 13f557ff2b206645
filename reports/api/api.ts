import rateLimit from "@fastify/rate-limit";
import type { FastifyError, FastifyRequest } from "fastify";
import {
  type FastifyPluginAsyncZod,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod";
import { noteFailure } from "../errors.ts";
import type { Limits } from "../security/limits.ts";
import { fieldErrors } from "./field-errors.ts";
import { importRoutes } from "./imports.ts";
import { paymentRoutes } from "./payments.ts";
import type { ApiPorts } from "./ports.ts";
import { type ProblemFacts, sendProblem } from "./problems.ts";
import { returnRoutes } from "./returns.ts";

export const API_PREFIX = "/api/v1";

/** What other systems call: bearer tokens, JSON, and problems in one shape. */
export const apiRoutes =
  (api: ApiPorts, { apiPerMinute }: Limits): FastifyPluginAsyncZod =>
  async (app) => {
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    app.setErrorHandler<FastifyError>((error, request, reply) =>
      sendProblem(reply, factsOf(error, request, api)),
    );
    await app.register(rateLimit, { max: apiPerMinute, timeWindow: "1 minute" });
    app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_request, reply) =>
      sendProblem(reply, {
        code: "not_found",
        status: 404,
        detail: "There is no such address. /docs lists those that there are.",
      }),
    );
    // The content types of one route are none of the other's.
    await app.register(paymentRoutes(api));
    await app.register(returnRoutes(api));
    await app.register(importRoutes(api));
  };

function factsOf(error: FastifyError, request: FastifyRequest, { texts }: ApiPorts): ProblemFacts {
  const errors = fieldErrors(error, request, texts.quoted);
  if (errors === undefined) return { ...knownOf(error), status: noteFailure(error, request) };
  const [first] = errors;
  const came = first?.got === undefined ? "" : `${first.got} came, `;
  return {
    code: "request_invalid",
    status: 400,
    detail: `${first?.field}: ${came}expected ${first?.expected}.`,
    errors,
  };
}

function knownOf({ code, statusCode }: FastifyError): Omit<ProblemFacts, "status"> {
  if (statusCode === 429) {
    return { code: "too_many_requests", detail: "Too many requests. Retry-After says when." };
  }
  return KNOWN[code] ?? UNKNOWN;
}

const UNKNOWN = {
  code: "internal_error",
  detail: "Something went wrong inside. It is in the log; try again later.",
};

const KNOWN: Readonly<Record<string, Omit<ProblemFacts, "status">>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: "media_type_unsupported",
    detail: "Content-Type is not one that this address takes. /docs lists them.",
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: "body_too_large", detail: "The body is too large." },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: "body_missing", detail: "The body is empty." },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: "body_invalid", detail: "The body is not JSON." },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: "body_invalid",
    detail: "Content-Length is not the length of the body.",
  },
};
