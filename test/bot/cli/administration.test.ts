import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aCustomer, commandLine, ndjson, PROVIDER, TODAY } from "./support.ts";

let database: TestDatabase;
let acordo: ReturnType<typeof commandLine>;

beforeAll(async () => {
  database = await createTestDatabase();
  acordo = commandLine({ env: { DATABASE_URL: database.url } });
  const input = ndjson([...PROVIDER, ...aCustomer("C1", [["F1", "100.00", "2026-10-01"]])]);
  expect((await acordo(`import - --date ${TODAY}`, { input })).code).toBe(0);
  expect((await acordo(`classify --date ${TODAY}`)).code).toBe(0);
});
afterAll(() => database.close());

describe("the account", () => {
  it("is one document with its ten tabs, money as text", async () => {
    const { json } = await acordo(`account C1 --json --date ${TODAY}`);
    expect(json).toMatchObject({
      customer: "C1",
      totals: { classified: { invoices: 1, amount: "100.00" } },
    });
    expect(Object.keys(json.tabs)).toHaveLength(10);
    expect(json.tabs.history.rows[0]).toMatchObject({
      kind: "invoice_classified",
      data: { amount: "100.00", daysOverdue: 54 },
    });
  });

  it("shows one tab, its events told in sentences", async () => {
    const { json } = await acordo(`account C1 --tab 9 --json --date ${TODAY}`);
    expect(Object.keys(json.tabs)).toEqual(["agreements"]);
    const { stdout } = await acordo(`account C1 --tab 2 --date ${TODAY} --lang pt-BR`);
    expect(stdout).toContain("A fatura F1, de R$ 100,00, foi classificada");
    expect(stdout).not.toContain("52998224725");
  });

  it("is seen as far as its reader may see it", async () => {
    expect((await acordo("account C1 --tab 1 --operator ana")).code).toBe(0);
    await database.sql`update role set permissions = array_remove(permissions, 'tab.history') where name = 'operator'`;
    expect((await acordo("account C1 --tab 2 --operator ana")).stderr).toContain("tab.history");
    const { code, json } = await acordo("account C1 --operator ana --json");
    expect(code).toBe(0);
    expect(Object.keys(json.tabs)).not.toContain("history");
    expect(Object.keys(json.tabs)).toContain("invoices");
    await database.sql`update role set permissions = array_remove(permissions, 'panel.spc') where name = 'operator'`;
    const shown = Object.keys((await acordo("panels --operator ana --json")).json);
    expect(shown).toContain("classified");
    expect(shown).not.toContain("spc");
    await database.sql`update role set permissions = '{}' where name = 'operator'`;
    for (const line of ["panels", "account C1"]) {
      const none = await acordo(`${line} --operator ana --json`);
      expect(none).toMatchObject({ code: 1, stdout: "" });
      expect(none.stderr).toContain("does not hold the permission");
    }
  });
});

describe("a panel", () => {
  it("is read as a table", async () => {
    const { stdout } = await acordo(`panel classified --date ${TODAY}`);
    expect(stdout).toMatch(/^Classified for collection: 1, in all R\$ 100\.00\n/);
    expect(stdout).toMatch(/customer\s+name\s+invoices\s+amount\s+oldest due/);
  });

  it("filters by what is given", async () => {
    const total = async (words: string) =>
      (await acordo(`panel classified ${words} --json --date ${TODAY}`)).json.total;
    expect(await total("--city Campinas --overdue-from 54 --amount-to 100")).toBe(1);
    expect(await total("--overdue-from 55")).toBe(0);
    expect(await total("--search Cliente --operator-filter ana")).toBe(0);
    expect(await total("--search C1 --order amount")).toBe(1);
  });
});

