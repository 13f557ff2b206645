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
  /** Documents that are being printed and that wait for it. */
  readonly printing?: () => { readonly active: number; readonly queued: number };
};

/**
 * GET /metrics for Prometheus, to whoever has a token of scope metrics: behind a proxy on the same machine every request comes
 * from 127.0.0.1, so that an address proves nothing. Counts and times only, nothing of a person.
 */
export function addMetrics(app: FastifyInstance, ports: MetricsPorts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gauge(registry, "acordo_outbox", outboxGauges(ports));
  if (ports.printing !== undefined) gauge(registry, "acordo_printing", printing(ports.printing));
  timeRequests(app, registry);
  app.get("/metrics", { onRequest: admit(ports.findCaller, "metrics") }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

type Measured = () => Promise<Readonly<Record<string, number>>>;

/** Each value under its name, as the label `of`. */
function gauge(registry: Registry, name: string, measure: Measured): void {
  new Gauge({
    name,
    help: HELP[name] ?? name,
    labelNames: ["of"],
    registers: [registry],
    async collect() {
      for (const [of, value] of Object.entries(await measure())) this.set({ of }, value);
    },
  });
}

const HELP: Readonly<Record<string, string>> = {
  acordo_outbox: "Messages that wait, that failed, and seconds since the oldest could have left",
  acordo_printing: "Documents that are being printed, and that wait for it",
};

const outboxGauges =
  ({ outbox }: MetricsPorts): Measured =>
  async () => {
    const { waiting, failed, oldestSeconds } = await outbox();
    return { waiting, failed, oldest_seconds: oldestSeconds };
  };

const printing =
  (read: NonNullable<MetricsPorts["printing"]>): Measured =>
  async () => ({ ...read() });

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
