import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { admit, type FindCaller } from "./api/caller.ts";

export type MetricsPorts = {
  readonly findCaller: FindCaller;
  /** Messages that wait and messages that were given up on. */
  readonly outbox: () => Promise<{
    readonly waiting: number;
    readonly failed: number;
    /** Since the oldest that waits could have left. */
    readonly oldestSeconds: number;
  }>;
  /** Documents that are being printed or wait for it. */
  readonly printing?: () => number;
};

/**
 * GET /metrics for Prometheus, to whoever has a token of scope metrics: behind a proxy on the same machine every request comes
 * from 127.0.0.1, so that an address proves nothing. Counts and times only, nothing of a person.
 */
export function addMetrics(app: FastifyInstance, ports: MetricsPorts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureOutbox(registry, ports);
  if (ports.printing !== undefined) measurePrinting(registry, ports.printing);
  timeRequests(app, registry);
  app.get("/metrics", { onRequest: admit(ports.findCaller, "metrics") }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

function measureOutbox(registry: Registry, { outbox }: MetricsPorts): void {
  new Gauge({
    name: "acordo_outbox",
    help: "Messages that wait, that failed, and seconds since the oldest could have left",
    labelNames: ["of"],
    registers: [registry],
    async collect() {
      const { waiting, failed, oldestSeconds } = await outbox();
      this.set({ of: "waiting" }, waiting);
      this.set({ of: "failed" }, failed);
      this.set({ of: "oldest_seconds" }, oldestSeconds);
    },
  });
}

function measurePrinting(registry: Registry, printing: () => number): void {
  new Gauge({
    name: "acordo_printing",
    help: "Documents that are being printed or wait for it",
    registers: [registry],
    collect() {
      this.set(printing());
    },
  });
}

/** By route, never by address: ids and signatures stand in addresses. */
function timeRequests(app: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: "acordo_http_request_seconds",
    help: "Seconds until a request was answered",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  app.addHook("onResponse", async ({ method, routeOptions }, reply) => {
    const route = routeOptions.url ?? "none";
    seconds.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
  });
}