describe("operators, settings and templates", () => {
  it("are saved and listed", async () => {
    const added = await acordo([
      "operator",
      "add",
      "--id",
      "eva",
      "--name",
      "Eva Lima",
      "--role",
      "manager",
      "--json",
    ]);
    expect(added.json).toEqual({
      id: "eva",
      name: "Eva Lima",
      role: "manager",
      email: null,
      slackUser: null,
      active: true,
    });
    expect((await acordo("operator list --json")).json.operators).toContainEqual(added.json);
    expect((await acordo("operator list")).stdout).toContain("Eva Lima");

    const set = await acordo("setting set agreement.sources suspended --json");
    expect(set.json).toEqual({ key: "agreement.sources", value: "suspended" });
    expect((await acordo("setting get agreement.sources --json")).json).toEqual(set.json);
    expect((await acordo("setting list --json")).json).toMatchObject({
      "agreement.sources": "suspended",
      "agreement.maxInstalments": 60,
    });
    expect((await acordo("setting get")).stdout).toMatch(/agreement\.sources\s+suspended/);

    const template = [
      "template",
      "set",
      "--channel",
      "sms",
      "--name",
      "Aviso",
      "--body",
      "Olá, {{ name }}",
      "--json",
    ];
    const saved = await acordo(template);
    expect(saved.json).toEqual({
      channel: "sms",
      name: "Aviso",
      subject: null,
      body: "Olá, {{ name }}",
    });
    expect((await acordo("template show --channel sms --name Aviso")).stdout).toBe(
      "Olá, {{ name }}\n",
    );
    expect((await acordo("template list --json")).json.templates).toEqual([
      { channel: "sms", name: "Aviso", subject: null },
    ]);
  });
});

describe("a customer's link", () => {
  const digestOf = (start: string) =>
    createHash("sha256").update(start.replace("?start=", "")).digest("hex");

  it("is kept only as a digest, and says that Telegram is not configured", async () => {
    const { json } = await acordo(`link C1 --json --date ${TODAY}`);
    expect(json).toEqual({
      customer: "C1",
      url: null,
      start: expect.stringMatching(/^\?start=[\w-]{43}$/),
      expiresOn: "2026-12-01",
    });
    const found = await database.sql`
      select to_jsonb(l)::text as row from telegram_link l where to_jsonb(l)::text like ${`%${digestOf(json.start)}%`}`;
    expect(found).toHaveLength(1);
    expect((await acordo("link C1")).stdout).toContain("Telegram is not configured yet");
  });

  it("is whole where the bot's name is known", async () => {
    const env = { DATABASE_URL: database.url, TELEGRAM_BOT_TOKEN: `1234:${"A".repeat(35)}` };
    const botName = async () => "provedor_bot";
    const { json } = await acordo("link C1 --json", { env, botName });
    expect(json.url).toBe(`https://t.me/provedor_bot${json.start}`);
  });
});

describe("doctor", () => {
  it("tells what is there, what is off and how to turn it on", async () => {
    const { code, json } = await acordo(`doctor --json --date ${TODAY}`);
    expect({ code, ok: json.ok }).toEqual({ code: 0, ok: true });
    const states = Object.fromEntries(
      json.checks.map(({ name, state }: { name: string; state: string }) => [name, state]),
    );
    expect(states).toMatchObject({
      database: "ok",
      migrations: "ok",
      Slack: "off",
      Telegram: "off",
    });
    const { stdout } = await acordo("doctor");
    expect(stdout).toContain("Set TELEGRAM_BOT_TOKEN.");
    expect(stdout).not.toContain(new URL(database.url).password || "never");
  });

  it("fails where something must be mended, and names the command", async () => {
    const empty = await createTestDatabase("empty");
    try {
      const env = { DATABASE_URL: empty.url };
      const ill = await acordo("doctor", { env });
      expect(ill.code).toBe(1);
      expect(ill.stderr).toMatch(/^acordo: migrations: [^\n]*Run: npm run -s acordo -- migrate\n$/);
      expect((await acordo("panels", { env })).stderr).toContain("acordo -- migrate");
      const migrated = await acordo("migrate --json", { env });
      expect(migrated.json).toEqual({ database: "server", migrated: expect.any(Number) });
      expect((await acordo("migrate --json", { env })).json.migrated).toBe(0);
      expect((await acordo("doctor", { env })).code).toBe(0);
    } finally {
      await empty.close();
    }
  });
});

describe("what runs all day", () => {
  it("says at start which channels are off", async () => {
    const { code, stdout, stderr } = await acordo("serve", { serve: async () => {} });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("Telegram is off: set TELEGRAM_BOT_TOKEN to turn it on.");
    expect(stderr.match(/is off/g)).toHaveLength(4);
  });
});
