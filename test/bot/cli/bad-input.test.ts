import { Buffer } from "node:buffer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { aCustomer, commandLine, ndjson, PROVIDER, TODAY } from "./support.ts";

let database: TestDatabase;
let acordo: ReturnType<typeof commandLine>;

beforeAll(async () => {
  database = await createTestDatabase();
  acordo = commandLine({ env: { DATABASE_URL: database.url } });
  const input = ndjson([
    ...PROVIDER,
    ...aCustomer("C1", [
      ["F1", "100.00", "2026-10-01"],
      ["F2", "50.00", "2026-10-05"],
      ["F3", "70.00", "2026-11-23"],
    ]),
    ...aCustomer("C2", [["G1", "80.00", "2026-10-01"]], "11144477735"),
  ]);
  expect((await acordo(`import - --date ${TODAY}`, { input })).code).toBe(0);
  for (const words of [
    "classify",
    "start --customer C1",
    "confirm --customer C1",
    "pay --invoice F2",
  ]) {
    expect((await acordo(`${words} --date ${TODAY}`)).code).toBe(0);
  }
});
afterAll(() => database.close());

/** Everything a command could change. */
async function everything(): Promise<string> {
  const tables = ["invoice", "collection", "agreement", "agreement_invoice", "payment", "event"];
  const { sql } = database;
  const contents = await Promise.all(
    [...tables, "outbox", "spc_record", "account", "delivery"].map(
      (name) => sql`select to_jsonb(t) as row from ${sql(name)} t order by to_jsonb(t)::text`,
    ),
  );
  return JSON.stringify(contents);
}

const NEW = "--category Atraso --description Acordo --profile Principal";
const UNCHANGED = "agree --customer C1 --kind unchanged --category Atraso --tolerance 2026-12-20";
const RENEGOTIATED = `agree --customer C1 --invoices F1 --kind renegotiated --tolerance 2026-12-20 ${NEW}`;

