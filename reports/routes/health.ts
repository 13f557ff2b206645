import type { FastifyPluginAsync } from "fastify";

export type HealthChecks = {
  readonly version: string;
  readonly database: () => Promise<boolean>;
};

/** `/healthz`: this process lives. `/readyz`: it can do its work. Neither says more to a stranger. */
export const healthRoutes =
  ({ version, database }: HealthChecks): FastifyPluginAsync =>
  async (app) => {
    app.get("/healthz", async () => ({ status: "ok", version }));
    app.get("/readyz", async (_request, reply) => {
      return (await database())
        ? { status: "ready" }
        : reply.code(503).send({ status: "database unavailable" });
    });
  };
