import Fastify, { type FastifyInstance, type FastifyPluginAsync } from "fastify";
import { type HealthChecks, healthRoutes } from "./routes/health.ts";

export type AppPorts = {
  readonly health: HealthChecks;
  /** Faces that take requests on the same server, each in a scope of its own. */
  readonly plugins?: readonly FastifyPluginAsync[];
};

/** The HTTP face. Everything that a route needs is handed in: nothing here opens a database. */
export function createApp({ health, plugins = [] }: AppPorts): FastifyInstance {
  const app = Fastify({ bodyLimit: 1_048_576 });
  app.register(healthRoutes(health));
  for (const plugin of plugins) app.register(plugin);
  return app;
}
