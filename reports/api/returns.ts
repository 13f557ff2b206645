import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type FileRefusal, type LineRefusal, TITLE_KINDS } from "#core/bank/return/title.ts";
import { type ReturnAnswer, returnAnswer } from "#core/return-answer.ts";
import type { ReturnFailure, ReturnReport } from "#core/return-report.ts";
import { RETURN_BYTES } from "../security/limits.ts";
import { exceptBody, refuseBusy, refuseCompressed, refuseTooLarge } from "./bodies.ts";
import { admit, callerOf } from "./caller.ts";
import type { ApiPorts } from "./ports.ts";
import { type FieldError, problems, refusalStatus, sendProblem } from "./problems.ts";
import { inTurn } from "./turns.ts";
import { TooLarge, withUpload } from "./upload.ts";

/** A bank's file has no type of its own. */
const MEDIA_TYPES = ["text/plain", "application/octet-stream"];
/** Bodies that are taken in at once; each waits on disk for the one that is read. */
const UPLOADS_AT_ONCE = 4;

const toggle = (what: string) => z.enum(["true", "false"]).optional().describe(what);

const query = z.object({
  dryRun: toggle("Tells what would come, and changes nothing."),
  details: toggle("Tells of each title of the file."),
  name: z
    .string()
    .regex(/^[^\p{Cc}/\\]{1,100}$/u, "1 to 100 characters, without a folder")
    .optional()
    .describe("As the file is called, for whoever looks through what came."),
});

const title = z.object({
  line: z.int(),
  ourNumber: z.string(),
  documentNumber: z.string(),
  code: z.string().describe("The bank's own, of what happened."),
  kind: z.enum(TITLE_KINDS),
  titleAmount: z.string(),
  paidAmount: z.string(),
  creditDate: z.string().nullable(),
  invoice: z.string().nullable(),
  outcome: z.string().describe("What became of it, such as settled or unmatched."),
});

const returnAnswered = z.object({
  bank: z.string(),
  layout: z.enum(["CNAB400", "CNAB240"]),
  titles: z.int(),
  settled: z.int().describe("Titles whose money is on invoices."),
  ignored: z.int().describe("Titles without effect, such as confirmed entries."),
  unmatched: z.int().describe("Titles that wait for an operator."),
  spcCritiques: z.int().describe("Records that have to leave the bureau now."),
  details: z.array(title).optional(),
  refused: z
    .array(z.object({ line: z.int(), column: z.int(), reason: z.string() }))
    .optional()
    .describe("Only where lines are damaged and gave no title: the first of them."),
  refusedCount: z.int().optional().describe("All of them."),
});

type Answer = ReturnAnswer & {
  readonly refused?: { line: number; column: number; reason: string }[];
  readonly refusedCount?: number;
};

/** POST /returns */
export const returnRoutes =
  (api: ApiPorts): FastifyPluginAsyncZod =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.setValidatorCompiler(exceptBody);
    app.addContentTypeParser(MEDIA_TYPES, (_request, body, done) => done(null, body));
    const turns = inTurn(UPLOADS_AT_ONCE);
    const maxBytes = api.returnBytes ?? RETURN_BYTES;
    app.post(
      "/returns",
      {
        bodyLimit: maxBytes,
        onRequest: [admit(api.findCaller, "returns"), refuseCompressed],
        schema: {
          operationId: "readReturn",
          summary: "Read a bank's return file",
          description:
            "CNAB 400 or 240. A file counts once, however often it is sent, and gets the same answer. Damaged lines are refused, the others count.",
          tags: ["returns"],
          security: [{ token: ["returns"] }],
          consumes: MEDIA_TYPES,
          querystring: query,
          body: z.string().describe("The file's own bytes."),
          response: responses(),
        },
      },
      async (request, reply) => {
        const { dryRun, details, name } = request.query;
        const options = {
          actor: callerOf(request).operator,
          today: api.today(),
          name,
          dryRun: dryRun === "true",
          details: details === "true",
        };
        // The parsers hand on the stream itself.
        const body = request.body as unknown as AsyncIterable<Uint8Array>;
        const taken = turns.admit(() =>
          withUpload(body, { folder: api.uploadFolder, maxBytes }, ({ read }) =>
            turns.next(() => api.takeReturn(read, options)),
          ),
        );
        if (taken === undefined) {
          return refuseBusy(reply, `${UPLOADS_AT_ONCE} return files are`);
        }
        const report = await taken.catch(tooLarge);
        if (report === undefined) return refuseTooLarge(reply, { bytes: maxBytes, advice: ADVICE });
        return report.ok ? answerOf(report.value, api) : refuseReturn(reply, report.refusal, api);
      },
    );
  };

const ADVICE = "The command line takes larger ones.";

function tooLarge(error: unknown): undefined {
  if (!(error instanceof TooLarge)) throw error;
}

const answerOf = (report: ReturnReport, { texts }: ApiPorts): Answer => ({
  ...returnAnswer(report),
  ...(report.refusedCount === 0
    ? {}
    : {
        refused: report.refused.map((one) => refusedLine(one, texts)),
        refusedCount: report.refusedCount,
      }),
});

const refusedLine = (refusal: LineRefusal, { returnProblem }: ApiPorts["texts"]) => ({
  line: refusal.line,
  column: refusal.column,
  reason: returnProblem(refusal),
});

function refuseReturn(
  reply: FastifyReply,
  { because, refusal }: ReturnFailure,
  { texts }: ApiPorts,
): FastifyReply {
  if (because === "command") {
    return sendProblem(reply, {
      code: refusal.code,
      status: refusalStatus(refusal),
      detail: texts.refusal(refusal),
    });
  }
  return sendProblem(reply, {
    code: refusal.code,
    status: 422,
    detail: `Nothing was read: ${texts.returnProblem(refusal)}.`,
    errors: [placeOf(refusal, texts)],
  });
}

const placeOf = (refusal: FileRefusal, { quoted }: ApiPorts["texts"]): FieldError => ({
  field: "body",
  ...("found" in refusal ? { got: quoted(`${refusal.found}`) } : {}),
  expected: "expected" in refusal ? `${refusal.expected}` : "a bank's return file, CNAB 400 or 240",
  line: refusal.line,
  column: refusal.column,
});

const responses = () => ({
  200: returnAnswered.describe("What became of the titles, now or the first time it was sent."),
  400: problems("The request cannot be read."),
  401: problems("No valid token."),
  403: problems("The token, or its operator, may not do this."),
  413: problems("The body is too large."),
  415: problems("The body is neither text/plain nor application/octet-stream, or compressed."),
  422: problems("It is none of a bank's return files; errors has line and column."),
  429: problems("Too many requests."),
  503: problems("Too many return files at once."),
});
