import { type Connection, connect } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { temporaryDataFolder } from "../support/data-folder.ts";

export type BenchServer = {
  /** Runs the work on a new database with every migration, which is gone afterwards. */
  onDatabase<Value>(work: (connection: Connection) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
};

/** The server that TEST_DATABASE_URL names, else a throw-away embedded one. */
export async function openBenchServer(): Promise<BenchServer> {
  const server = await openServer(process.env.TEST_DATABASE_URL);
  return {
    onDatabase: (work) => onDatabase(server.url, work),
    close: () => server.close(),
  };
}

async function onDatabase<Value>(
  serverUrl: string,
  work: (connection: Connection) => Promise<Value>,
): Promise<Value> {
  const name = `acordo_bench_${process.pid}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const admin = await connect(serverUrl, { maxConnections: 1 });
  try {
    await admin.sql`create database ${admin.sql(name)}`;
    const connection = await connect(url.toString());
    try {
      await migrate(connection.db);
      return await work(connection);
    } finally {
      await connection.close();
      await admin.sql`drop database ${admin.sql(name)} with (force)`;
    }
  } finally {
    await admin.close();
  }
}

async function openServer(
  given: string | undefined,
): Promise<{ url: string; close(): Promise<void> }> {
  if (given) return { url: given, close: async () => {} };
  const folder = temporaryDataFolder();
  const embedded = await openEmbedded({ dataDir: folder.path, durable: false });
  const close = async (): Promise<void> => {
    await embedded.close();
    folder.remove();
  };
  return { url: embedded.url, close };
}
