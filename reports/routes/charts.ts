import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Permission } from "#core/access/permissions.ts";
import type { CivilDate } from "#core/calendar.ts";
import { type ChartData, type ChartName, type ChartQuery, isChartName } from "#core/charts.ts";
import type { ChartFormat } from "#core/links.ts";
import { drawChart } from "../charts/draw-chart.ts";
import { parseWish, type Query } from "../charts-query.ts";
import { badRequest, notFound } from "../errors.ts";
import { type Access, forbid } from "../security/access.ts";

export type ChartPorts = {
  readonly today: () => CivilDate;
  readonly readChart: (chart: ChartName, query: ChartQuery) => Promise<ChartData>;
};

const TYPES: Readonly<Record<ChartFormat, string>> = {
  png: "image/png",
  svg: "image/svg+xml; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
};

/** Who sees the charts need not be who takes their numbers away. */
const NEEDED: Readonly<Record<ChartFormat, readonly Permission[]>> = {
  png: ["panel.charts"],
  svg: ["panel.charts"],
  csv: ["panel.charts", "csv.export"],
};

/** GET /charts/NAME.png, .svg and .csv */
export const chartRoutes =
  (access: Access, charts: ChartPorts): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { file: string } }>("/charts/:file", async (request, reply) => {
      const { file } = request.params;
      const [, name = "", ending] = /^(.*)\.(png|svg|csv)$/.exec(file) ?? [];
      const format = ending as ChartFormat | undefined;
      const asked = { kind: "chart", subject: file } as const;
      if (!(await access.mayOpen(request, asked, NEEDED[format ?? "png"]))) return forbid(reply);
      if (format === undefined || !isChartName(name)) return notFound(reply);
      return send(request, reply, { charts, name, format });
    });
  };

type Wanted = {
  readonly charts: ChartPorts;
  readonly name: ChartName;
  readonly format: ChartFormat;
};

async function send(
  { query: given }: FastifyRequest,
  reply: FastifyReply,
  { charts, name, format }: Wanted,
): Promise<FastifyReply> {
  const query = given as Query;
  const wish = parseWish(query);
  const { theme = "light", width = "wide" } = query;
  if (wish === undefined || !isTheme(theme) || !isWidth(width)) return badRequest(reply);
  const data = await charts.readChart(name, { today: charts.today(), ...wish });
  const drawn = drawChart(data, { theme, width });
  reply.header("cache-control", "private, no-store").type(TYPES[format]);
  switch (format) {
    case "csv":
      return reply
        .header("content-disposition", `attachment; filename="${name}.csv"`)
        .send(drawn.csv());
    case "png":
      return reply
        .header("content-disposition", `inline; filename="${name}.png"`)
        .send(Buffer.from(await drawn.png()));
    case "svg":
      return reply
        .header("content-disposition", `inline; filename="${name}.svg"`)
        .header("content-security-policy", SVG_POLICY)
        .send(await drawn.svg());
  }
}

/** A drawing that is opened by itself may style itself and do nothing else. */
const SVG_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const isTheme = (text: unknown): text is "light" | "dark" => text === "light" || text === "dark";
const isWidth = (text: unknown): text is "wide" | "narrow" => text === "wide" || text === "narrow";
