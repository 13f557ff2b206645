import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { quoted } from "#bot/texts/masking.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { SYSTEM_OPERATOR } from "#core/ids.ts";
import type { Links } from "#core/links.ts";
import { accept, refuse } from "#core/result.ts";
import { addApiToken } from "#core/use-cases/add-api-token.ts";
import { importFile } from "#db/import/import-file.ts";
import { isRecordType, RECORD_TYPES } from "#db/import/records.ts";
import { readChart } from "#db/queries/charts/read-chart.ts";
import { readInvoiceDocuments } from "#db/queries/documents/read-invoice-documents.ts";
import { readAnswer } from "#db/queries/http/read-answer.ts";
import { readInvoicesOfCharge } from "#db/queries/http/read-charge.ts";
import { readChartMembers } from "#db/queries/http/read-chart-members.ts";
import { readOutboxCounts } from "#db/queries/http/read-outbox-counts.ts";
import { readPermissions } from "#db/queries/http/read-permissions.ts";
import { findApiCaller } from "#db/repositories/api-access.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { takeReturnFile } from "#db/returns/take-return-file.ts";
import { type AppPorts, createApp, type PagePorts } from "#reports/app.ts";
import { createLinks } from "#reports/links.ts";
import type { TestDatabase } from "#test/support/database.ts";
import { operatorId, TODAY } from "#test/support/provider.ts";

export const SECRET = Buffer.alloc(32, 7);
export const PUBLIC_URL = "http://acordo.example";

/** The HTTP face on a port of its own, on the provider's day and at a time that tests move. */
export type Served = {
  readonly address: string;
  readonly app: FastifyInstance;
  readonly uploadFolder: string;
  readonly clock: { now: number };
  readonly links: Links;
  /** A link of `links` as an address of this server. */
  readonly here: (link: string) => string;
  close(): Promise<void>;
};

export async function served(
  { db, sql }: TestDatabase,
  changes: Partial<AppPorts> & {
    readonly importBytes?: number;
    readonly returnBytes?: number;
  } = {},
): Promise<Served> {
  const clock = { now: Date.parse("2026-07-01T12:00:00Z") };
  const uploadFolder = await mkdtemp(join(tmpdir(), "acordo-test-http-"));
  const findCaller = (hash: string) => findApiCaller(sql, hash, TODAY);
  const { importBytes, returnBytes, ...rest } = changes;
  const ports = createPorts(db);
  const { refusal, returnProblem } = createTexts("en");
  const app = createApp({
    health: { version: "1.2.3", database: async () => true },
    publicUrl: PUBLIC_URL,
    pages: pagesOf(sql, clock),
    metrics: { findCaller, outbox: () => readOutboxCounts(sql) },
    api: {
      version: "1.2.3",
      ports,
      findCaller,
      today: () => TODAY,
      invoicesOfCharge: (number) => readInvoicesOfCharge(sql, number),
      importTypes: RECORD_TYPES,
      importFile: (source, { type, ...options }) =>
        importFile(sql, source, { ...options, type: isRecordType(type) ? type : undefined }),
      takeReturn: (source, options) => takeReturnFile(ports, source, options),
      answerTo: (key) => readAnswer(sql, key),
      uploadFolder,
      texts: { refusal, returnProblem, quoted },
      ...(importBytes === undefined ? {} : { importBytes }),
      ...(returnBytes === undefined ? {} : { returnBytes }),
    },
    ...rest,
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    address,
    app,
    uploadFolder,
    clock,
    links: createLinks({ secret: SECRET, publicUrl: () => PUBLIC_URL, now: () => clock.now }),
    here: (link) => link.replace(PUBLIC_URL, address),
    async close() {
      await app.close();
      await rm(uploadFolder, { recursive: true, force: true });
    },
  };
}

function pagesOf(sql: TestDatabase["sql"], clock: { now: number }): PagePorts {
  return {
    access: {
      secret: SECRET,
      publicUrl: PUBLIC_URL,
      now: () => clock.now,
      permissionsOf: (operator) => readPermissions(sql, operator),
    },
    dashboard: {
      today: () => TODAY,
      readChart: (chart, query) => readChart(sql, chart, query),
      choices: () => readChartMembers(sql),
    },
    documents: {
      explain: createTexts("pt-BR").refusal,
      // What a document looks like is proved where it is printed; here only who gets it.
      async print(asked) {
        const document = await readInvoiceDocuments(sql, asked, TODAY);
        if (document.ok) return accept(Buffer.from(`%PDF-1.7 ${JSON.stringify(asked)}`));
        if (document.refusal.code === "no_invoices") throw new Error("nothing was asked for");
        return refuse(document.refusal);
      },
    },
  };
}

/** A token of the scopes that acts as the operator, as the command line makes one. */
export async function tokenFor(
  { db }: TestDatabase,
  { scopes, operator = "gil", name = "erp" }: TokenFacts,
): Promise<string> {
  const token = `acordo_${randomBytes(32).toString("base64url")}`;
  const added = await addApiToken(createPorts(db), {
    actor: SYSTEM_OPERATOR,
    today: TODAY,
    input: {
      name,
      scopes,
      operator: operatorId(operator),
      tokenSha256: createHash("sha256").update(token).digest("hex"),
    },
  });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  return token;
}

type TokenFacts = {
  readonly scopes: readonly string[];
  readonly operator?: string;
  readonly name?: string;
};

/** The cookie that the operator's browser keeps after the signed link. */
export async function sessionOf(http: Served, operator: string): Promise<string> {
  const answer = await fetch(http.here(http.links.dashboard(operatorId(operator))));
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error(`no session: ${answer.status}`);
  return cookie;
}
