import type { CivilDate } from "#core/calendar.ts";
import type { Sql } from "../client.ts";
import { applyStaged } from "./apply.ts";
import { intake } from "./intake.ts";
import { linesOf } from "./lines.ts";
import type { RecordType } from "./records.ts";
import {
  type ImportReport,
  type Refused,
  type RejectionList,
  rejectionList,
  rejectionOf,
} from "./report.ts";
import type { Session } from "./session.ts";
import { stagingArea } from "./staging.ts";

export type ImportOptions = {
  /** Of a CSV file; for NDJSON the only type that is let in. */
  readonly type?: RecordType | undefined;
  /** `auto`: NDJSON when the first line starts with a brace. */
  readonly format: "ndjson" | "csv" | "auto";
  readonly today: CivilDate;
};

/**
 * Takes in a file of any size (SPEC 5.1): lines are checked here, staged by COPY, and applied set by set once all are
 * there, so that order in the file does not matter. Each type is one transaction; a run that was killed is made good by
 * running it again, and a second run of the same file writes nothing.
 */
export async function importFile(
  sql: Sql,
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportReport> {
  const connection = await sql.reserve();
  try {
    return await importOn(connection, source, options);
  } finally {
    connection.release();
  }
}

async function importOn(
  sql: Session,
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportReport> {
  const rejections = rejectionList();
  const area = stagingArea(sql);
  try {
    const { staged, unreadable } = await stage(source, options, { area, rejections });
    if (unreadable !== undefined) return { ...NOTHING, unreadable: rejectionOf(unreadable) };
    const types = await area.finish();
    const read = staged + rejections.count();
    const tally = await applyStaged(sql, types, { today: options.today, rejections });
    return {
      read,
      ...tally,
      rejected: rejections.list(),
      rejectedCount: rejections.count(),
    };
  } finally {
    await area.drop();
  }
}

const NOTHING: ImportReport = {
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: [],
  rejectedCount: 0,
};

type Staging = {
  readonly area: ReturnType<typeof stagingArea>;
  readonly rejections: RejectionList;
};

/** How many lines were staged; the others are among the rejections. */
async function stage(
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
  { area, rejections }: Staging,
): Promise<{ readonly staged: number; readonly unreadable: Refused | undefined }> {
  let staged = 0;
  const unreadable: Refused[] = [];
  const reader = intake(options, {
    accepted(type, line, record) {
      staged += 1;
      area.add(type, line, record);
    },
    refused: rejections.add,
    unreadable: (refused) => unreadable.push(refused),
  });
  for await (const lines of linesOf(source)) {
    if (!lines.every(reader.take)) break;
    await area.flushFull();
  }
  reader.end();
  return { staged, unreadable: unreadable[0] };
}
