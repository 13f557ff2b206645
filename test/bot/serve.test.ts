import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "#bot/config.ts";
import { type Serving, serve } from "#bot/main.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

describe("serve", () => {
  let database: TestDatabase;
  let serving: Serving;
  beforeAll(async () => {
    database = await createTestDatabase();
    const config = parseConfig({ HTTP_PORT: "0", LOG_LEVEL: "silent" });
    if (!config.ok) throw new Error(JSON.stringify(config.refusal));
    serving = await serve(config.value, { ...database, kind: "server", migrated: 0 });
  });
  afterAll(() => serving.stop());

  it("says that it lives, and with which version", async () => {
    const answer = await fetch(`${serving.address}/healthz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });

  it("is ready while the database answers, and says so when it no longer does", async () => {
    expect((await fetch(`${serving.address}/readyz`)).status).toBe(200);
    await database.close();
    const answer = await fetch(`${serving.address}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: "database unavailable" });
  });
});