const REFUSED: readonly (readonly [line: string, message: string])[] = [
  ["start --customer nobody", 'There is no customer "nobody".'],
  [
    "confirm --customer C2",
    "Customer C2 has no invoice in contact; what is in collections: classified.",
  ],
  [
    "start --customer C1 --invoices F1",
    "Invoice F1 is awaiting negotiation, and this needs it to be classified.",
  ],
  [
    "start --customer C2 --invoices F1",
    "Invoice F1 belongs to another customer. Choose only invoices of customer C2.",
  ],
  ["start --customer C1 --invoices F9", 'There is no invoice "F9".'],
  [`${UNCHANGED} --invoices F1,G1`, "Invoice G1 belongs to another customer."],
  [`${UNCHANGED} --invoices F1,F1`, "Invoice F1 was chosen twice."],
  [`${UNCHANGED} --invoices F2`, "Invoice F2 may not enter an agreement: it is paid"],
  [`${UNCHANGED} --invoices F3`, "Invoice F3 is outside collections"],
  [
    `${UNCHANGED} --invoices F1`.replace("2026-12-20", TODAY),
    "The tolerance date is 2026-11-24, and it must be after today, 2026-11-24.",
  ],
  [
    `${UNCHANGED} --invoices F1`.replace("Atraso", "Outra"),
    'There is no category "Outra". Choose one: Atraso.',
  ],
  [
    `${RENEGOTIATED} --due 2026-11-23`,
    "The due date is 2026-11-23, and it must be today, 2026-11-24, or later.",
  ],
  [
    `${RENEGOTIATED} --due 2026-12-01 --discount 100 --unit-discount 4.1.1`,
    "The total would be R$ 0.00, and it must be above zero.",
  ],
  [
    `${RENEGOTIATED} --due 2026-12-01 --discount-amount 150 --unit-discount 4.1.1`,
    "The discounts together are R$ 150.00, and may be at most the invoices' sum, R$ 100.00.",
  ],
  [
    `${RENEGOTIATED} --due 2026-12-01 --fine 2.5 --unit-fine 4.1.1`,
    "The term fine is R$ 2.50, and the law allows at most R$ 2.00 here (CDC art. 52 §1).",
  ],
  [
    `${RENEGOTIATED} --due 2026-12-01 --increase 3 --unit-increase 4.1.1`,
    "The term increase is 3 %, and the law allows at most 2 % here",
  ],
  [
    `${RENEGOTIATED} --due 2026-12-01 --fees 10 --unit-fees 4.1.1`,
    "The term fees is R$ 10.00, and the law allows at most R$ 0.00 here",
  ],
  [`${RENEGOTIATED} --due 2026-12-01 --charges 5`, "The term charges has no ledger unit."],
  [
    `${RENEGOTIATED} --due 2026-12-01 --unit-fine 4.1.1`,
    "Ledger unit 4.1.1 came for the term fine, which is zero.",
  ],
  [
    `${RENEGOTIATED} --instalments 61 --first-due 2026-12-01`,
    "The number of instalments is 61, and it must be a whole number from 2 to 60.",
  ],
  [
    `${RENEGOTIATED} --instalments 2 --first-due 2026-12-01 --amounts 50,49.99`,
    "The instalments add up to R$ 99.99, and the total is R$ 100.00: R$ 0.01 too little.",
  ],
  [
    `${RENEGOTIATED} --instalments 2 --first-due 2026-12-01 --dates 2026-12-05,2026-12-05`,
    "Instalment 2 is due on 2026-12-05, and it must be due after the one before it",
  ],
  [
    RENEGOTIATED.replace("Principal", "Outro --due 2026-12-01"),
    'There is no payment profile "Outro". Choose one: Principal.',
  ],
  ["pay --invoice F2", "Invoice F2 is paid already."],
  ["pay --invoice F1 --amount 0", "The amount is R$ 0.00, and it must be above zero."],
  [
    "pay --invoice F1 --paid-at 2026-11-25",
    "The day of payment is 2026-11-25, and it must be today, 2026-11-24, or before.",
  ],
  ["rescind --agreement 99 --reason x", "There is no agreement 99."],
  ["spc add --invoice F1 --details x", "Invoice F1 is in no agreement"],
  ["spc remove --invoice F1 --details x", "Invoice F1 has no live SPC record to remove."],
  ["classify --operator nobody", 'Operator "nobody" does not exist or is not active.'],
  ["setting get --operator ana", "The role operator does not hold the permission setting.manage"],
  ["import - --operator ana", "The role operator does not hold the permission import.run"],
  ["operator add --id eva --name Eva --role chefe", 'There is no role "chefe". Choose one: '],
  ["operator add --id system --name Eva --role operator", "Operator system is built in"],
  ["setting set law.nothing true", 'There is no setting "law.nothing".'],
  [
    "setting set agreement.maxInstalments 61",
    '"61" is no value of the setting agreement.maxInstalments. Expected: a whole number from 2 to 60.',
  ],
  ["template set --channel email --name A --body b", "The subject is empty."],
  [
    "template show --channel sms --name A",
    '--name: "A" came; expected a template of sms: none yet.',
  ],
  ["account nobody", 'There is no customer "nobody".'],
  ["link 52998224725", 'There is no customer "*********25".'],
  [
    "panel broken --order name",
    '--order: "name" came; expected for this panel one of default, amount.',
  ],
  ["panel broken --after x", '--after: "x" came; expected the "next" of an earlier page'],
  ["import /nothing/such.csv", 'FILE: "/nothing/such.csv" came, and there is no such file'],
  ["import /tmp", 'FILE: "/tmp" came, and it is a folder'],
];

