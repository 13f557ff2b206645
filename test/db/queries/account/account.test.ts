import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AgreementNumber, CustomerId } from "#core/ids.ts";
import { readAccount } from "#db/queries/account/account.ts";
import { readAgreement } from "#db/queries/account/agreement.ts";
import { readCustomerByReference } from "#db/queries/account/customer-by-reference.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertRows } from "../support/rows.ts";
import { ANA, RENEGOTIATED, TODAY, writeAna } from "./ana.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await writeAna(database.sql);
});
afterAll(() => database.close());

describe("the head of an account", () => {
  test("tells who it is, with the tax id masked, and the account that was opened", async () => {
    expect(await readAccount(database.sql, ANA, TODAY)).toMatchObject({
      customer: "C1",
      name: "Ana Souza",
      taxId: "***.982.247-**",
      city: "Recife",
      operator: "op1",
      account: 31,
      openedOn: "2026-09-01",
    });
  });

  test("has no account before the first confirmation", async () => {
    const account = await readAccount(database.sql, "C2" as CustomerId, TODAY);
    expect(account).toMatchObject({ account: null, openedOn: null, contracts: [] });
  });

  test("is undefined for nobody", async () => {
    expect(await readAccount(database.sql, "C9" as CustomerId, TODAY)).toBeUndefined();
  });

  test("adds up each stage, with the broken ones among those in agreement", async () => {
    const account = await readAccount(database.sql, ANA, TODAY);
    expect(account?.totals).toEqual({
      classified: { invoices: 0, amountCents: 0 },
      "in contact": { invoices: 0, amountCents: 0 },
      "awaiting negotiation": { invoices: 3, amountCents: 16500 },
      "in agreement": { invoices: 3, amountCents: 26000 },
      settled: { invoices: 1, amountCents: 12000 },
      replaced: { invoices: 1, amountCents: 30000 },
      broken: { invoices: 1, amountCents: 6000 },
    });
  });

  test("lists the contracts with their state", async () => {
    const account = await readAccount(database.sql, ANA, TODAY);
    expect(account?.contracts).toEqual([
      {
        contract: "K1",
        plan: "300 Mb",
        status: "active",
        endedAt: null,
        ladder: "Ten days",
        onTimeDiscountCents: 500,
      },
      {
        contract: "K2",
        plan: "TV",
        status: "ended",
        endedAt: "2026-05-31",
        ladder: null,
        onTimeDiscountCents: 0,
      },
    ]);
  });

  test("has what the law's clocks run on: delivered notices, disputes, blocked connections", async () => {
    const { sql } = database;
    await insertRows(sql, "notice", [
      { id: "T1", customer_id: ANA, contract_id: "K1", kind: "debt", delivered_at: "2026-09-12" },
      { id: "T2", customer_id: ANA, contract_id: "K1", kind: "bureau", delivered_at: null },
    ]);
    await insertRows(sql, "dispute", [
      { customer_id: ANA, invoice_id: "F1", reason: "too much", opened_on: "2026-10-01" },
    ]);
    await insertRows(sql, "connection", [
      {
        id: "X1",
        customer_id: ANA,
        contract_id: "K1",
        login: "ana",
        status: "blocked",
        blocked_on: "2026-10-05",
      },
    ]);
    const account = await readAccount(sql, ANA, TODAY);
    expect(account?.law).toEqual({
      notices: [{ kind: "debt", contract: "K1", deliveredOn: "2026-09-12" }],
      disputes: [{ invoice: "F1", openedOn: "2026-10-01", answeredOn: null, upheld: null }],
      blocked: [{ connection: "X1", contract: "K1", blockedOn: "2026-10-05" }],
    });
  });
});

describe("an agreement", () => {
  test("has its sources as they entered, and its instalments with their lines in the order of the terms", async () => {
    const agreement = await readAgreement(database.sql, RENEGOTIATED);
    expect(agreement).toMatchObject({
      agreement: 7,
      customer: "C1",
      name: "Ana Souza",
      kind: "renegotiated",
      status: "live",
      toleranceDate: "2026-12-05",
      totalCents: 32000,
      sources: [
        {
          invoice: "F4",
          number: "NF4",
          amountCents: 30000,
          dueDate: "2026-07-10",
          state: "deleted",
        },
      ],
    });
    expect(
      agreement?.instalments.map((i) => [i.instalment, i.invoice, i.amountCents, i.stage]),
    ).toEqual([
      [1, "AC7-1", 12000, "settled"],
      [2, "AC7-2", 10000, "in agreement"],
      [3, "AC7-3", 10000, "in agreement"],
    ]);
    expect(agreement?.instalments[0]).toMatchObject({
      settledOn: "2026-09-30",
      paidCents: 12000,
      lines: [
        { term: "base", amountCents: 11000, ledgerUnit: null },
        { term: "discount", amountCents: -1000, ledgerUnit: "3.2" },
        { term: "charges", amountCents: 2000, ledgerUnit: "3.1" },
      ],
    });
  });

  test("of unchanged invoices awaits its sources, and they have no lines", async () => {
    const agreement = await readAgreement(database.sql, 8 as AgreementNumber);
    expect(agreement?.sources.map(({ invoice }) => invoice)).toEqual(["F3"]);
    expect(agreement?.instalments).toMatchObject([
      { invoice: "F3", instalment: 1, breaksAfter: "2026-10-13", lines: [] },
    ]);
  });

  test("that does not exist is undefined", async () => {
    expect(await readAgreement(database.sql, 99 as AgreementNumber)).toBeUndefined();
  });
});

describe("a customer is found", () => {
  test.each([
    ["by id", "C1", [["C1", "customer"]]],
    ["by tax id", "52998224725", [["C1", "tax id"]]],
    ["by tax id with punctuation", "529.982.247-25", [["C1", "tax id"]]],
    ["by an alphanumeric tax id", "12.abc.345/01de-35", [["C2", "tax id"]]],
    ["by an invoice's id", "AC7-2", [["C1", "invoice"]]],
    ["by an invoice's number", "NG1", [["C2", "invoice"]]],
    ["by the start of a name, without its accents", "ANAL", [["C2", "name"]]],
    [
      "among others, in the order of their names",
      "ana",
      [
        ["C1", "name"],
        ["C2", "name"],
      ],
    ],
    ["never by the middle of a name", "souza", []],
    ["never by a part of a tax id", "982247", []],
    ["never by a wildcard", "%", []],
    ["never by nothing", " ", []],
  ])("%s", async (_, reference, expected) => {
    const candidates = await readCustomerByReference(database.sql, reference);
    expect(candidates.map(({ customer, matchedBy }) => [customer, matchedBy])).toEqual(expected);
  });

  test("with the tax id masked", async () => {
    const [candidate] = await readCustomerByReference(database.sql, "C1");
    expect(candidate?.taxId).toBe("***.982.247-**");
  });

  test("among twenty at most", async () => {
    const many = Array.from({ length: 25 }, (_, i) => ({ id: `Z${i}`, name: `Zeca ${i}` }));
    await insertRows(database.sql, "customer", many);
    expect(await readCustomerByReference(database.sql, "zeca")).toHaveLength(20);
  });
});
