import { sql } from "drizzle-orm";
import { bigint, date, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/client.ts";
import { errorCode, redact, violatedConstraint } from "#db/errors.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const TAX_ID = "529.982.247-25";
const debtor = pgTable("debtor", {
  taxId: text().primaryKey(),
  owedCents: bigint({ mode: "number" }),
  dueDate: date(),
  seenAt: timestamp({ withTimezone: true }),
  days: integer(),
  facts: jsonb(),
});
const row = {
  taxId: TAX_ID,
  owedCents: 9_007_199_254_740_991,
  dueDate: "2026-11-01",
  seenAt: new Date("2026-11-24T10:00:00.123Z"),
  days: 23,
  facts: { cities: ["São José"] },
};

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase("empty");
  await database.sql`CREATE TABLE debtor (tax_id text PRIMARY KEY, owed_cents bigint, due_date date,
    seen_at timestamptz, days int CHECK (days < 1000), facts jsonb)`;
  await database.db.insert(debtor).values(row);
});

afterAll(() => database.close());

async function failureOf(work: PromiseLike<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

describe("values from the database", () => {
  it("come as in the schema: cents as numbers, days as text, moments as Date", async () => {
    expect(await database.db.select().from(debtor)).toEqual([row]);
  });

  it("are the same in SQL that is written out, both ways", async () => {
    const [read] = await database.sql`
      SELECT tax_id AS "taxId", owed_cents AS "owedCents", due_date AS "dueDate", seen_at AS "seenAt", days, facts
      FROM debtor WHERE seen_at = ${row.seenAt} AND facts = ${database.sql.json(row.facts)}`;

    expect(read).toEqual(row);
  });

  it("never lose a cent in silence", async () => {
    await expect(database.sql`SELECT 9007199254740993::bigint`).rejects.toThrow("safe integer");
  });
});

describe("an error of the database", () => {
  it.each([
    ["a duplicate", { ...row }, "23505", "debtor_pkey"],
    ["a broken check", { ...row, taxId: `${TAX_ID} `, days: 1000 }, "23514", "debtor_days_check"],
    ["a value of another type", { ...row, facts: sql`${TAX_ID}::jsonb` }, "22P02", undefined],
  ])("is logged without what was given: %s", async (_, values, code, constraint) => {
    const error = await failureOf(database.db.insert(debtor).values(values));
    const safe = redact(new Error("import failed", { cause: error })) as Error;
    const logged = JSON.stringify([safe.message, safe.stack, safe.cause, String(safe.cause)]);

    expect(`${(error as Error).message}`).toContain(TAX_ID);
    expect(logged).not.toContain(TAX_ID);
    expect((safe.cause as Error).stack).not.toContain(TAX_ID);
    expect(logged).toContain('insert into \\"debtor\\"');
    expect(errorCode(error)).toBe(code);
    expect(violatedConstraint(error)).toBe(constraint);
    expect(safe.cause).toMatchObject({ code, constraint });
  });

  it("keeps the place where it happened", async () => {
    const error = await failureOf(database.db.execute(sql`SELECT nowhere`));

    expect((redact(error) as Error).message).toContain('column "nowhere" does not exist');
    expect((redact(error) as Error).stack).toMatch(/\n\s+at /);
  });

  it("is left alone when it came from elsewhere", () => {
    const error = new Error("bug", { cause: new Error("other") });

    expect(redact(error)).toBe(error);
  });
});

describe("connecting", () => {
  it("says in one line what is wrong, without the password", async () => {
    const wrong = new URL(database.url);
    wrong.pathname = "/nowhere";

    const error = (await failureOf(connect(wrong.toString()))) as Error;

    expect(error.message).toMatch(
      /^Cannot use the database nowhere at .+: there is no such database\./,
    );
    expect(error.message).not.toContain(wrong.password || "\n");
  });
});
