import assert from "node:assert/strict";
import { createConnection, type Socket } from "node:net";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { errorCode, UnusableDatabase } from "./errors.ts";

export type Sql = postgres.Sql<{ bigint: number }>;
export type Db = PostgresJsDatabase & { $client: Sql };
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export type Connection = {
  readonly db: Db;
  /** The driver below `db`, for COPY and for SQL that is written out. */
  readonly sql: Sql;
  close(): Promise<void>;
};

export type ConnectOptions = {
  /** A session of the server is a process of some 10 MB, and few commands run at once. */
  readonly maxConnections?: number;
};

export async function connect(url: string, options: ConnectOptions = {}): Promise<Connection> {
  const sql = open(url, options.maxConnections ?? 5);
  const db: Db = drizzle(sql, { casing: "snake_case" });
  restoreTypes(sql);
  try {
    await refuseOldServer(sql);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error instanceof UnusableDatabase ? error : unreachable(sql, error);
  }
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

const OLDEST_SERVER = 15;

function open(url: string, max: number): Sql {
  const { address, socketFolder } = splitSocketFolder(url);
  return postgres(address, {
    ...(socketFolder === undefined ? {} : { host: socketFolder }),
    ...(isNearby(address) ? { socket: promptSocket } : {}),
    max,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "acordo", TimeZone: "UTC" },
    types: { bigint: { to: 20, from: [20], serialize: (value) => `${value}`, parse: safeInteger } },
  });
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

const isNearby = (address: string): boolean => {
  const { hostname, searchParams } = new URL(address);
  return LOOPBACK.has(hostname) && !searchParams.has("sslmode") && !searchParams.has("ssl");
};

/**
 * The driver leaves Nagle's algorithm on, and the server waits before it acknowledges: some 40 ms for each COPY, which on
 * the same machine is nearly all of its time.
 */
const promptSocket = ({ host, port }: { host: string[]; port: number[] }): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = createConnection({ host: host[0] ?? "127.0.0.1", port: port[0] ?? 5432 });
    socket.setNoDelay(true);
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve(socket);
    });
  });

/** Cents and sequence numbers stay far below 2^53; what does not is a bug, and must not become a rounded amount. */
function safeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), "a bigint of the database is not a safe integer");
  return value;
}

/**
 * Drizzle switches the driver's conversion of dates and JSON off, for its own columns do that. Written-out SQL wants it: moments
 * as Date, values of objects as JSON. A `date` stays the text YYYY-MM-DD, for it is a day and not a moment.
 */
function restoreTypes(sql: Sql): void {
  const { parsers, serializers } = sql.options;
  const [json, jsonb, timestamp, timestamptz] = [114, 3802, 1114, 1184];
  parsers[timestamptz] = (text: string) => new Date(text);
  for (const type of [timestamp, timestamptz]) {
    serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  }
  for (const type of [json, jsonb]) {
    serializers[type] = (value: unknown) =>
      typeof value === "string" ? value : JSON.stringify(value);
  }
}

/** `postgres:///acordo?host=/var/run/postgresql`, as psql and libpq write it; the driver wants the folder apart. */
function splitSocketFolder(url: string): { address: string; socketFolder?: string } {
  const parsed = new URL(url);
  const socketFolder = parsed.searchParams.get("host");
  if (socketFolder === null) return { address: url };
  parsed.searchParams.delete("host");
  return { address: parsed.toString(), socketFolder };
}

async function refuseOldServer(sql: Sql): Promise<void> {
  const [row] = await sql<
    [{ version: string }]
  >`SELECT current_setting('server_version') AS version`;
  if (Number.parseInt(row.version, 10) >= OLDEST_SERVER) return;
  throw new UnusableDatabase(
    `PostgreSQL ${row.version} is too old: Acordo needs ${OLDEST_SERVER} or newer. Upgrade the server that DATABASE_URL names, or leave DATABASE_URL empty for the embedded one.`,
  );
}

/** Names the server as far as it is no secret. */
function unreachable(sql: Sql, error: unknown): UnusableDatabase {
  const { host, port, user, database } = sql.options;
  const reason = errorCode(error) ?? (error instanceof Error ? error.message : String(error));
  return new UnusableDatabase(
    `Cannot use the database ${database} at ${host.join()}:${port.join()} as ${user}: ${REASONS[reason] ?? reason}. Check DATABASE_URL and that the server runs.`,
  );
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  ENOENT: "there is no such socket",
  CONNECT_TIMEOUT: "it did not answer",
  "28P01": "the password is wrong",
  "28000": "the server does not let this user in",
  "3D000": "there is no such database",
  "53300": "the server has no free connection",
};
