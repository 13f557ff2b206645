import type { SlackDeps } from "../../deps.ts";
import { readRows, type TabOf } from "../tab.ts";
import type { Place } from "../workspace.ts";

type Reading<Row> = TabOf<readonly Row[]>["read"];

/** New rows move those of a page on; so many still hold the one that was pressed. */
export const ROWS_AROUND = 60;

export const READ_AROUND = {
  6: readRows(6, ROWS_AROUND),
  7: readRows(7, ROWS_AROUND),
  8: readRows(8, ROWS_AROUND),
  10: readRows(10, ROWS_AROUND),
} as const;

/** The row that was pressed on the page where the account stands. Undefined when it is not there any more. */
export async function rowOnPage<Row>(
  { reads, today }: SlackDeps,
  { workspace }: Place,
  { read, isIt }: { readonly read: Reading<Row>; readonly isIt: (row: Row) => boolean },
): Promise<Row | undefined> {
  const page = await read(reads, workspace, today());
  return page.ok ? page.value.data.find(isIt) : undefined;
}
