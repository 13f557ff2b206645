import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { CHART_NAMES } from "#core/charts.ts";
import type { OperatorId } from "#core/ids.ts";
import { parseWish, type Query } from "../charts-query.ts";
import type { FilterChoices } from "../dashboard/filters.ts";
import { STYLE_PATH } from "../dashboard/layout.ts";
import { leftPage, openingPage } from "../dashboard/notes.ts";
import { type Dashboard, dashboardPage } from "../dashboard/page.ts";
import { TEXTS } from "../dashboard/texts.ts";
import { type Access, forbid } from "../security/access.ts";
import type { ChartPorts } from "./charts.ts";

export type DashboardPorts = ChartPorts & {
  /** By whom or where the charts can be narrowed. */
  readonly choices: () => Promise<FilterChoices>;
};

/**
 * GET /dashboard/open/OPERATOR by a signed link: begins a session. The page that it answers with leads on to /dashboard by
 * itself, for a cookie of SameSite=Strict does not travel along a redirect that another site began.
 */
export const dashboardRoutes =
  (access: Access, ports: DashboardPorts): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { operator: string } }>(
      "/dashboard/open/:operator",
      async (request, reply) => {
        const subject = request.params.operator;
        const asked = { kind: "dashboard", subject, query: request.query as Query } as const;
        if (!access.isGoodLink(asked)) return forbid(reply);
        const person = await access.personOf(subject as OperatorId);
        if (person?.permissions.has("panel.charts") !== true) return forbid(reply);
        return page(
          reply.header("set-cookie", access.sessions.begin(person.operator)),
          openingPage(),
        );
      },
    );
    app.get("/dashboard", async (request, reply) => {
      const dashboard = await dashboardFor(request, access, ports);
      return dashboard === undefined ? forbid(reply) : page(reply, dashboardPage(dashboard));
    });
    app.addContentTypeParser("application/x-www-form-urlencoded", (_request, body, done) => {
      body.resume();
      done(null, undefined);
    });
    app.post("/dashboard/close", async (_request, reply) =>
      page(reply.header("set-cookie", access.sessions.end()), leftPage()),
    );
    await app.register(serveStyle);
  };

async function dashboardFor(
  request: FastifyRequest,
  access: Access,
  ports: DashboardPorts,
): Promise<Dashboard | undefined> {
  const visitor = await access.visitorOf(request);
  if (visitor?.permissions.has("panel.charts") !== true) return undefined;
  const { wish, notice } = wishOf(request.query as Query);
  const [choices, charts] = await Promise.all([
    ports.choices(),
    Promise.all(
      CHART_NAMES.map((name) => ports.readChart(name, { today: ports.today(), ...wish })),
    ),
  ]);
  const { operator, permissions } = visitor;
  return {
    operatorName: choices.operators.find(({ id }) => id === operator)?.name ?? operator,
    wish,
    notice,
    choices,
    charts,
    mayExport: permissions.has("csv.export"),
  };
}

/** A filter that cannot be is told and left out: a page with a notice helps more than none. */
function wishOf(query: Query) {
  const wish = parseWish(query);
  if (wish !== undefined) return { wish, notice: undefined };
  const { operator: _, city: __, ...period } = query;
  const rest = parseWish(period);
  return rest === undefined
    ? { wish: { from: undefined, to: undefined, only: undefined }, notice: TEXTS.periodWrong }
    : { wish: rest, notice: bothNamed(query) ? TEXTS.bothChosen : TEXTS.nameWrong };
}

const bothNamed = ({ operator, city }: Query): boolean =>
  [operator, city].every((name) => typeof name === "string" && name !== "");

const page = (reply: FastifyReply, content: string): FastifyReply =>
  reply.type("text/html; charset=utf-8").header("cache-control", "private, no-store").send(content);

const serveStyle: FastifyPluginAsync = async (app) => {
  const style = await readFile(join(import.meta.dirname, "..", "dashboard", "dashboard.css"));
  const etag = `"${createHash("sha256").update(style).digest("base64url").slice(0, 22)}"`;
  app.get(STYLE_PATH, async (request, reply) => {
    reply.header("etag", etag).header("cache-control", "no-cache");
    return request.headers["if-none-match"] === etag
      ? reply.code(304).send()
      : reply.type("text/css; charset=utf-8").send(style);
  });
};
