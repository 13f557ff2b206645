import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { events } from "#test/support/look.ts";
import { commandLine } from "./support.ts";

let database: TestDatabase;
let acordo: ReturnType<typeof commandLine>;

beforeAll(async () => {
  database = await createTestDatabase();
  acordo = commandLine({ env: { DATABASE_URL: database.url } });
  await database.sql`
    insert into outbox (channel, effect, failed_at, attempts, last_error)
    select 'operators', jsonb_build_object('kind', 'send_manager_digest', 'day', '2026-11-2' || n), now(), 1, 'is_archived'
    from generate_series(1, 2) n`;
});
afterAll(() => database.close());

test("what did not leave is listed by pages, sent again, and dropped with a reason", async () => {
  const first = (await acordo("outbox list --limit 1 --json")).json;
  expect(first.rows).toMatchObject([
    { what: "send_manager_digest", status: "failed", attempts: 1, error: "is_archived" },
  ]);
  const second = (await acordo(`outbox list --limit 1 --after ${first.next} --json`)).json;
  expect(second.next).toBeNull();
  const [newer, older] = [first.rows[0].id, second.rows[0].id];

  expect((await acordo(`outbox retry --id ${newer} --json`)).json).toEqual({
    id: newer,
    what: "send_manager_digest",
    status: "waiting",
  });
  const dropped = await acordo(["outbox", "drop", "--id", `${older}`, "--reason", "dia passado"]);
  expect(dropped).toMatchObject({ code: 0, stdout: expect.stringContaining("is dropped") });
  const [row] = await database.sql`select id, failed_at from outbox`;
  expect(row).toEqual({ id: newer, failed_at: null });
  expect(await events(database.sql, "outbox_dropped")).toMatchObject([
    { actor: "system", data: { id: older, reason: "dia passado" } },
  ]);
  const gone = await acordo(["outbox", "drop", "--id", `${older}`, "--reason", "outra vez"]);
  expect(gone.code).toBe(1);
  expect(gone.stderr).toContain("does not wait any more");
});
