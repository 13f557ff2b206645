import { STATUS_CODES } from "node:http";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** A stranger is told the status and nothing else; whoever reads the log is told the cause. */
export function hideErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    plain(reply, noteFailure(error, request)),
  );
  app.setNotFoundHandler((_request, reply) => plain(reply, 404));
}

/** For addresses that Fastify itself cannot read. */
export const refuseUnreadable = (
  error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void => {
  plain(reply, statusOf(error));
};

/** The status to answer with. Addresses are not logged: signatures and searches stand in them. */
export function noteFailure(error: FastifyError, request: FastifyRequest): number {
  const status = statusOf(error);
  if (status >= 500) {
    const { method, routeOptions } = request;
    request.log.error({ err: error, method, route: routeOptions.url }, "a request failed");
  }
  return status;
}

/** What was asked for cannot be read. */
export const badRequest = (reply: FastifyReply): FastifyReply => plain(reply, 400);

export const notFound = (reply: FastifyReply): FastifyReply => plain(reply, 404);

const plain = (reply: FastifyReply, status: number): FastifyReply =>
  reply.code(status).type("text/plain; charset=utf-8").send(`${STATUS_CODES[status]}\n`);

const statusOf = ({ statusCode = 500 }: FastifyError): number =>
  statusCode >= 400 && statusCode < 600 ? statusCode : 500;
