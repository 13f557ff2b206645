import { totalmem } from "node:os";

export type ServerSettings = { readonly durable: boolean };

/**
 * The packaged server is built without lz4, and pglz costs an import more than it saves: pages are not compressed in the log.
 * Given at each start rather than written into the cluster, so that a new version of Acordo brings its own.
 */
export function settingsOf({ durable }: ServerSettings): Record<string, string | number> {
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: `${bufferMegabytes()}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: 1.1,
    jit: "off",
    max_wal_size: "1GB",
    timezone: "UTC",
    ...(process.platform === "win32" ? {} : NOTICE_DEAD_CLIENTS),
    ...LOG_NO_PERSONAL_DATA,
    ...(durable ? {} : FORGETFUL),
  };
}

/** An eighth of the memory: the provider's own programs share the machine. */
const bufferMegabytes = (): number =>
  Math.min(256, Math.max(32, Math.floor(totalmem() / 8 / 2 ** 20)));

/** A killed import must not go on in the server. */
const NOTICE_DEAD_CLIENTS = { client_connection_check_interval: "2s" };

/** Statements and error details hold names and tax ids. */
const LOG_NO_PERSONAL_DATA = {
  log_timezone: "UTC",
  log_statement: "none",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** For tests: whatever the machine's crash loses is made again. */
const FORGETFUL = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
