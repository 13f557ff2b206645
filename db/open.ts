import { type Connection, type ConnectOptions, connect } from "./client.ts";
import { openEmbedded } from "./embedded.ts";
import { UnusableDatabase } from "./errors.ts";
import { migrate, pendingMigrations } from "./migrate.ts";

export type DatabaseConfig = ConnectOptions & {
  /** A PostgreSQL server; without it the embedded one in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
};

export type Database = Connection & {
  readonly kind: "server" | "embedded";
  readonly url: string;
  /** How many migrations ran at opening. */
  readonly migrated: number;
};

/** For every command but `migrate`: the embedded database is brought up to date, a server's is left to its administrator. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const database = await connectTo(config);
  return await closingOnFailure(database, async () => {
    if (database.kind === "embedded") return await upToDate(database);
    const pending = await pendingMigrations(database.db);
    if (pending.length === 0) return database;
    throw new UnusableDatabase(
      `The database is ${pending.length} migration(s) behind (${pending.join(", ")}). Run: npm run -s acordo -- migrate`,
    );
  });
}

/** For `migrate`. */
export async function openAndMigrate(config: DatabaseConfig): Promise<Database> {
  const database = await connectTo(config);
  return await closingOnFailure(database, () => upToDate(database));
}

async function connectTo(config: DatabaseConfig): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    const connection = await connect(config.databaseUrl, config);
    return { ...connection, kind: "server", url: config.databaseUrl, migrated: 0 };
  }
  const embedded = await openEmbedded({ dataDir: config.dataFolder });
  return await closingOnFailure(embedded, async () => {
    const connection = await connect(embedded.url, config);
    const close = async (): Promise<void> => {
      await connection.close();
      await embedded.close();
    };
    return { ...connection, kind: "embedded", url: embedded.url, migrated: 0, close };
  });
}

async function upToDate(database: Database): Promise<Database> {
  const { ran } = await migrate(database.db);
  return { ...database, migrated: ran };
}

async function closingOnFailure<Value>(
  opened: { close(): Promise<void> },
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    await opened.close();
    throw error;
  }
}
