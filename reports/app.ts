import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
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
import { chartRoutes } from "./routes/charts.ts";
import { type DashboardPorts, dashboardRoutes } from "./routes/dashboard.ts";
import { type DocumentPorts, documentRoutes } from "./routes/documents.ts";
import { type HealthChecks, healthRoutes } from "./routes/health.ts";
import { type AccessPorts, createAccess } from "./security/access.ts";
import { securityHeaders } from "./security/headers.ts";
import { BODY_BYTES, LIMITS, type Limits, REQUEST_TIMEOUT_MS } from "./security/limits.ts";

/** What people open in a browser, by signed links or in a session. */
export type PagePorts = {
  readonly access: AccessPorts;
  readonly dashboard: DashboardPorts;
  readonly documents: DocumentPorts;
};

/** What is left out has no addresses. */
export type AppPorts = {
  readonly health: HealthChecks;
  readonly api?: ApiPorts;
  readonly pages?: PagePorts;
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
  const { health, api, metrics, pages, plugins = [], limits = LIMITS, publicUrl } = ports;
  const app = Fastify(serverOptions(ports));
  hideErrors(app);
  app.register(helmet, securityHeaders(publicUrl));
  if (metrics !== undefined) addMetrics(app, metrics);
  app.register(healthRoutes(health));
  for (const plugin of plugins) app.register(plugin);
  if (pages !== undefined) app.register(pagesOf(pages, limits));
  if (api !== undefined) {
    app.register(async (scope) => {
      await describeApi(scope, api.version);
      await scope.register(apiRoutes(api, limits), { prefix: API_PREFIX });
      await showApi(scope);
    });
  }
  return app;
}

const pagesOf =
  ({ access: ports, dashboard, documents }: PagePorts, limits: Limits): FastifyPluginAsync =>
  async (scope) => {
    await scope.register(rateLimit, { max: limits.pagesPerMinute, timeWindow: "1 minute" });
    const access = createAccess(ports);
    await scope.register(chartRoutes(access, dashboard));
    await scope.register(dashboardRoutes(access, dashboard));
    await scope.register(documentRoutes(access, documents));
  };

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
