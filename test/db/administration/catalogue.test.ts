import { describe, expect, test } from "vitest";
import { deactivateCategory } from "#core/use-cases/deactivate-category.ts";
import { deactivateLedgerUnit } from "#core/use-cases/deactivate-ledger-unit.ts";
import { deactivatePaymentProfile } from "#core/use-cases/deactivate-payment-profile.ts";
import { saveCategory } from "#core/use-cases/save-category.ts";
import { saveLedgerUnit } from "#core/use-cases/save-ledger-unit.ts";
import { savePaymentProfile } from "#core/use-cases/save-payment-profile.ts";
import {
  readCategories,
  readLedgerUnits,
  readPaymentProfiles,
} from "#db/queries/administration/read-lists.ts";
import { must, opening } from "#test/support/desk.ts";
import { single, unchanged } from "#test/support/proposals.ts";
import { profile, told } from "./support.ts";

const office = opening();

const debtor = async () => {
  const o = office();
  await o.customer("C1", { owing: { A: ["129.90", "2026-05-01"] } });
  await o.negotiate("C1");
  return o;
};

describe("a category", () => {
  test("is added, renamed, given up and offered again, each told with before and after", async () => {
    const o = office();
    const by = { as: "gil" };
    const { id } = must(await o.ask(saveCategory, { id: null, name: " Mutirão " }, by));
    must(await o.ask(saveCategory, { id, name: "Mutirão de julho" }, by));
    must(await o.ask(deactivateCategory, { id }, by));
    must(await o.ask(saveCategory, { id, name: "Mutirão de julho" }, by));
    const was = (name: string, active = true) => ({ id, name, active });
    expect(await told(o, "category_changed")).toEqual([
      { actor: "gil", before: null, after: was("Mutirão") },
      { actor: "gil", before: was("Mutirão"), after: was("Mutirão de julho") },
      { actor: "gil", before: was("Mutirão de julho"), after: was("Mutirão de julho", false) },
      { actor: "gil", before: was("Mutirão de julho", false), after: was("Mutirão de julho") },
    ]);
    expect(await readCategories(o.database.sql)).toEqual([
      { id: "1", name: "Acordo por telefone", active: true },
      was("Mutirão de julho"),
    ]);
  });

  test("that was given up is offered to no agreement, and stays with those that have it", async () => {
    const o = await debtor();
    must(await o.agree("C1", ["A"], unchanged()));
    must(await o.ask(deactivateCategory, { id: "1" }));
    await o.customer("C2", { owing: { B: ["50.00", "2026-05-01"] } });
    await o.negotiate("C2");
    await o.refused(() => o.agree("C2", ["B"], unchanged()), {
      code: "category_unknown",
      got: "Acordo por telefone",
      known: [],
    });
    expect(await o.database.sql`select category from agreement`).toEqual([
      { category: "Acordo por telefone" },
    ]);
    must(await o.ask(saveCategory, { id: "1", name: "Acordo por telefone" }));
    must(await o.agree("C2", ["B"], unchanged()));
  });

  test("is refused, changing nothing, without a name, with another's, unknown, or unasked", async () => {
    const o = office();
    await o.refused(() => o.ask(saveCategory, { id: null, name: " " }), {
      code: "field_empty",
      field: "name",
    });
    await o.refused(() => o.ask(saveCategory, { id: null, name: "x".repeat(151) }), {
      code: "field_too_long",
      length: 151,
      max: 150,
    });
    await o.refused(() => o.ask(saveCategory, { id: null, name: "Acordo por telefone" }), {
      code: "entry_name_taken",
      active: true,
    });
    await o.refused(() => o.ask(deactivateCategory, { id: "9" }), { code: "entry_unknown" });
    for (const command of [saveCategory, deactivateCategory]) {
      const input = { id: "1", name: "Outra" };
      await o.refused(() => o.ask(command, input, { as: "sonia" }), {
        code: "not_permitted",
        permission: "category.manage",
        role: "supervisor",
      });
    }
  });

  test("comes once when two people add it at the same moment", async () => {
    const o = office();
    const answers = await Promise.all(
      ["gil", "system"].map((as) => o.ask(saveCategory, { id: null, name: "Visita" }, { as })),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "entry_name_taken" } });
  });

  test("is added once when the same request comes twice", async () => {
    const o = office();
    const twice = () => o.ask(saveCategory, { id: null, name: "Visita" }, { key: "click-1" });
    expect(must(await twice())).toEqual(must(await twice()));
    expect(await told(o, "category_changed")).toHaveLength(1);
  });
});

