import { cnpj, cpf } from "cpf-cnpj-validator";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { generateProvider } from "#bot/demo/provider/generate-provider.ts";
import { addDays, addMonths, date, daysBetween, parseDate } from "#core/calendar.ts";
import { parseAmount } from "#core/money.ts";
import { forwardDay, providerOf } from "./provider.ts";

const today = date("2026-11-24");
const provider = providerOf({ seed: 1, today });
const { all, of, byId, plannedCases } = provider;
const invoices = of("invoice");
const contracts = byId("contract");
const ladders = byId("ladder");

describe("the file", () => {
  test("is the same to the byte for the same seed and day, and another for another", () => {
    const bytes = (seed: number, day = today) =>
      JSON.stringify([...generateProvider({ seed, today: day, customers: 120 }).records]);
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(2)).not.toBe(bytes(1));
    expect(bytes(1, addDays(today, 1))).not.toBe(bytes(1));
  });

  test("can be read more than once", () => {
    const { records } = generateProvider({ seed: 1, today, customers: 100 });
    expect([...records]).toEqual([...records]);
  });

  test("has an id once in each type, and an invoice's number and charge number once", () => {
    const ids = all.map(({ type, id }) => `${type} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(invoices.map(({ number }) => number)).size).toBe(invoices.length);
    expect(new Set(invoices.map(({ chargeNumber }) => chargeNumber)).size).toBe(invoices.length);
  });

  test("names nothing before it has said what it is", () => {
    const known = new Set<string>();
    for (const record of all) {
      const named = [
        "customer" in record && `customer ${record.customer}`,
        "contract" in record && `contract ${record.contract}`,
        "ladder" in record && `ladder ${record.ladder}`,
        "invoice" in record && `invoice ${record.invoice}`,
        "paymentProfile" in record && `paymentProfile ${record.paymentProfile}`,
      ];
      for (const reference of named) {
        if (reference !== false) expect(known.has(reference), reference).toBe(true);
      }
      known.add(`${record.type} ${record.id}`);
    }
  });

  test("writes money with two decimals and every day as one of the calendar", () => {
    const wrong = all.flatMap((record) =>
      Object.entries(record).filter(([field, value]) => {
        if (/^(amount|onTimeDiscount)$/.test(field)) {
          return !/\.\d\d$/.test(value) || parseAmount(value) === undefined;
        }
        return (
          /^(dueDate|paidAt|deliveredAt|endedAt)$/.test(field) && parseDate(value) === undefined
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("leaves no field empty", () => {
    const empty = all.flatMap((record) =>
      Object.values(record).filter((value) => value === undefined || value === ""),
    );
    expect(empty).toEqual([]);
  });
});

describe("the provider", () => {
  test("has 2,000 customers with about 36,000 invoices over 18 months", () => {
    expect(of("customer")).toHaveLength(2_000);
    expect(invoices.length).toBeGreaterThan(33_000);
    expect(invoices.length).toBeLessThan(38_000);
    const days = invoices.map(({ dueDate }) => dueDate).sort();
    expect(days[0]! > addMonths(today, -18)).toBe(true);
    expect(days[0]! < addMonths(today, -17)).toBe(true);
    expect(days.at(-1)! <= addDays(today, 15)).toBe(true);
  });

  test("knows every customer by a valid tax id of its own, some of companies, a few with letters", () => {
    const taxIds = of("customer").map(({ taxId }) => taxId);
    expect(taxIds.filter((id) => !cpf.isValid(id, true) && !cnpj.isValid(id, true))).toEqual([]);
    expect(new Set(taxIds).size).toBe(2_000);
    const companies = taxIds.filter((id) => id.length === 14);
    expect(companies.length).toBeGreaterThan(100);
    expect(companies.length).toBeLessThan(250);
    expect(companies.filter((id) => /[A-Z]/.test(id)).length).toBeGreaterThan(5);
  });

  test("reaches each by a mobile of its own and at a domain that is kept for examples", () => {
    const customers = of("customer");
    const mobiles = customers.map(({ mobile }) => mobile);
    const odd = mobiles.filter((mobile) => {
      const phone = parsePhoneNumberFromString(mobile);
      return !(phone?.isValid() && phone.country === "BR" && phone.getType() === "MOBILE");
    });
    expect(odd).toEqual([]);
    expect(new Set(mobiles).size).toBe(2_000);
    for (const { email } of customers) {
      expect(email).toMatch(/^[a-z0-9]+(\.[a-z0-9]+)*@example\.(com|org)$/);
    }
  });

  test("works in more than twenty cities of eight states", () => {
    const customers = of("customer");
    expect(new Set(customers.map(({ city }) => city)).size).toBeGreaterThan(20);
    expect(new Set(customers.map(({ state }) => state)).size).toBe(8);
  });

  test("forwards to collections after 10, 15 or 30 days, and some contracts never", () => {
    const days = of("ladder").map(forwardDay);
    expect(days).toEqual([10, 15, 30, undefined]);
    const used = new Set(of("contract").map(({ ladder }) => ladder));
    expect(used.size).toBe(4);
  });

  test("has six operators in the four roles, a profile with Pix, and a unit for every term", () => {
    expect(of("operator")).toHaveLength(6);
    expect(new Set(of("operator").map(({ role }) => role)).size).toBe(4);
    expect(of("paymentProfile").map(({ bank, pixKey }) => [bank, pixKey !== undefined])).toEqual([
      ["341", true],
      ["237", false],
    ]);
    expect(of("ledgerUnit")).toHaveLength(5);
  });

  test("has suspended and ended contracts, each with a connection that is blocked", () => {
    const connections = new Map(of("connection").map((record) => [record.contract, record.status]));
    const standing = of("contract").filter(({ status }) => status !== "active");
    expect(new Set(standing.map(({ status }) => status))).toEqual(new Set(["suspended", "ended"]));
    expect(standing.filter(({ id }) => connections.get(id) !== "blocked")).toEqual([]);
    for (const { status, endedAt } of contracts.values()) {
      expect(endedAt !== undefined).toBe(status === "ended");
      if (endedAt !== undefined) expect(endedAt <= today).toBe(true);
    }
  });
});

describe("what is owed", () => {
  const overdue = invoices.filter(({ state, dueDate }) => state === "open" && dueDate < today);
  const qualifying = overdue.filter(({ contract, dueDate }) => {
    const day = forwardDay(ladders.get(contracts.get(contract)!.ladder)!);
    return day !== undefined && daysBetween(dueDate, today) >= day;
  });

  test("is owed by about 15 % of the customers, and 200 to 300 of them come before the classifier", () => {
    const owing = new Set(overdue.map(({ customer }) => customer)).size;
    expect(owing).toBeGreaterThan(260);
    expect(owing).toBeLessThan(330);
    const classified = new Set(qualifying.map(({ customer }) => customer));
    expect(classified.size).toBeLessThan(310);
    for (const { customer } of plannedCases) classified.delete(customer);
    expect(classified.size).toBeGreaterThan(170);
  });

  test("is owed in part by some, and by some with a bank slip or a fiscal document out", () => {
    const paid = new Map<string, string>();
    for (const payment of of("payment")) {
      if ("invoice" in payment) paid.set(payment.invoice, payment.amount);
    }
    const inPart = overdue.filter(({ id }) => paid.has(id));
    expect(inPart.length).toBeGreaterThan(5);
    expect(qualifying.some(({ remittance }) => remittance)).toBe(true);
    expect(qualifying.some(({ fiscalDocument }) => fiscalDocument)).toBe(true);
  });

  test("is less than an invoice where something was paid, and nothing where all was", () => {
    const byInvoice = byId("invoice");
    const byCharge = new Map(invoices.map((record) => [record.chargeNumber, record]));
    const covered = new Set<string>();
    for (const payment of of("payment")) {
      const invoice =
        "invoice" in payment
          ? byInvoice.get(payment.invoice)!
          : byCharge.get(payment.chargeNumber)!;
      expect(payment.paidAt <= today).toBe(true);
      expect(parseAmount(payment.amount)! <= parseAmount(invoice.amount)!).toBe(true);
      if (invoice.state === "open") expect(payment.amount).not.toBe(invoice.amount);
      covered.add(invoice.id);
    }
    expect(invoices.filter(({ id, state }) => state === "paid" && !covered.has(id))).toEqual([]);
  });

  test("was due on the contract's day of the month", () => {
    const walk = plannedCases.find(({ group }) => group === "walkThrough")!.customer;
    const days = invoices
      .filter(({ customer }) => customer !== walk)
      .map(({ dueDate }) => dueDate.slice(8));
    expect(new Set(days)).toEqual(new Set(["05", "10", "15", "20"]));
  });

  test("is not billed after the end of the contract", () => {
    const late = invoices.filter(({ contract, dueDate }) => {
      const { endedAt } = contracts.get(contract)!;
      return endedAt !== undefined && dueDate > endedAt;
    });
    expect(late).toEqual([]);
  });
});
