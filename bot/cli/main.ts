import "../node-version.js";
import type { Config } from "#bot/config.ts";
import { loadConfig } from "#bot/config.ts";
import { runDemo } from "#bot/demo/demo.ts";
import { serve } from "#bot/main.ts";
import { readBotName } from "#bot/telegram/bot-name.ts";
import type { ChartData } from "#core/charts.ts";
import type { InvoiceDocument } from "#core/documents/invoice-document.ts";
import { connect } from "#db/client.ts";
import { foldDailyTotals } from "#db/daily-totals.ts";
import { redact } from "#db/errors.ts";
import { importFile } from "#db/import/import-file.ts";
import { pendingMigrations } from "#db/migrate.ts";
import type { Database } from "#db/open.ts";
import { openAndMigrate, openDatabase } from "#db/open.ts";
import { readAccount } from "#db/queries/account/account.ts";
import { readAccountTab } from "#db/queries/account/read-account-tab.ts";
import { readApiTokens } from "#db/queries/administration/read-api-tokens.ts";
import { readTemplates } from "#db/queries/administration/read-lists.ts";
import { readOperators } from "#db/queries/administration/read-people.ts";
import { readChart } from "#db/queries/charts/read-chart.ts";
import { countCustomers, readDayDone } from "#db/queries/demo/read-demo.ts";
import { readManagerDigest, readOperatorDigest } from "#db/queries/digest/read-digest.ts";
import { readInvoiceDocuments } from "#db/queries/documents/read-invoice-documents.ts";
import { readUnsent } from "#db/queries/outbox/read-unsent.ts";
import { readPanel } from "#db/queries/panels/read-panel.ts";
import { readPanelCounts } from "#db/queries/panels/read-panel-counts.ts";
import { readReturnFile, readReturnFiles } from "#db/queries/returns/read-return-files.ts";
import { readLeftOver, readReturnTitles } from "#db/queries/returns/read-return-titles.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { takeReturnFile } from "#db/returns/take-return-file.ts";
import { Failure } from "./failure.ts";
import { run } from "./run.ts";
import type { Call, ChartLook, DatabaseReport, DrawnChart, Services, Shell } from "./services.ts";

/** The shell as it is on a terminal. Tests put their own environment and streams in its place. */
export const shell: Shell = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  stdin: () => process.stdin,
  now: Date.now,
  config: loadConfig,
  open: async (config) => servicesOf(config, await openDatabase(config)),
  migrate,
  inspect,
  explain,
  drawChart,
  printDocument,
  serve: serveUntilStopped,
  botName: async ({ telegram }) =>
    telegram.state === "off" ? undefined : readBotName(telegram.botToken),
  demo,
};

function servicesOf(config: Config, { db, sql, close }: Database): Services {
  const ports = createPorts(db);
  return {
    ports,
    readPanel: (panel, query) => readPanel(sql, panel, query),
    readPanelCounts: (today) => readPanelCounts(sql, today),
    readAccount: (customer, today) => readAccount(sql, customer, today),
    readAccountTab: (customer, tab, query) => readAccountTab(sql, customer, tab, query),
    async readChart(chart, query) {
      await foldDailyTotals(sql);
      return readChart(sql, chart, query);
    },
    readInvoiceDocuments: (asked, today) => readInvoiceDocuments(sql, asked, today),
    importFile: (source, options) => importFile(sql, source, options),
    digests: {
      ofOperator: (operator, day) => readOperatorDigest(sql, { operator, day }),
      ofManagers: (day) => readManagerDigest(sql, day),
    },
    readUnsent: (request) => readUnsent(sql, request),
    readReturn: (source, options) => takeReturnFile(ports, source, options),
    returnFiles: (request) => readReturnFiles(sql, request),
    returnFile: (file) => readReturnFile(sql, file),
    returnTitles: (file, request) => readReturnTitles(sql, file, request),
    leftOver: (request) => readLeftOver(sql, request),
    operators: () => readOperators(sql),
    apiTokens: () => readApiTokens(sql),
    async links() {
      const { linksOf } = await import("#bot/web.ts");
      return linksOf(config, sql);
    },
    templates: () => readTemplates(sql),
    countCustomers: () => countCustomers(sql),
    doneOn: (key) => readDayDone(sql, key),
    close,
  };
}

async function migrate(config: Config) {
  const { kind: database, migrated, close } = await openAndMigrate(config);
  await close();
  return { database, migrated };
}

/** The embedded database is brought up to date by looking at it, as by every other command. */
async function inspect(config: Config): Promise<DatabaseReport> {
  const { databaseUrl } = config;
  const kind = databaseUrl === undefined ? "embedded" : "server";
  const { db, sql, close } =
    databaseUrl === undefined ? await openDatabase(config) : await connect(databaseUrl);
  try {
    const [row] = await sql<
      [{ version: string }]
    >`select current_setting('server_version') as version`;
    return { kind, version: row.version, pending: await pendingMigrations(db) };
  } finally {
    await close();
  }
}

async function demo(call: Call): Promise<void> {
  const { ports, importFile: take, readPanelCounts: panelCounts, ...services } = await call.open();
  const { shell: io, today, json, texts } = call;
  const print = json ? io.stderr : io.stdout;
  const refusal = await runDemo({
    ...services,
    ports,
    panelCounts,
    importFile: (file) => take(file, { format: "ndjson", today }),
    today,
    nowMs: io.now,
    print: (line) => print(`${line}\n`),
  });
  if (refusal === undefined) return;
  throw new Failure(
    refusal.code === "walk_refused"
      ? texts.refusal(refusal.refusal)
      : `The database holds ${refusal.customers} customers already; expected an empty one. Set ACORDO_DATA to a new folder.`,
  );
}

/** The process runs until it is told to stop, and leaves the database as every other command does. */
async function serveUntilStopped({ config }: Call): Promise<void> {
  const database = await openDatabase(config);
  try {
    const serving = await serve(config, database);
    await toldToStop();
    await serving.stop();
  } finally {
    await database.close();
  }
}

const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

/** The drawing libraries are loaded for the command that draws alone: they take longer than most commands. */
async function drawChart(data: ChartData, look: ChartLook): Promise<DrawnChart> {
  const { drawChart: draw } = await import("#reports/charts/draw-chart.ts");
  return draw(data, look);
}

async function printDocument({ browserPath }: Config, document: InvoiceDocument) {
  const { createPrinter } = await import("#reports/printables/printer/printer.ts");
  const { renderDocument } = await import("#reports/printables/render-document.ts");
  const printer = createPrinter({ executablePath: browserPath });
  try {
    return await printer.print(renderDocument(document));
  } finally {
    await printer.close();
  }
}

/** Our own errors tell what to do; of others only what names no value out of a row. */
function explain(error: unknown): string {
  const safe = redact(error);
  if (!(safe instanceof Error)) return String(safe);
  return safe.name === "UnusableDatabase"
    ? safe.message
    : `something went wrong inside: ${safe.message}`;
}

if (import.meta.main) {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  process.exitCode = await run(process.argv.slice(2), shell);
}