describe("a command that is refused", () => {
  it.each(REFUSED)("%s", async (line, message) => {
    const before = await everything();
    const { code, stdout, stderr } = await acordo(`${line} --json --date ${TODAY}`);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^acordo: [^\n]+\n$/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(await everything()).toBe(before);
  });

  it("is told in Portuguese when that is asked for", async () => {
    const { stderr } = await acordo("pay --invoice F1 --amount 0 --lang pt-BR");
    expect(stderr).toBe("acordo: O valor é R$ 0,00, e precisa ser maior que zero.\n");
    const env = { DATABASE_URL: database.url, ACORDO_LANG: "pt-BR" };
    expect((await acordo("pay --invoice F2", { env })).stderr).toContain("já está paga");
  });

  it("says that a server's database is not there", async () => {
    const env = { DATABASE_URL: "postgres://eva:segredo@127.0.0.1:1/acordo" };
    const { code, stderr } = await acordo("panels", { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^acordo: Cannot use the database[^\n]*\n$/);
    expect(stderr).not.toContain("segredo");
  });
});

describe("a file with bad lines", () => {
  const header = "id,name,taxId,city";

  /** Lines that land, and the reasons of those that do not. */
  async function imported(input: string | Uint8Array, type = "customer") {
    const outcome = await acordo(`import - --type ${type} --json`, { input });
    return { ...outcome, json: outcome.json };
  }

  it("lands its good lines and tells of the others, with exit code 2", async () => {
    const { code, json, stderr } = await imported(
      `\uFEFF${header}\nD1,José,52998224725,Itu\nD2,Maria,52998224726,Itu\nD3,An"a,,Itu\n`,
    );
    expect(code).toBe(2);
    expect(json).toMatchObject({ read: 3, created: 1, updated: 0, unchanged: 0 });
    expect(json.rejected).toEqual([
      { line: 3, field: "taxId", reason: expect.stringContaining("CPF or CNPJ") },
      { line: 4, field: expect.any(String), reason: expect.stringContaining("quote") },
    ]);
    expect(stderr).toMatch(/^acordo: 2 of 3 lines were rejected, the first on line 3: [^\n]+\n$/);
    expect(JSON.stringify([json, stderr])).not.toContain("52998224726");
  });

  it("is refused whole when it is CSV without its type or with a header that will not do", async () => {
    for (const [words, text, reason] of [
      ["", "id,name\nD0,Ana\n", "nothing was read, for line 1: type: missing; expected one of"],
      ["--type customer", "\nid,nome\nD0,Ana\n", "for line 2: nome: not a field of this type"],
      ["--type customer", "name\nAna\n", "for line 1: id: missing"],
    ] as const) {
      const line = ["import", "-", "--json", ...words.split(" ").filter((word) => word !== "")];
      const { code, stdout, stderr } = await acordo(line, { input: text });
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain(reason);
      expect(stderr).toMatch(/^acordo: [^\n]+\n$/);
    }
    expect(await database.sql`select from customer where id = 'D0'`).toHaveLength(0);
  });

  it("reads Latin-1", async () => {
    const { code } = await imported(Buffer.from(`${header}\nD4,João Açaí,,Itu\n`, "latin1"));
    expect(code).toBe(0);
    expect(await database.sql`select name from customer where id = 'D4'`).toEqual([
      { name: "João Açaí" },
    ]);
  });

  it("refuses a line that is far too long, and what refers to nothing", async () => {
    const long = await imported(`${header}\nD5,${"x".repeat(3_000_000)},,Itu\nD6,Bia,,Itu\n`);
    expect(long).toMatchObject({ code: 2, json: { created: 1 } });
    const orphan = await imported(
      '{"type":"invoice","id":"X1","customer":"nobody","amount":"1.00","dueDate":"2026-02-31"}\n',
      "invoice",
    );
    expect(orphan).toMatchObject({ code: 2, json: { created: 0 } });
    expect(orphan.json.rejected[0].field).toBe("dueDate");
  });

  it("is shown as a table without --json", async () => {
    const { stdout } = await acordo("import - --type customer", { input: `${header}\nD7,,,Itu\n` });
    expect(stdout).toContain("1 read: 0 created, 0 updated, 0 unchanged, 1 rejected.");
    expect(stdout).toMatch(/line\s+field\s+reason/);
  });
});
