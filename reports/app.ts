import Fastify, { type FastifyInstance } from "fastify";
import { type HealthChecks, healthRoutes } from "./routes/health.ts";

export type AppPorts = { readonly health: HealthChecks };

/** The HTTP face. Everything that a route needs is handed in: nothing here opens a database. */
export function createApp({ health }: AppPorts): FastifyInstance {
  const app = Fastify({ bodyLimit: 1_048_576 });
  app.register(healthRoutes(health));
  return app;
}