describe("a ledger unit", () => {
  test("is named anew, keeps its code, and is booked no more once it is given up", async () => {
    const o = await debtor();
    must(await o.ask(saveLedgerUnit, { id: "3.1", code: "3.1", name: "Juros de mora" }));
    await o.refused(() => o.ask(saveLedgerUnit, { id: "3.1", code: "3.9", name: "Juros" }), {
      code: "entry_name_kept",
      name: "3.1",
    });
    must(await o.ask(deactivateLedgerUnit, { id: "3.1" }));
    await o.refused(() => o.agree("C1", ["A"], single("2026-07-10", { increase: "1" })), {
      code: "ledger_unit_unknown",
      got: "3.1",
    });
    const unit = { id: "3.1", code: "3.1" };
    expect(await told(o, "ledger_unit_changed")).toMatchObject([
      { before: { ...unit, name: "increase" }, after: { ...unit, name: "Juros de mora" } },
      { before: { active: true }, after: { active: false } },
    ]);
    expect((await readLedgerUnits(o.database.sql)).at(-1)).toMatchObject({
      ...unit,
      active: false,
    });
  });

  test("is refused to whoever may not manage it", async () => {
    const o = office();
    for (const command of [saveLedgerUnit, deactivateLedgerUnit]) {
      const input = { id: "3.1", code: "3.1", name: "Juros" };
      await o.refused(() => o.ask(command, input, { as: "sonia" }), {
        code: "not_permitted",
        permission: "ledger-unit.manage",
      });
    }
  });
});

describe("a payment profile", () => {
  test("is added and changed, each field told from what to what", async () => {
    const o = office();
    const { id } = must(await o.ask(savePaymentProfile, profile("Itaú 112")));
    must(await o.ask(savePaymentProfile, profile("Itaú 112", { id, wallet: "112", pixKey: " " })));
    const first = { ...profile("Itaú 112"), id, active: true };
    const second = { ...first, wallet: "112", pixKey: null };
    expect(await told(o, "payment_profile_changed")).toEqual([
      { actor: "system", before: null, after: first },
      { actor: "system", before: first, after: second },
    ]);
    expect(await readPaymentProfiles(o.database.sql)).toContainEqual(second);
  });

  test("charges no new invoice once it is given up", async () => {
    const o = await debtor();
    must(await o.ask(deactivatePaymentProfile, { id: "1" }));
    await o.refused(() => o.agree("C1", ["A"], single("2026-07-10")), {
      code: "profile_unknown",
      got: "Itaú 109",
      known: [],
    });
  });

  test("is refused, changing nothing, with a bank or a Pix key that no code can hold", async () => {
    const o = office();
    const ask = (more: Parameters<typeof profile>[1]) => () =>
      o.ask(savePaymentProfile, profile("Novo", more));
    await o.refused(ask({ bank: "999" }), { code: "bank_unknown", got: "999" });
    await o.refused(ask({ pixKey: "chave é" }), { code: "pix_key_invalid" });
    await o.refused(ask({ wallet: "x".repeat(101) }), { code: "field_too_long", field: "wallet" });
    await o.refused(ask({ id: "1" }), { code: "entry_name_kept", name: "Itaú 109" });
    for (const command of [savePaymentProfile, deactivatePaymentProfile]) {
      const input = { ...profile("Itaú 109"), id: "1" };
      await o.refused(() => o.ask(command, input, { as: "sonia" }), {
        code: "not_permitted",
        permission: "profile.manage",
      });
    }
  });
});
