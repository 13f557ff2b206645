import type { CivilDate } from "#core/calendar.ts";
import { type ManagerDigest, managerDigest } from "#core/digest/manager-digest.ts";
import { type OperatorDigest, operatorDigest } from "#core/digest/operator-digest.ts";
import { type DigestCalendar, digestCalendar, digestPeriod } from "#core/digest/period.ts";
import type { OperatorId } from "#core/ids.ts";
import { settingsFrom } from "#core/settings.ts";
import type { Sql } from "#db/client.ts";
import { readManagerFigures } from "./read-manager-figures.ts";
import { readOperatorFigures } from "./read-operator-figures.ts";

/** Undefined when there is nothing to tell the operator that day, or nobody to tell it. */
export async function readOperatorDigest(
  sql: Sql,
  { operator, day }: { readonly operator: OperatorId; readonly day: CivilDate },
): Promise<OperatorDigest | undefined> {
  const period = digestPeriod(day, await readCalendar(sql));
  const figures = await readOperatorFigures(sql, { operator, day, period });
  return figures && operatorDigest(figures, { day, period });
}

/** Undefined when nothing happened and nothing must go. */
export async function readManagerDigest(
  sql: Sql,
  day: CivilDate,
): Promise<ManagerDigest | undefined> {
  const calendar = await readCalendar(sql);
  const period = digestPeriod(day, calendar);
  const figures = await readManagerFigures(sql, { day, period, holidays: calendar.holidays });
  return managerDigest(figures, { day, period });
}

async function readCalendar(sql: Sql): Promise<DigestCalendar> {
  const rows = await sql<{ key: string; value: unknown }[]>`select key, value from setting`;
  return digestCalendar(settingsFrom(new Map(rows.map(({ key, value }) => [key, value]))));
}
