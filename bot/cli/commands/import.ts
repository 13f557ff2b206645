import { createReadStream } from "node:fs";
import { extname } from "node:path";
import { finishImport } from "#core/use-cases/finish-import.ts";
import { doneOrFail, mustHold } from "../call.ts";
import { define, optional } from "../command.ts";
import { Failure } from "../failure.ts";
import { fileProblem } from "../file-problem.ts";
import { choice, text } from "../readers.ts";
import { table } from "../render.ts";
import type { Call } from "../services.ts";
import { IMPORT_TYPES, type ImportReport } from "../services.ts";

export const importCommand = define({
  name: "import",
  help: "Takes in data of the billing system: NDJSON (one object a line, each with a type) or CSV with a header (give its --type). Good lines land whatever the bad ones are (then exit code 2); running it again changes nothing. Amounts are in reais with a point (129.90), dates YYYY-MM-DD.",
  example: "invoices.csv --type invoice",
  args: [{ name: "<file>", help: "the file, or - for standard input", read: text(4_000) }],
  flags: {
    type: optional(
      "--type <type>",
      `type of every line, needed for CSV: ${IMPORT_TYPES.join(", ")}`,
      choice(IMPORT_TYPES),
    ),
  },
  async work(call, { type }, [file]) {
    await mustHold(call, "import.run");
    const { importFile, ports } = await call.open();
    const { actor, today, key } = call;
    const report = await fileProblem(file, "a file of NDJSON or CSV", () =>
      importFile(sourceOf(file, call), { type, format: formatOf(file), today }),
    );
    const { unreadable } = report;
    if (unreadable !== undefined) {
      throw new Failure(`nothing was read, for line ${unreadable.line}: ${unreadable.reason}.`);
    }
    doneOrFail(call, await finishImport(ports, { actor, today, key, report }));
    return answer(report);
  },
});

const SHOWN = 20;

function answer(report: ImportReport) {
  const { read, created, updated, unchanged, rejected, rejectedCount } = report;
  const counts = `${read} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejectedCount} rejected.`;
  const [first] = rejected;
  return {
    json: { read, created, updated, unchanged, rejected },
    text: [
      counts,
      ...(first === undefined ? [] : table(rejected.slice(0, SHOWN))),
      ...(rejectedCount > SHOWN ? [`… and ${rejectedCount - SHOWN} more; --json has them.`] : []),
    ],
    partly:
      first === undefined
        ? undefined
        : `${rejectedCount} of ${read} lines were rejected, the first on line ${first.line}: ${first.reason}.`,
  };
}

const sourceOf = (file: string, { shell }: Call): AsyncIterable<Uint8Array> =>
  file === "-" ? shell.stdin() : createReadStream(file);

function formatOf(file: string): "ndjson" | "csv" | "auto" {
  switch (extname(file).toLowerCase()) {
    case ".csv":
      return "csv";
    case ".ndjson":
    case ".jsonl":
      return "ndjson";
    default:
      return "auto";
  }
}
