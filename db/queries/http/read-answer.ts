import type { Sql } from "#db/client.ts";

export type EarlierAnswer = {
  /** What was asked under the key. */
  readonly fingerprint: string;
  readonly answer: unknown;
};

/** What was answered to an earlier request with the key. */
export async function readAnswer(sql: Sql, key: string): Promise<EarlierAnswer | undefined> {
  const [found] = await sql<EarlierAnswer[]>`
    select fingerprint, answer from delivery where key = ${key}`;
  return found && { ...found };
}
