import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Logger } from "pino";
import type { CivilDate } from "#core/calendar.ts";
import type { DocumentAsked } from "#core/documents/asked.ts";
import { localMoment } from "#core/law/local-moment.ts";
import type { Links } from "#core/links.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import { accept, type Result } from "#core/result.ts";
import { importFile } from "#db/import/import-file.ts";
import { isRecordType, RECORD_TYPES } from "#db/import/records.ts";
import type { Database } from "#db/open.ts";
import { readChart } from "#db/queries/charts/read-chart.ts";
import { readInvoiceDocuments } from "#db/queries/documents/read-invoice-documents.ts";
import { readAnswer } from "#db/queries/http/read-answer.ts";
import { readInvoicesOfCharge } from "#db/queries/http/read-charge.ts";
import { readChartMembers } from "#db/queries/http/read-chart-members.ts";
import { readOutboxCounts } from "#db/queries/http/read-outbox-counts.ts";
import { readPermissions } from "#db/queries/http/read-permissions.ts";
import { findApiCaller } from "#db/repositories/api-access.ts";
import { sharedSecret } from "#db/repositories/secrets.ts";
import { takeReturnFile } from "#db/returns/take-return-file.ts";
import type { ApiPorts } from "#reports/api/ports.ts";
import { createApp, type PagePorts } from "#reports/app.ts";
import { createLinks } from "#reports/links.ts";
import { createPrinter, type Printer } from "#reports/printables/printer/printer.ts";
import { renderDocument } from "#reports/printables/render-document.ts";
import type { HealthChecks } from "#reports/routes/health.ts";
import type { Config } from "./config.ts";
import { quoted } from "./texts/masking.ts";
import { createTexts } from "./texts/texts.ts";

export type Web = {
  /** For the faces to hand out. */
  readonly links: Links;
  /** By the one printer of this process. */
  readonly print: (asked: DocumentAsked) => Promise<Result<Uint8Array, Refusal>>;
  /** The server, with the faces that take requests on it. */
  readonly serverWith: (faces: readonly FastifyPluginAsync[]) => FastifyInstance;
  /** After the server: what still waits to be printed is refused. */
  close(): Promise<void>;
};

export type WebParts = {
  readonly database: Database;
  readonly ports: Ports;
  readonly log: Logger;
  readonly health: HealthChecks;
};

type Wired = WebParts & {
  readonly config: Config;
  readonly secret: Uint8Array;
  readonly today: () => CivilDate;
  readonly print: Web["print"];
};

/** Everything that is reached by HTTP, wired: documents and charts, the dashboard, the API, metrics. */
export async function openWeb(config: Config, parts: WebParts): Promise<Web> {
  const { sql } = parts.database;
  const { publicUrl, trustedProxies } = config.http;
  let reachedAt = publicUrl;
  const secret = await linkSecret(sql);
  const today = () => localMoment(Date.now(), config.timeZone).date;
  const printer = createPrinter({ executablePath: config.browserPath });
  const printing = counted(printOf(sql, printer, today));
  const wired: Wired = { ...parts, config, secret, today, print: printing.work };
  return {
    links: createLinks({ secret, publicUrl: () => reachedAt, now: Date.now }),
    print: printing.work,
    serverWith(faces) {
      const app = createApp({
        health: parts.health,
        log: parts.log,
        publicUrl,
        trustedProxies,
        pages: pagesOf(wired),
        api: apiOf(wired),
        metrics: {
          findCaller: findCaller(wired),
          outbox: () => readOutboxCounts(sql),
          printing: printing.atWork,
        },
        plugins: faces,
      });
      app.addHook("onListen", async () => {
        reachedAt = withPort(publicUrl, app.server.address());
      });
      return app;
    },
    close: () => printer.close(),
  };
}

/** As the server makes them, for whoever has no server at hand. */
export const linksOf = async (config: Config, sql: Database["sql"]): Promise<Links> =>
  createLinks({
    secret: await linkSecret(sql),
    publicUrl: () => config.http.publicUrl,
    now: Date.now,
  });

/** Port 0 is any that is free: nobody can be sent there. */
function withPort(address: string, listening: string | AddressInfo | null): string {
  const url = new URL(address);
  if (url.port !== "0" || listening === null || typeof listening === "string") return address;
  url.port = `${listening.port}`;
  return url.href;
}

/** The same for every process and every start, so that links outlive both. */
const linkSecret = (sql: Database["sql"]): Promise<Uint8Array> =>
  sharedSecret(sql, "links", randomBytes(32));

const findCaller =
  ({ database: { sql }, today }: Wired) =>
  (tokenSha256: string) =>
    findApiCaller(sql, tokenSha256, today());

const pagesOf = ({ config, database: { sql }, secret, today, print }: Wired): PagePorts => ({
  access: {
    secret,
    publicUrl: config.http.publicUrl,
    now: Date.now,
    permissionsOf: (operator) => readPermissions(sql, operator),
  },
  dashboard: {
    today,
    readChart: (chart, query) => readChart(sql, chart, query),
    choices: () => readChartMembers(sql),
  },
  documents: { print, explain: createTexts("pt-BR").refusal },
});

/** What programs are told is English, as on the command line. */
function apiOf(wired: Wired): ApiPorts {
  const { config, database, ports, health, today } = wired;
  const { sql } = database;
  const { refusal, returnProblem } = createTexts("en");
  return {
    version: health.version,
    ports,
    findCaller: findCaller(wired),
    today,
    invoicesOfCharge: (chargeNumber) => readInvoicesOfCharge(sql, chargeNumber),
    importTypes: RECORD_TYPES,
    importFile: (source, { type, ...options }) =>
      importFile(sql, source, { ...options, type: isRecordType(type) ? type : undefined }),
    takeReturn: (source, options) => takeReturnFile(ports, source, options),
    answerTo: (key) => readAnswer(sql, key),
    uploadFolder: join(config.dataFolder, "uploads"),
    texts: { refusal, returnProblem, quoted },
  };
}

const printOf =
  (sql: Database["sql"], printer: Printer, today: () => CivilDate): Web["print"] =>
  async (asked) => {
    const document = await readInvoiceDocuments(sql, asked, today());
    if (!document.ok) return document;
    const printed = await printer.print(renderDocument(document.value));
    return printed.ok ? accept(printed.value.bytes) : printed;
  };

/** How many are under way is a figure that shows when the printer falls behind. */
function counted<Input, Value>(work: (input: Input) => Promise<Value>) {
  let atWork = 0;
  return {
    atWork: () => atWork,
    async work(input: Input): Promise<Value> {
      atWork += 1;
      try {
        return await work(input);
      } finally {
        atWork -= 1;
      }
    },
  };
}
