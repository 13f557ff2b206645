import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { finishImport } from "#core/use-cases/finish-import.ts";
import { keepImportReport } from "#core/use-cases/keep-import-report.ts";
import { IMPORT_BYTES } from "../security/limits.ts";
import { exceptBody, refuseBusy, refuseCompressed, refuseTooLarge } from "./bodies.ts";
import { admit, callerOf } from "./caller.ts";
import { idempotencyHeader, keyOf, refuseReused } from "./idempotency.ts";
import type { ApiPorts, ImportReport } from "./ports.ts";
import { problems, refusalStatus, sendProblem } from "./problems.ts";
import { inTurn, type Turns } from "./turns.ts";
import { sweepUploads, TooLarge, type Upload, withUpload } from "./upload.ts";

const FORMATS: Readonly<Record<string, "ndjson" | "csv">> = {
  "application/x-ndjson": "ndjson",
  "application/ndjson": "ndjson",
  "application/jsonl": "ndjson",
  "text/csv": "csv",
};

/** Of a file with more mistakes than these somebody has to look at the file, not at the list. */
const REJECTED_SHOWN = 1_000;
/** Bodies that are taken in at once; each waits on disk for the one import that runs. */
const UPLOADS_AT_ONCE = 4;

const rejectedLine = z.object({ line: z.int(), field: z.string(), reason: z.string() });

const importAnswer = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(rejectedLine).describe(`The first ${REJECTED_SHOWN} by line.`),
  rejectedCount: z.int().describe("All of them: read is the sum of the four counts."),
});

type ImportAnswer = z.infer<typeof importAnswer>;

/** POST /imports */
export const importRoutes =
  (api: ApiPorts): FastifyPluginAsyncZod =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.setValidatorCompiler(exceptBody);
    app.addContentTypeParser(Object.keys(FORMATS), (_request, body, done) => done(null, body));
    app.addHook("onReady", () => sweepUploads(api.uploadFolder, Date.now()));
    const turns = inTurn(UPLOADS_AT_ONCE);
    app.post(
      "/imports",
      {
        bodyLimit: api.importBytes ?? IMPORT_BYTES,
        onRequest: [admit(api.findCaller, "imports"), refuseCompressed],
        schema: {
          operationId: "importFile",
          summary: "Take in billing data",
          description:
            "NDJSON (one object a line, each with a type) or CSV with a header (give its type). Good lines land whatever the bad ones are, and sending the same again changes nothing.",
          tags: ["imports"],
          security: [{ token: ["imports"] }],
          consumes: Object.keys(FORMATS),
          headers: idempotencyHeader,
          querystring: z.object({
            type: z
              .enum(api.importTypes)
              .optional()
              .describe("The type of every line: needed for CSV."),
          }),
          body: z.string().describe("The file, as UTF-8 or windows-1252."),
          response: responses(),
        },
      },
      async (request, reply) => {
        const run = () => take(api, turns, request);
        const taken = turns.admit(run);
        return taken === undefined
          ? refuseBusy(reply, `${UPLOADS_AT_ONCE} imports are`)
          : await answered(reply, taken, api);
      },
    );
  };

type Taken =
  | { readonly done: ImportAnswer }
  | { readonly refuse: (reply: FastifyReply) => FastifyReply };

async function take(api: ApiPorts, turns: Turns, request: FastifyRequest): Promise<Taken> {
  const { maxBytes, folder } = {
    maxBytes: api.importBytes ?? IMPORT_BYTES,
    folder: api.uploadFolder,
  };
  const body = request.body as AsyncIterable<Uint8Array>;
  return withUpload(body, { folder, maxBytes }, async (upload) => {
    const given = request.headers["idempotency-key"];
    const key = typeof given === "string" ? keyOf(callerOf(request), given) : undefined;
    const earlier = key === undefined ? undefined : await api.answerTo(key);
    if (earlier === undefined) return turns.next(() => importOnce(api, { request, upload, key }));
    return earlier.fingerprint === upload.digest
      ? { done: earlier.answer as ImportAnswer }
      : REUSED;
  });
}

type Importing = {
  readonly request: FastifyRequest;
  readonly upload: Upload;
  readonly key: string | undefined;
};

async function importOnce(api: ApiPorts, { request, upload, key }: Importing): Promise<Taken> {
  const { operator: actor } = callerOf(request);
  const today = api.today();
  const { type } = request.query as { readonly type?: string };
  const report = await api.importFile(upload.read(), { type, format: formatOf(request), today });
  if (report.unreadable !== undefined) return unreadable(report.unreadable);
  const finished = await finishImport(api.ports, { actor, today, report });
  const answer = answerOf(report);
  const kept =
    !finished.ok || key === undefined
      ? finished
      : await keepImportReport(api.ports, {
          actor,
          today,
          key,
          digest: upload.digest,
          report: answer,
        });
  if (kept.ok) return { done: kept.value ?? answer };
  const { refusal } = kept;
  if (refusal.code === "key_reused") return REUSED;
  const facts = {
    code: refusal.code,
    status: refusalStatus(refusal),
    detail: api.texts.refusal(refusal),
  };
  return { refuse: (reply) => sendProblem(reply, facts) };
}

const answerOf = ({ read, created, updated, unchanged, ...rest }: ImportReport): ImportAnswer => ({
  read,
  created,
  updated,
  unchanged,
  rejected: rest.rejected.slice(0, REJECTED_SHOWN),
  rejectedCount: rest.rejectedCount,
});

async function answered(
  reply: FastifyReply,
  taken: Promise<Taken>,
  { importBytes = IMPORT_BYTES }: ApiPorts,
): Promise<ImportAnswer | FastifyReply> {
  try {
    const outcome = await taken;
    return "done" in outcome ? outcome.done : outcome.refuse(reply);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return refuseTooLarge(reply, {
      bytes: importBytes,
      advice: "Send it in several parts.",
    });
  }
}

const REUSED: Taken = {
  refuse: (reply) =>
    refuseReused(reply, "The key was used for another file. Give each request a key of its own."),
};

const unreadable = ({ line, field, reason }: NonNullable<ImportReport["unreadable"]>): Taken => ({
  refuse: (reply) =>
    sendProblem(reply, {
      code: "file_unreadable",
      status: 422,
      detail: `Nothing was read, for line ${line}: ${reason}.`,
      errors: [{ field, expected: reason }],
    }),
});

function formatOf({ headers }: FastifyRequest): "ndjson" | "csv" {
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  return FORMATS[type.trim().toLowerCase()] ?? "ndjson";
}

const responses = () => ({
  200: importAnswer.describe("What became of the lines; some may have been rejected."),
  400: problems("The request cannot be read."),
  401: problems("No valid token."),
  403: problems("The token, or its operator, may not do this."),
  413: problems("The body is too large."),
  415: problems("The body is neither NDJSON nor CSV, or it is compressed."),
  422: problems("Nothing of the file can be read, or the key was used for another file."),
  429: problems("Too many requests."),
  503: problems("Too many imports at once."),
});
