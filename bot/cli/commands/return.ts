import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { returnAnswer } from "#core/return-answer.ts";
import type { ReturnReport, ReturnSource } from "#core/return-report.ts";
import { mustHold } from "../call.ts";
import { define, toggle } from "../command.ts";
import { Failure } from "../failure.ts";
import { fileProblem } from "../file-problem.ts";
import { text } from "../readers.ts";
import { table } from "../render.ts";
import type { Call } from "../services.ts";

export const returnFile = define({
  name: "return",
  help: "Reads a bank's return file (CNAB 400 or 240) and puts what was paid on its invoices. A damaged line is refused, the others count (then exit code 2); a file that is none of a bank's collection changes nothing. The same file, or the same title in another, counts once.",
  example: "CB2411.RET --dry-run",
  args: [{ name: "<file>", help: "the file, or - for standard input", read: text(4_000) }],
  flags: {
    dryRun: toggle("--dry-run", "show what would come and change nothing"),
    details: toggle("--details", "tell of each title of the file"),
  },
  async work(call, { dryRun, details }, [file]) {
    await mustHold(call, "return.read");
    const { readReturn } = await call.open();
    const { actor, today, texts } = call;
    const name = file === "-" ? undefined : basename(file);
    const source = await sourceOf(file, call);
    const read = await fileProblem(file, "a bank's return file", () =>
      readReturn(source, { actor, today, name, dryRun, details }),
    );
    if (read.ok) return answer(read.value, { call, dryRun });
    if (read.refusal.because === "command") throw new Failure(texts.refusal(read.refusal.refusal));
    throw new Failure(`nothing was read: ${texts.returnProblem(read.refusal.refusal)}.`);
  },
});

/** Standard input can be read once only: what it brought is kept. */
async function sourceOf(file: string, { shell }: Call): Promise<ReturnSource> {
  if (file !== "-") return () => createReadStream(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of shell.stdin()) chunks.push(chunk);
  return async function* () {
    yield* chunks;
  };
}

const SHOWN = 200;

function answer(
  report: ReturnReport,
  { call, dryRun }: { readonly call: Call; readonly dryRun: boolean },
) {
  const json = returnAnswer(report);
  const { details } = json;
  const [firstRefused] = report.refused;
  return {
    json,
    text: [
      ...heading(report, dryRun),
      ...(details === undefined ? [] : table(details.slice(0, SHOWN))),
      ...((details?.length ?? 0) > SHOWN ? ["\u2026 --json has them all."] : []),
      ...report.refused.map((refusal) => `refused: ${call.texts.returnProblem(refusal)}`),
    ],
    partly:
      firstRefused === undefined
        ? undefined
        : `${report.refusedCount} lines were refused, the first: ${call.texts.returnProblem(firstRefused)}.`,
  };
}

function heading(report: ReturnReport, dryRun: boolean): string[] {
  const { bank, layout, fileDate, titles, settled, reversed, ignored, unmatched } = report;
  const of = fileDate === null ? "" : ` of ${fileDate}`;
  const seen = report.seenBefore ? " It was read before, nothing changed." : "";
  const rehearsed = dryRun ? " This was a rehearsal, nothing changed." : "";
  return [
    `${layout}${of}, bank ${bank}: ${titles} titles, ${settled} on invoices, ${reversed} reversed, ${ignored} without effect, ${unmatched} left over.${seen}${rehearsed}`,
    ...(report.spcCritiques > 0 ? [`SPC records to be removed: ${report.spcCritiques}.`] : []),
    ...(unmatched > 0 && !dryRun ? ["See what is left over: return unmatched"] : []),
    ...(report.hasTrailer ? [] : ["The file has no trailer: it may have been cut."]),
  ];
}
