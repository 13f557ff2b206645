import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { managerDigestText } from "#bot/texts/digest-messages.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { date } from "#core/calendar.ts";
import { readManagerDigest } from "#db/queries/digest/read-digest.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aCustomer, commandLine, ndjson, PROVIDER, TODAY } from "./support.ts";

const SLACK = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
let database: TestDatabase;
let acordo: ReturnType<typeof commandLine>;

/** Ana makes an agreement on the 23rd; its last day is the 24th. */
beforeAll(async () => {
  database = await createTestDatabase();
  acordo = commandLine({ env: { DATABASE_URL: database.url } });
  const input = ndjson([...PROVIDER, ...aCustomer("C1", [["F1", "129.90", "2026-10-01"]])]);
  const lines = [
    "import -",
    "classify",
    "start --customer C1 --operator ana",
    "confirm --customer C1 --operator ana",
    "agree --customer C1 --invoices F1 --kind unchanged --tolerance 2026-11-24 --category Atraso --operator ana",
  ];
  for (const line of lines) {
    expect(await acordo(`${line} --date 2026-11-23`, { input })).toMatchObject({ code: 0 });
  }
});
afterAll(() => database.close());

const queued = async () => {
  const rows = await database.sql<{ kind: string }[]>`
    select effect ->> 'kind' as kind from outbox order by id`;
  return rows.map(({ kind }) => kind);
};

describe("digest", () => {
  it("prints the managers' and each operator's, as Slack shows them", async () => {
    const { code, stdout } = await acordo(`digest --date ${TODAY} --lang pt-BR`);
    const digest = await readManagerDigest(database.sql, date(TODAY));
    const texts = createTexts("pt-BR");

    expect(code).toBe(0);
    for (const { heading, lines } of managerDigestText(digest!, texts).parts) {
      for (const line of [heading, ...lines]) expect(stdout).toContain(line);
    }
    expect(stdout).toContain("Ana, seu resumo de 24/11/2026");
    expect(stdout).toContain("Cliente C1 · R$ 129,90 · fatura F1, acordo 1");
    expect(stdout).not.toContain("Bia");
    expect(await queued()).toEqual([]);
  });

  it("is one document, with money as text and flows by their names", async () => {
    const { json } = await acordo(`digest --date ${TODAY} --json`);

    expect(json).toMatchObject({
      date: TODAY,
      managers: { agreements: { count: 1, amount: "129.90", dayBefore: { count: 0 } } },
      operators: [{ operator: "ana", sections: [{ about: "promises", amount: "129.90" }] }],
    });
  });

  it("shows one reader's, and refuses a reader who is nobody", async () => {
    const { json } = await acordo(`digest --for ana --date ${TODAY} --json`);
    expect([json.managers, json.operators.length]).toEqual([null, 1]);
    const nobody = await acordo("digest --for zé");

    expect(nobody.code).toBe(1);
    expect(nobody.stderr).toContain("nobody who works here has that id");
  });

  it("says that there is nothing to say", async () => {
    expect((await acordo("digest --date 2026-12-15 --lang pt-BR")).stdout).toBe(
      "Nada a dizer neste dia.\n",
    );
  });

  it("is not sent where Slack is off", async () => {
    const { code, stderr } = await acordo("digest --send");

    expect([code, await queued()]).toEqual([1, []]);
    expect(stderr).toContain("Slack is off, so nothing was sent.");
  });

  it("is queued by --send, for the managers only where they have a channel", async () => {
    await database.sql`update operator set slack_user_id = 'U1' where id = 'ana'`;
    const env = { DATABASE_URL: database.url, ...SLACK };
    const sent = await acordo(`digest --send --json --date ${TODAY}`, { env });
    expect(sent.json.sent).toEqual({ operators: 1, managers: false });
    const toManagers = { ...env, SLACK_MANAGERS_CHANNEL: "C0123456789" };
    await acordo(`digest --send --date ${TODAY}`, { env: toManagers });

    expect(await queued()).toEqual([
      "send_operator_digest",
      "send_operator_digest",
      "send_manager_digest",
    ]);
  });

  it("is for whoever holds the permission", async () => {
    const { code, stderr } = await acordo("digest --operator ana");

    expect(code).toBe(1);
    expect(stderr).toContain("digest.send");
  });
});
