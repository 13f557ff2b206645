import type { Config, ConfigProblem } from "#bot/config.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { ChartData, ChartName, ChartQuery } from "#core/charts.ts";
import type { ManagerDigest } from "#core/digest/manager-digest.ts";
import type { OperatorDigest } from "#core/digest/operator-digest.ts";
import type { DocumentAsked } from "#core/documents/asked.ts";
import type { InvoiceDocument } from "#core/documents/invoice-document.ts";
import type { PrintRefusal } from "#core/documents/refusals.ts";
import type { CustomerId, OperatorId } from "#core/ids.ts";
import type { Links } from "#core/links.ts";
import type { OperatorRecord, Ports, TemplateRecord } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import type {
  ReturnFailure,
  ReturnOptions,
  ReturnReport,
  ReturnSource,
} from "#core/return-report.ts";
import type { ApiTokenEntry } from "#db/queries/administration/read-api-tokens.ts";
import type { UnsentEntry } from "#db/queries/outbox/read-unsent.ts";
import type { PageRefusal, PageRequest, Page as RowsPage } from "#db/queries/page.ts";
import type { PanelQuery, PanelTotals } from "#db/queries/panels/panel.ts";
import type { ReturnFileRow, ReturnTitleRow } from "#db/queries/returns/return-rows.ts";
import type { Texts } from "../texts/texts.ts";

/** In the order of the panels, 1 to 9. */
export const PANELS = [
  "classified",
  "in-contact",
  "awaiting",
  "pending",
  "settled",
  "broken",
  "spc",
  "spc-critiques",
  "spc-removed",
] as const;
export type Panel = (typeof PANELS)[number];

export const PANEL_ORDERS = ["default", "amount", "name"] as const;

export type Totals = PanelTotals;
export type Page = Totals & {
  readonly panel: Panel;
  readonly rows: readonly object[];
  readonly next: string | null;
};

/** Why a list cannot be shown as asked. */
export type ListRefusal =
  | { readonly code: "cursor_invalid"; readonly got: string; readonly expected: string }
  | {
      readonly code: "limit_out_of_bounds";
      readonly got: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly code: "order_unknown"; readonly got: string; readonly known: readonly string[] };

export const IMPORT_TYPES = [
  "category",
  "ledgerUnit",
  "paymentProfile",
  "operator",
  "ladder",
  "customer",
  "contract",
  "connection",
  "notice",
  "invoice",
  "payment",
] as const;

export type ImportOptions = {
  readonly type?: (typeof IMPORT_TYPES)[number] | undefined;
  readonly format: "ndjson" | "csv" | "auto";
  readonly today: CivilDate;
};

type RejectedLine = { readonly line: number; readonly field: string; readonly reason: string };

export type ImportReport = {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedLine[];
  readonly rejectedCount: number;
  /** Why nothing of the file could be read. */
  readonly unreadable?: RejectedLine;
};

/** The ten tabs of an account, by their numbers. */
export type TabNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
export type TabQuery = Pick<PanelQuery, "today" | "limit" | "after">;

export type ChartLook = {
  readonly theme: "light" | "dark";
  readonly language: "pt-BR" | "en";
  readonly width: "wide" | "narrow";
};

/** A chart in the shapes it is handed out in; each is made when it is asked for. */
export type DrawnChart = {
  readonly title: string;
  /** One sentence with the main numbers. */
  readonly alt: string;
  svg(): Promise<string>;
  png(): Promise<Uint8Array>;
  csv(): string;
};

export type PrintedPdf = { readonly bytes: Uint8Array; readonly pages: number };

/** All that commands do with the database, opened for them when the first one is needed. */
export type Services = {
  readonly ports: Ports;
  readPanel(panel: Panel, query: PanelQuery): Promise<Result<Page, ListRefusal>>;
  readPanelCounts(today: CivilDate): Promise<Record<Panel, Totals>>;
  /** The head of the account; undefined when there is no such customer. */
  readAccount(customer: CustomerId, today: CivilDate): Promise<object | undefined>;
  readAccountTab(
    customer: CustomerId,
    tab: TabNumber,
    query: TabQuery,
  ): Promise<Result<object, ListRefusal>>;
  /** With everything that has happened up to now. */
  readChart(chart: ChartName, query: ChartQuery): Promise<ChartData>;
  readInvoiceDocuments(
    asked: DocumentAsked,
    today: CivilDate,
  ): Promise<Result<InvoiceDocument, Refusal>>;
  importFile(source: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<ImportReport>;
  /** Undefined where there is nothing to say on the day. */
  readonly digests: {
    ofOperator(operator: OperatorId, day: CivilDate): Promise<OperatorDigest | undefined>;
    ofManagers(day: CivilDate): Promise<ManagerDigest | undefined>;
  };
  readUnsent(request: PageRequest): Promise<Result<RowsPage<UnsentEntry>, PageRefusal>>;
  readReturn(
    source: ReturnSource,
    options: ReturnOptions,
  ): Promise<Result<ReturnReport, ReturnFailure>>;
  /** The newest first. */
  returnFiles(request: PageRequest): Promise<Result<RowsPage<ReturnFileRow>, ListRefusal>>;
  returnFile(file: number): Promise<ReturnFileRow | undefined>;
  returnTitles(
    file: number,
    request: PageRequest,
  ): Promise<Result<RowsPage<ReturnTitleRow>, ListRefusal>>;
  /** Money that waits for an operator. */
  leftOver(request: PageRequest): Promise<Result<RowsPage<ReturnTitleRow>, ListRefusal>>;
  operators(): Promise<readonly OperatorRecord[]>;
  apiTokens(): Promise<readonly ApiTokenEntry[]>;
  /** Signed as the server signs them. */
  links(): Promise<Links>;
  templates(): Promise<readonly TemplateRecord[]>;
  countCustomers(): Promise<number>;
  /** The day on which a command was carried out under a key. */
  doneOn(key: string): Promise<CivilDate | undefined>;
  close(): Promise<void>;
};

/** One command being carried out: for whom, on which day, and what it may use. */
export type Call = {
  readonly shell: Shell;
  readonly config: Config;
  readonly today: CivilDate;
  readonly actor: OperatorId;
  readonly key: string | undefined;
  readonly json: boolean;
  readonly texts: Texts;
  /** Opens the database the first time. */
  open(): Promise<Services>;
};

export type DatabaseReport = {
  readonly kind: "server" | "embedded";
  readonly version: string;
  readonly pending: readonly string[];
};

/** The world around the commands. What is left out is not there yet, and its commands say so. */
export type Shell = {
  stdout(text: string): void;
  stderr(text: string): void;
  stdin(): AsyncIterable<Uint8Array>;
  /** Milliseconds since 1970. */
  now(): number;
  config(): Result<Config, readonly ConfigProblem[]>;
  open(config: Config): Promise<Services>;
  migrate(config: Config): Promise<{ readonly database: string; readonly migrated: number }>;
  inspect(config: Config): Promise<DatabaseReport>;
  /** An error in one line, without values out of rows. */
  explain(error: unknown): string;
  drawChart(data: ChartData, look: ChartLook): Promise<DrawnChart>;
  printDocument(
    config: Config,
    document: InvoiceDocument,
  ): Promise<Result<PrintedPdf, PrintRefusal>>;
  /** Until the process is told to stop. */
  serve(call: Call): Promise<void>;
  demo(call: Call): Promise<void>;
  /** The Telegram bot's user name; undefined when Telegram does not say. */
  readonly botName?: (config: Config) => Promise<string | undefined>;
};
