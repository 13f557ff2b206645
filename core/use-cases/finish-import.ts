import type { CivilDate } from "../calendar.ts";
import type { OperatorId } from "../ids.ts";
import type { Ports } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result } from "../result.ts";
import { command } from "./command.ts";
import { followUpChanges } from "./follow-up-changes.ts";
import { record } from "./record.ts";

/** How many lines an import read, and what became of them. */
export type ImportCounts = {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly rejectedCount: number;
};

type Finishing = {
  readonly actor: OperatorId;
  readonly today: CivilDate;
  readonly report: ImportCounts;
  readonly key?: string | undefined;
};

/** After a file was taken in, from wherever it came: what its changes lead to, and the event that it was. */
export async function finishImport(
  ports: Ports,
  { report, ...by }: Finishing,
): Promise<Result<null, Refusal>> {
  await followUpChanges(ports, by);
  if (report.created + report.updated === 0) return accept(null);
  return noteImport(ports, { ...by, input: report });
}

const noteImport = command<ImportCounts, null>("import", "import.run", async (unit, { input }) => {
  const { read, created, updated, rejectedCount: rejected } = input;
  await record(unit, [{ kind: "file_imported", data: { read, created, updated, rejected } }]);
  return accept(null);
});
