import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

/** One that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function answerOf(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe("the serve command, as a process", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it("says which channels are off, answers over HTTP, and ends well when it is told to stop", async () => {
    const port = await freePort();
    const env = { ...process.env, DATABASE_URL: database.url, HTTP_PORT: String(port) };
    const child = spawn(process.execPath, ["bot/cli/main.ts", "serve"], { env });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    const health = await answerOf(`http://127.0.0.1:${port}/healthz`);
    expect(await health.json()).toMatchObject({ status: "ok" });
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(stderr).toContain("Slack is off: set SLACK_BOT_TOKEN");
    expect(stderr).toContain("Telegram is off: set TELEGRAM_BOT_TOKEN");
  });
});
