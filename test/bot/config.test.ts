import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeProblem, parseConfig } from "#bot/config.ts";

const root = resolve(import.meta.dirname, "../..");
const BOT = "xoxb-1-secret";
const APP = "xapp-1-secret";
const SIGNING = "0123456789abcdef0123456789abcdef";
const TELEGRAM = `1234:${"A".repeat(35)}`;

function configOf(env: Record<string, string>) {
  const result = parseConfig(env);
  if (!result.ok) throw new Error(result.refusal.map(describeProblem).join("\n"));
  return result.value;
}

function problemsOf(env: Record<string, string>): string[] {
  const result = parseConfig(env);
  return result.ok ? [] : result.refusal.map(describeProblem);
}

describe("the configuration", () => {
  it("needs nothing set: the embedded database, São Paulo's time, every channel off", () => {
    expect(configOf({})).toEqual({
      databaseUrl: undefined,
      dataFolder: resolve(".data"),
      timeZone: "America/Sao_Paulo",
      language: "en",
      logLevel: "info",
      http: {
        host: "127.0.0.1",
        port: 8080,
        publicUrl: "http://127.0.0.1:8080",
        trustedProxies: [],
      },
      slack: { state: "off" },
      telegram: { state: "off" },
      email: { state: "off" },
      sms: { state: "off" },
    });
  });

  it("is what .env.example shows when that is copied unchanged", () => {
    const example = parseEnv(readFileSync(join(root, ".env.example"), "utf8"));

    expect(parseConfig(example)).toEqual(parseConfig({}));
  });

  it.each([
    ["DATABASE_URL", "mysql://localhost/acordo"],
    ["DATABASE_URL", "localhost"],
    ["ACORDO_TIME_ZONE", "Brasilia"],
    ["ACORDO_TIME_ZONE", "-03:00"],
    ["ACORDO_LANG", "pt"],
    ["ACORDO_PUBLIC_URL", "acordo.example"],
    ["LOG_LEVEL", "verbose"],
    ["HTTP_PORT", "80a"],
    ["HTTP_PORT", "65536"],
    ["HTTP_PORT", "-1"],
    ["HTTP_TRUSTED_PROXIES", "proxy.example"],
    ["HTTP_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["HTTP_TRUSTED_PROXIES", "0.0.0.0/0"],
  ])("refuses %s=%s with one sentence that names it", (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([
      expect.stringMatching(`^${name}: .+ Expected `),
    ]);
  });

  it("tells all that is wrong at once", () => {
    const problems = problemsOf({
      HTTP_PORT: "x",
      LOG_LEVEL: "x",
      SMTP_FROM: "a@b",
      ACORDO_ZONE: "x",
    });

    expect(problems.map((text) => text.split(":")[0])).toEqual([
      "LOG_LEVEL",
      "HTTP_PORT",
      "SMTP_URL",
      "ACORDO_ZONE",
    ]);
  });

  it("shows what came, but never a secret", () => {
    expect(problemsOf({ HTTP_PORT: "eighty" })[0]).toContain('"eighty"');
    fc.assert(
      fc.property(
        fc.constantFrom("DATABASE_URL", "SLACK_BOT_TOKEN", "TELEGRAM_BOT_TOKEN", "SMTP_URL"),
        fc.stringMatching(/^wrong[A-Z]{12}$/),
        (name, secret) => {
          const problems = problemsOf({ [name]: secret });
          expect(problems.length).toBeGreaterThan(0);
          expect(problems.join()).not.toContain(secret);
        },
      ),
    );
  });
});

describe("a channel", () => {
  it("is configured when its credentials are complete", () => {
    expect(configOf({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }).slack).toEqual({
      state: "configured",
      botToken: BOT,
      transport: { kind: "socket", appToken: APP },
    });
    expect(configOf({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING }).slack).toMatchObject({
      transport: { kind: "http", signingSecret: SIGNING },
    });
    expect(configOf({ TELEGRAM_BOT_TOKEN: TELEGRAM }).telegram).toMatchObject({
      transport: { kind: "polling" },
    });
    expect(configOf({ SMTP_URL: "smtp://mail:25", SMTP_FROM: "a@b" }).email).toMatchObject({
      state: "configured",
    });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: BOT }, "SLACK_APP_TOKEN"],
    [{ SLACK_APP_TOKEN: APP }, "SLACK_BOT_TOKEN"],
    [{ SLACK_SIGNING_SECRET: SIGNING }, "SLACK_BOT_TOKEN"],
    [{ TELEGRAM_WEBHOOK_SECRET: "s", ACORDO_PUBLIC_URL: "https://a" }, "TELEGRAM_BOT_TOKEN"],
    [{ TELEGRAM_WEBHOOK_SECRET: "s", TELEGRAM_BOT_TOKEN: TELEGRAM }, "ACORDO_PUBLIC_URL"],
    [{ SMTP_URL: "smtp://mail:25" }, "SMTP_FROM"],
    [{ SMTP_FROM: "a@b" }, "SMTP_URL"],
  ])("half set up (%o) is an error that names %s and what asks for it", (env, missing) => {
    const problems = problemsOf(env);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      new RegExp(`^${missing}: nothing\\. Expected .+, since \\w+ is set`),
    );
  });
});

describe("an older Node", () => {
  const start = (version: string) =>
    spawnSync(
      process.execPath,
      [
        "--import",
        `data:text/javascript,Object.defineProperty(process,"version",{value:"${version}"})`,
        "--import",
        join(root, "bot/node-version.js"),
        "--eval",
        "console.log('started')",
      ],
      { encoding: "utf8" },
    );

  it("is told in one sentence what to do, before any TypeScript is read", () => {
    const { status, stdout, stderr } = start("v20.20.2");

    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      /^Acordo needs Node 24 and this is v20\.20\.2: .+npm run.+--ignore-scripts\.\n$/,
    );
  });

  it("lets Node 24 through", () => {
    expect(start("v24.21.0")).toMatchObject({ status: 0, stdout: "started\n" });
  });
});
