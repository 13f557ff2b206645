import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { type Connection, connect } from "#db/client.ts";
import { errorCode } from "#db/errors.ts";
import { databaseUrl } from "./global-setup.ts";

export type TestDatabase = Connection & { readonly url: string };

/**
 * A database of its own with every migration, for one test file: open it in `beforeAll`, close it in `afterAll`, which drops it.
 * `empty` has no migrations.
 */
export async function createTestDatabase(
  kind: "migrated" | "empty" = "migrated",
): Promise<TestDatabase> {
  const server = inject("testServer");
  if (server === undefined)
    throw new Error("tests under test/core and test/architecture have no database");
  const name = `acordo_test_${randomBytes(6).toString("hex")}`;
  await onServer(server.url, async ({ sql }) => {
    const template = kind === "empty" ? "template1" : server.template;
    await whenFree(() => sql`CREATE DATABASE ${sql(name)} TEMPLATE ${sql(template)}`);
  });
  const url = databaseUrl(server.url, name);
  const connection = await connect(url);
  const close = async (): Promise<void> => {
    await connection.close();
    await onServer(server.url, ({ sql }) => sql`DROP DATABASE ${sql(name)} WITH (FORCE)`);
  };
  return { ...connection, url, close };
}

async function onServer(url: string, work: (admin: Connection) => PromiseLike<unknown>) {
  const admin = await connect(url, { maxConnections: 1 });
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}

const TEMPLATE_BUSY = "55006";
const ATTEMPTS = 100;

/** A template cannot be copied while another copy of it, or autovacuum, is connected. */
async function whenFree(create: () => PromiseLike<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await create();
      return;
    } catch (error) {
      if (errorCode(error) !== TEMPLATE_BUSY || attempt === ATTEMPTS) throw error;
      await sleep(50);
    }
  }
}
