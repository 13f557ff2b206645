import { describe, expect, test } from "vitest";
import { ADMINISTRATOR } from "#core/access/roles.ts";
import { cents, percent } from "#core/money.ts";
import { deactivateOperator } from "#core/use-cases/deactivate-operator.ts";
import { deleteRole } from "#core/use-cases/delete-role.ts";
import { saveRole } from "#core/use-cases/save-role.ts";
import { readOperators, readRoles } from "#db/queries/administration/read-people.ts";
import { must, opening } from "#test/support/desk.ts";
import { operatorId } from "#test/support/provider.ts";
import { hire, told } from "./support.ts";

const office = opening();

const allowance = { maxDiscount: percent(5), maxInstalments: 3, maxAmountCents: cents(50_000) };
const caixa = { name: "caixa", permissions: ["panel.settled", "invoice.pay"], allowance };
const of = (id: string) => ({ operator: operatorId(id) });

describe("a role", () => {
  test("is added and changed, with what it was and is, and holds from then on", async () => {
    const o = office();
    must(await o.ask(saveRole, caixa));
    await hire(o, "carla", "caixa");
    await o.refused(() => o.classify({ as: "carla" }), {
      code: "not_permitted",
      permission: "classifier.run",
      role: "caixa",
    });
    const wider = { ...caixa, permissions: ["panel.settled", "classifier.run"] };
    must(await o.ask(saveRole, wider));
    must(await o.classify({ as: "carla" }));
    expect(await told(o, "role_changed")).toEqual([
      { actor: "system", before: null, after: caixa },
      { actor: "system", before: caixa, after: wider },
    ]);
    const roles = await readRoles(o.database.sql);
    expect(roles.find(({ name }) => name === "caixa")).toEqual({ ...wider, operators: ["carla"] });
  });

  test("is told of once when the same comes twice", async () => {
    const o = office();
    must(await o.ask(saveRole, caixa));
    must(await o.ask(saveRole, { ...caixa, permissions: [...caixa.permissions].reverse() }));
    expect(await told(o, "role_changed")).toHaveLength(1);
  });

  test("is refused, changing nothing, when it may not be so", async () => {
    const o = office();
    await o.refused(() => o.ask(saveRole, { ...caixa, permissions: ["invoice.burn"] }), {
      code: "permission_unknown",
      got: "invoice.burn",
    });
    await o.refused(() => o.ask(saveRole, { ...caixa, name: " " }), { code: "field_empty" });
    await o.refused(() => o.ask(saveRole, { ...caixa, name: ADMINISTRATOR }), {
      code: "administrator_needs",
      permission: "role.manage",
    });
    const many = { ...allowance, maxInstalments: 61 };
    await o.refused(() => o.ask(saveRole, { ...caixa, allowance: many }), {
      code: "allowance_out_of_bounds",
      field: "maxInstalments",
      asked: 61,
      max: 60,
    });
    await o.refused(() => o.ask(saveRole, caixa, { as: "gil" }), {
      code: "not_permitted",
      permission: "role.manage",
      role: "manager",
    });
  });

  test("is deleted when nobody has it", async () => {
    const o = office();
    must(await o.ask(saveRole, caixa));
    must(await o.ask(deleteRole, { name: "caixa" }));
    expect((await told(o, "role_changed")).at(-1)).toEqual({
      actor: "system",
      before: caixa,
      after: null,
    });
    await o.refused(() => o.ask(deleteRole, { name: "caixa" }), {
      code: "role_unknown",
      got: "caixa",
      known: [ADMINISTRATOR, "manager", "operator", "supervisor"],
    });
  });

  test("stays while somebody has it, deactivated or not; the administrator's stays for ever", async () => {
    const o = office();
    must(await o.ask(deactivateOperator, of("sonia")));
    await o.refused(() => o.ask(deleteRole, { name: "supervisor" }), {
      code: "role_in_use",
      role: "supervisor",
      operators: ["sonia"],
    });
    await o.refused(() => o.ask(deleteRole, { name: ADMINISTRATOR }), { code: "role_built_in" });
    await o.refused(() => o.ask(deleteRole, { name: "supervisor" }, { as: "gil" }), {
      code: "not_permitted",
      permission: "role.manage",
    });
  });

  test("is never deleted under somebody who gets it at the same moment", async () => {
    const o = office();
    must(await o.ask(saveRole, caixa));
    const [, deleted] = await Promise.allSettled([
      hire(o, "carla", "caixa"),
      o.ask(deleteRole, { name: "caixa" }),
    ]);
    const left = await readRoles(o.database.sql);
    const carla = (await readOperators(o.database.sql)).find(({ id }) => id === "carla");
    expect(deleted.status).toBe("fulfilled");
    expect(left.some(({ name }) => name === "caixa")).toBe(carla !== undefined);
  });
});

describe("an operator", () => {
  test("who is deactivated is let in no more, and what was the operator's stays", async () => {
    const o = office();
    await o.customer("C1", { owing: { A: ["129.90", "2026-05-01"] } });
    must(await o.classify());
    must(await o.start("C1", undefined, { as: "ana" }));
    must(await o.ask(deactivateOperator, of("ana")));
    await o.refused(() => o.confirm("C1", { as: "ana" }), { code: "operator_unknown" });
    expect(await o.database.sql`select operator_id as id from customer`).toEqual([{ id: "ana" }]);
    const ana = { id: "ana", name: "ana", role: "operator" };
    expect(await told(o, "operator_deactivated")).toEqual([
      { actor: "system", before: { ...ana, active: true }, after: { ...ana, active: false } },
    ]);
    expect((await readOperators(o.database.sql)).at(-1)).toMatchObject({
      id: "ana",
      active: false,
    });
  });

  test("is deactivated once, however often it is asked", async () => {
    const o = office();
    must(await o.ask(deactivateOperator, of("ana")));
    must(await o.ask(deactivateOperator, of("ana")));
    expect(await told(o, "operator_deactivated")).toHaveLength(1);
  });

  test("cannot be the last administrator, oneself, the built-in one, or nobody", async () => {
    const o = office();
    await hire(o, "rita", ADMINISTRATOR);
    await o.refused(() => o.ask(deactivateOperator, of("rita")), {
      code: "last_administrator",
      operator: "rita",
    });
    await hire(o, "davi", ADMINISTRATOR);
    await o.refused(() => o.ask(deactivateOperator, of("rita"), { as: "rita" }), {
      code: "own_operator",
      operator: "rita",
    });
    await o.refused(() => o.ask(deactivateOperator, of("system")), { code: "operator_built_in" });
    await o.refused(() => o.ask(deactivateOperator, of("nobody")), {
      code: "operator_unknown",
      operator: "nobody",
    });
    await o.refused(() => o.ask(deactivateOperator, of("ana"), { as: "gil" }), {
      code: "not_permitted",
      permission: "operator.manage",
      role: "manager",
    });
  });

  test("of two administrators who deactivate each other at once exactly one stays", async () => {
    const o = office();
    await hire(o, "rita", ADMINISTRATOR);
    await hire(o, "davi", ADMINISTRATOR);
    const answers = await Promise.all([
      o.ask(deactivateOperator, of("davi"), { as: "rita" }),
      o.ask(deactivateOperator, of("rita"), { as: "davi" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const left = (await readOperators(o.database.sql)).filter(
      ({ role, active }) => role === ADMINISTRATOR && active,
    );
    expect(left).toHaveLength(1);
  });
});
