import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseConfig } from "#bot/config.ts";
import { openWeb } from "#bot/web.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aProvider, operatorId } from "#test/support/provider.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => aProvider(database));

/** The server on any free port, and a link that it made once it listens. */
async function listening(env: Readonly<Record<string, string>>) {
  const config = parseConfig({ HTTP_PORT: "0", LOG_LEVEL: "silent", ...env });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  const web = await openWeb(config.value, {
    database: { ...database, kind: "server", migrated: 0 },
    ports: createPorts(database.db),
    log: pino({ level: "silent" }),
    health: { version: "1.2.3", database: async () => true },
  });
  const app = web.serverWith([]);
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    address,
    link: web.links.dashboard(operatorId("gil")),
    async close() {
      await app.close();
      await web.close();
    },
  };
}

describe("a link of a server that took any free port", () => {
  it("names the port on which it listens, and opens", async () => {
    const { address, link, close } = await listening({});
    expect(new URL(link).origin).toBe(address);
    const answer = await fetch(link);
    await close();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toContain("HttpOnly");
  });

  it("names the address that people see where one is set", async () => {
    const { link, close } = await listening({ ACORDO_PUBLIC_URL: "https://acordo.example" });
    await close();
    expect(new URL(link).origin).toBe("https://acordo.example");
  });
});
