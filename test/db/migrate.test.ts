import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "#db/client.ts";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { openAndMigrate, openDatabase } from "#db/open.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase("empty");
  folder = mkdtempSync(join(tmpdir(), "acordo-migrations-"));
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const CREATE = "CREATE TABLE one (id int);\n--> statement-breakpoint\nCREATE TABLE two (id int);";
const FILL = "INSERT INTO one VALUES (1);";

function writeMigrations(files: Record<string, { when: number; text: string }>): void {
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries = Object.entries(files).map(([tag, { when }]) => ({ tag, when }));
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ entries }));
  for (const [tag, { text }] of Object.entries(files)) {
    writeFileSync(join(folder, `${tag}.sql`), text);
  }
}

const rowsOfOne = async () => (await database.sql`SELECT id FROM one`).length;

describe("migrating", () => {
  it("runs what is missing, in order, and nothing the second time", async () => {
    writeMigrations({ create: { when: 1, text: CREATE }, fill: { when: 2, text: FILL } });

    expect(await pendingMigrations(database.db, folder)).toEqual(["create", "fill"]);
    expect(await migrate(database.db, folder)).toEqual({ ran: 2 });
    expect(await pendingMigrations(database.db, folder)).toEqual([]);
    expect(await migrate(database.db, folder)).toEqual({ ran: 0 });
    expect(await rowsOfOne()).toBe(1);
  });

  it("lets several come at once on an empty database: each succeeds, each migration runs once", async () => {
    writeMigrations({ create: { when: 1, text: CREATE }, fill: { when: 2, text: FILL } });
    const connections = await Promise.all(Array.from({ length: 4 }, () => connect(database.url)));

    const runs = await Promise.all(connections.map(({ db }) => migrate(db, folder)));
    await Promise.all(connections.map((connection) => connection.close()));

    expect(runs.map(({ ran }) => ran).sort()).toEqual([0, 0, 0, 2]);
    expect(await rowsOfOne()).toBe(1);
  });

  it("keeps nothing of a run that fails", async () => {
    writeMigrations({
      create: { when: 1, text: CREATE },
      bad: { when: 2, text: "SELECT nowhere" },
    });

    await expect(migrate(database.db, folder)).rejects.toThrow();

    expect(await pendingMigrations(database.db, folder)).toEqual(["create", "bad"]);
    await expect(rowsOfOne()).rejects.toThrow("does not exist");
  });

  it("runs a migration that was merged with a date before the newest one", async () => {
    writeMigrations({ create: { when: 5, text: CREATE } });
    await migrate(database.db, folder);
    writeMigrations({ merged: { when: 3, text: FILL }, create: { when: 5, text: CREATE } });

    expect(await migrate(database.db, folder)).toEqual({ ran: 1 });
    expect(await rowsOfOne()).toBe(1);
  });

  it("refuses a migration that was changed after it ran, and a database of a newer version", async () => {
    writeMigrations({ create: { when: 1, text: CREATE } });
    await migrate(database.db, folder);

    writeMigrations({ create: { when: 1, text: `${CREATE} -- edited` } });
    await expect(migrate(database.db, folder)).rejects.toThrow("create was changed after it ran");
    writeMigrations({ other: { when: 2, text: FILL } });
    await expect(pendingMigrations(database.db, folder)).rejects.toThrow(
      "newer or another version",
    );
  });
});

describe("opening a server's database", () => {
  const config = () => ({ databaseUrl: database.url, dataFolder: folder });

  it("is refused until its administrator has migrated it", async () => {
    await expect(openDatabase(config())).rejects.toThrow("npm run -s acordo -- migrate");

    const migrated = await openAndMigrate(config());
    await migrated.close();
    const opened = await openDatabase(config());
    await opened.close();

    expect(migrated.migrated).toBeGreaterThan(0);
    expect(opened).toMatchObject({ kind: "server", migrated: 0 });
  });
});
