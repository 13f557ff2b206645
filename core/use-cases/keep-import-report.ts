import type { CivilDate } from "../calendar.ts";
import type { OperatorId } from "../ids.ts";
import type { Ports } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result } from "../result.ts";

export type Keeping<Report> = {
  readonly actor: OperatorId;
  readonly today: CivilDate;
  readonly key: string;
  /** SHA-256 of the file, so that the key cannot be used for another one. */
  readonly digest: string;
  readonly report: Report;
};

/** What an import answered, for whoever asks again under the same key: of two that come at once, both get the first's. */
export const keepImportReport = <Report>(
  ports: Ports,
  { actor, today, key, digest, report }: Keeping<Report>,
): Promise<Result<Report, Refusal>> =>
  ports.transact({ command: "import report", actor, today, key, fingerprint: digest }, async () =>
    accept(report),
  );
