import helmet from "@fastify/helmet";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from "fastify";
import { API_PREFIX, apiRoutes } from "./api/api.ts";
import { describeApi, showApi } from "./api/document.ts";
import type { ApiPorts } from "./api/ports.ts";
import { hideErrors, refuseUnreadable } from "./errors.ts";
import { addMetrics, type MetricsPorts } from "./metrics.ts";
import { type HealthChecks, healthRoutes } from "./routes/health.ts";
import { securityHeaders } from "./security/headers.ts";
import { BODY_BYTES, LIMITS, type Limits, REQUEST_TIMEOUT_MS } from "./security/limits.ts";

/** What is left out has no addresses. */
export type AppPorts = {
  readonly health: HealthChecks;
  readonly api?: ApiPorts;
  readonly metrics?: MetricsPorts;
  /** Faces that take requests on the same server, each in a scope of its own. They know their callers by signature. */
  readonly plugins?: readonly FastifyPluginAsync[];
  readonly log?: FastifyBaseLogger;
  /** The address under which people reach the server. */
  readonly publicUrl?: string;
  /** Whose word on where a request comes from is taken: addresses and networks of proxies. */
  readonly trustedProxies?: readonly string[];
  readonly limits?: Limits;
};

/** The HTTP face. Everything that a route needs is handed in: nothing here opens a database. */
export function createApp(ports: AppPorts): FastifyInstance {
  const { health, api, metrics, plugins = [], limits = LIMITS, publicUrl } = ports;
  const app = Fastify(serverOptions(ports));
  hideErrors(app);
  app.register(helmet, securityHeaders(publicUrl));
  if (metrics !== undefined) addMetrics(app, metrics);
  app.register(healthRoutes(health));
  for (const plugin of plugins) app.register(plugin);
  if (api !== undefined) {
    app.register(async (scope) => {
      await describeApi(scope, api.version);
      await scope.register(apiRoutes(api, limits), { prefix: API_PREFIX });
      await showApi(scope);
    });
  }
  return app;
}

const serverOptions = ({ log, trustedProxies = [] }: AppPorts) => ({
  bodyLimit: BODY_BYTES,
  requestTimeout: REQUEST_TIMEOUT_MS,
  trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
  logController: new LogController({ disableRequestLogging: true }),
  frameworkErrors: refuseUnreadable,
  // Ids of the billing system have up to 100 characters, each up to nine in an address.
  routerOptions: { maxParamLength: 1_000 },
  ...(log === undefined ? { logger: false as const } : { loggerInstance: log }),
});
