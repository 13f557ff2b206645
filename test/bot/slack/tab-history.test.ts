import { describe, expect, it } from "vitest";
import { atAccount } from "#test/bot/slack/account-support.ts";
import { unchanged } from "#test/support/proposals.ts";
import { TODAY } from "#test/support/provider.ts";
import { theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

describe("the histories", () => {
  it("tell in sentences, by day and newest first, what happened and who did it", async () => {
    await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
    await office().negotiate("C1", "2026-06-30");
    await office().agree("C1", ["A"], unchanged(), { as: "ana" });

    const screen = (await atAccount(office(), { customer: "C1", tab: 2 })).screen();

    expect(screen).toMatch(/\*ana\* · O acordo \d+ \(sem alteração de valores\) foi feito/);
    const days = [...screen.matchAll(/^\*(\d\d\/\d\d\/\d{4})\*$/gm)].map(([, day]) => day);
    expect(days).toEqual(["01/07/2026", "30/06/2026"]);
    expect(screen.indexOf("foi feito")).toBeLessThan(screen.indexOf("foi iniciada"));
  });

  it("call a customer who acted alone by a word, not by an id", async () => {
    await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
    await office().negotiate("C1");
    const { sql } = office().database;
    await sql`insert into event (at, on_date, kind, customer_id, actor, invoice_id, data)
      values (now(), ${TODAY}, 'collection_started', 'C1', 'customer', 'A',
        jsonb_build_object('amountCents', 12990))`;

    const screen = (await atAccount(office(), { customer: "C1", tab: 2 })).screen();

    expect(screen).toContain("*cliente* · ");
    expect(screen).not.toContain("*customer*");
  });

  it("of the invoices leave out what concerns no invoice", async () => {
    await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
    await office().negotiate("C1");

    const screen = (await atAccount(office(), { customer: "C1", tab: 3 })).screen();

    expect(screen).toContain("A fatura A, de R$ 129,90, foi classificada");
    expect(screen).not.toContain("A conta de cobrança");
  });

  it("go on page by page", async () => {
    const owing = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`A${index}`, ["10", "2026-05-04"] as const]),
    );
    await office().customer("C1", { owing });
    await office().negotiate("C1");
    const ana = await atAccount(office(), { customer: "C1", tab: 2 });
    expect(ana.screen()).not.toContain("foi classificada");

    await ana.press("account:next");
    await ana.sees("foi classificada");
  });
});
