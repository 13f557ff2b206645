import { relative } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { temporaryDataFolder } from "./data-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Undefined when none of the chosen tests needs a database. */
    readonly testServer: TestServer | undefined;
  }
}

export type TestServer = { readonly url: string; readonly template: string };

let closeAll: (() => Promise<void>) | undefined;

/** One server for the whole run, with a template that holds every migration; a test file clones it. */
export async function setup(project: TestProject): Promise<void> {
  if (!(await needsDatabase(project))) {
    project.provide("testServer", undefined);
    return;
  }
  const server = await openServer();
  const template = `acordo_template_${process.pid}_${Date.now()}`;
  const admin = await connect(server.url, { maxConnections: 1 });
  await admin.sql`CREATE DATABASE ${admin.sql(template)}`;
  closeAll = async () => {
    await admin.sql`DROP DATABASE ${admin.sql(template)} WITH (FORCE)`;
    await admin.close();
    await server.close();
  };
  const connection = await connect(databaseUrl(server.url, template), { maxConnections: 1 });
  await migrate(connection.db);
  await connection.close();
  project.provide("testServer", { url: server.url, template });
}

export async function teardown(): Promise<void> {
  await closeAll?.();
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function openServer(): Promise<{ url: string; close(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, close: async () => {} };
  const folder = temporaryDataFolder();
  const embedded = await openEmbedded({ dataDir: folder.path, durable: false });
  const close = async (): Promise<void> => {
    await embedded.close();
    folder.remove();
  };
  return { url: embedded.url, close };
}

/** Rules are pure and their tests run alone all day long: they need not wait for a server. */
async function needsDatabase(project: TestProject): Promise<boolean> {
  // Vitest keeps its file filters to itself; were they to go, every run would start the server.
  const { filenamePattern } = project.vitest as unknown as { filenamePattern?: string[] };
  const { testFiles } = await project.globTestFiles(filenamePattern);
  return testFiles.some((file) => {
    const path = relative(project.config.root, file).replaceAll("\\", "/");
    return !path.startsWith("test/core/") && !path.startsWith("test/architecture/");
  });
}
