import { describe, expect, it } from "vitest";
import {
  ADD_OPERATOR,
  DEACTIVATE_OPERATOR,
  EDIT_OPERATOR,
  REACTIVATE_OPERATOR,
} from "#bot/slack/administration/operators.ts";
import { ADD_ROLE, DELETE_ROLE, EDIT_ROLE } from "#bot/slack/administration/roles.ts";
import { slackId, theOffice } from "#test/support/slack-office.ts";
import { administering, lastEvent, refusedWhenForgedBy, rowOf } from "./administration-support.ts";

const office = theOffice();

const roleNamed = (name: string) =>
  rowOf(office().database.sql<
    { permissions: string[]; discount: number; instalments: number; amount: number | null }[]
  >`
    select permissions, max_discount as discount, max_instalments as instalments,
      max_amount_cents as amount from role where name = ${name}`);

const operatorNamed = (id: string) =>
  rowOf(office().database.sql<
    { name: string; role: string; slack: string | null; active: boolean }[]
  >`
    select name, role, slack_user_id as slack, active from operator where id = ${id}`);

describe("roles", () => {
  it("are added with what they permit and how far they go", async () => {
    const elisa = await administering(office(), "elisa", "roles");
    await elisa.press(ADD_ROLE);
    await elisa.sees("# Novo papel");
    await elisa.type("name", "estagiário");
    await elisa.type("maxDiscount", "7,5");
    await elisa.type("maxInstalments", "3");
    await elisa.type("maxAmountCents", "1.234,56");
    await elisa.check("panels", ["Painel: classificados", "Painel: em contato"]);
    await elisa.check("collection", ["csv.export"]);
    expect(await elisa.submit()).toBe("closed");
    await elisa.sees("Salvo: estagiário.");

    expect(elisa.screen()).toContain("dívida de até R$ 1.234,56");
    const permissions = ["panel.classified", "panel.in-contact", "csv.export"];
    expect(await roleNamed("estagiário")).toEqual({
      permissions,
      discount: 75_000,
      instalments: 3,
      amount: 123_456,
    });
    expect(await lastEvent(office(), "role_changed")).toMatchObject({
      actor: "elisa",
      data: { before: null, after: { name: "estagiário", permissions } },
    });
    await refusedWhenForgedBy(office(), "diego");
  });

  it("are changed, keeping every tick that was there", async () => {
    const before = await roleNamed("operator");
    const elisa = await administering(office(), "elisa", "roles");
    await elisa.press(EDIT_ROLE, { value: "operator" });
    await elisa.sees("# Alterar papel");
    await elisa.type("maxAmountCents", "");
    await elisa.submit();
    await elisa.sees("Salvo: operator.");

    const after = await roleNamed("operator");
    expect(after.permissions.toSorted()).toEqual(before.permissions.toSorted());
    expect(after).toMatchObject({ discount: 100_000, instalments: 6, amount: null });
    expect((await lastEvent(office(), "role_changed")).data).toMatchObject({
      before: { allowance: { maxAmountCents: 200_000 } },
      after: { allowance: { maxAmountCents: null } },
    });
  });

  it("are refused at the field", async () => {
    const elisa = await administering(office(), "elisa", "roles");
    await elisa.press(ADD_ROLE);
    await elisa.sees("# Novo papel");
    await elisa.type("name", "operator");
    await elisa.type("maxDiscount", "muito");
    await elisa.type("maxInstalments", "3");
    expect(await elisa.submit()).toBe("errors");
    expect(elisa.fieldErrors().name).toContain("Já existe");
    await elisa.type("name", "outro");
    await elisa.submit();
    expect(elisa.fieldErrors().maxDiscount).toContain("porcentagem");
    await elisa.type("maxDiscount", "5");
    await elisa.type("maxInstalments", "61");
    await elisa.submit();
    expect(elisa.fieldErrors().maxInstalments).toContain("de 1 a 60");
    await elisa.closeModal();

    await elisa.press(EDIT_ROLE, { value: "administrator" });
    await elisa.sees("# Alterar papel");
    await elisa.check("administration", ["policy.manage"]);
    await elisa.submit();
    expect(elisa.fieldErrors().administration).toContain("precisa manter");
  });

  it("are deleted after a question, if nobody has them", async () => {
    const elisa = await administering(office(), "elisa", "roles");
    await elisa.press(DELETE_ROLE, { value: "operator", confirm: true });
    await elisa.sees("ainda é de ana e bruno");
    await elisa.closeModal();
    await elisa.press(ADD_ROLE);
    await elisa.sees("# Novo papel");
    await elisa.type("name", "breve");
    await elisa.type("maxDiscount", "0");
    await elisa.type("maxInstalments", "1");
    await elisa.submit();
    await elisa.sees("Salvo: breve.");
    await expect(elisa.press(DELETE_ROLE, { value: "breve" })).rejects.toThrow(
      "O papel breve deixa de existir",
    );
    await elisa.press(DELETE_ROLE, { value: "breve", confirm: true });
    await elisa.sees("Excluído: breve.");

    const { sql } = office().database;
    expect(await sql`select 1 from role where name = 'breve'`).toHaveLength(0);
    expect((await lastEvent(office(), "role_changed")).data).toMatchObject({
      before: { name: "breve" },
      after: null,
    });
  });
});

describe("operators", () => {
  it("are added from a user of Slack, who is known at once", async () => {
    const elisa = await administering(office(), "elisa", "operators");
    await elisa.press(ADD_OPERATOR);
    await elisa.sees("# Novo operador");
    await elisa.select("slackUser", slackId("fabio"));
    await elisa.type("id", "fabio");
    await elisa.type("name", "Fábio Lima");
    await elisa.type("email", "fabio@provedor.example");
    await elisa.select("role", "supervisor");
    await elisa.submit();
    await elisa.sees("Salvo: Fábio Lima.");

    const slack = slackId("fabio");
    expect(await operatorNamed("fabio")).toEqual({
      name: "Fábio Lima",
      role: "supervisor",
      slack,
      active: true,
    });
    expect(await lastEvent(office(), "operator_saved")).toMatchObject({
      actor: "elisa",
      data: { operator: "fabio", role: "supervisor", active: true },
    });
    await refusedWhenForgedBy(office(), "diego");
    const fabio = office().person("fabio");
    await fabio.slash("/cobranca", "admin");
    await fabio.sees("Modelos de mensagem");
  });

  it("are refused at the field", async () => {
    const elisa = await administering(office(), "elisa", "operators");
    await elisa.press(ADD_OPERATOR);
    await elisa.sees("# Novo operador");
    await elisa.select("slackUser", slackId("ana"));
    await elisa.type("id", "ana");
    await elisa.type("name", "Outra Ana");
    await elisa.select("role", "operator");
    await elisa.submit();
    expect(elisa.fieldErrors().id).toContain("Já existe");
    await elisa.type("id", "ana2");
    await elisa.submit();
    expect(elisa.fieldErrors().slackUser).toContain("já é do operador ana");
    await elisa.closeModal();

    await elisa.press(EDIT_OPERATOR, { value: "elisa" });
    await elisa.sees("# Alterar operador");
    await elisa.select("role", "operator");
    await office().database.sql`update operator set active = false where id = 'system'`;
    await elisa.submit();
    expect(elisa.fieldErrors().role).toContain("é o último com o papel");
    await office().database.sql`update operator set active = true where id = 'system'`;
  });

  it("are changed, deactivated after a question that names them, and reactivated", async () => {
    const elisa = await administering(office(), "elisa", "operators");
    await elisa.press(EDIT_OPERATOR, { value: "bruno" });
    await elisa.sees("# Alterar operador");
    await elisa.select("role", "supervisor");
    await elisa.submit();
    await elisa.sees("Salvo: bruno.");
    expect(await operatorNamed("bruno")).toMatchObject({ role: "supervisor", slack: "U-bruno" });

    await expect(elisa.press(DEACTIVATE_OPERATOR, { value: "bruno" })).rejects.toThrow(
      "bruno (supervisor) não entra mais",
    );
    await elisa.press(DEACTIVATE_OPERATOR, { value: "bruno", confirm: true });
    await elisa.sees("Desativado: bruno.");
    expect(await operatorNamed("bruno")).toMatchObject({ active: false });
    expect((await lastEvent(office(), "operator_deactivated")).data).toMatchObject({
      before: { id: "bruno", active: true },
      after: { id: "bruno", active: false },
    });
    const bruno = office().person("bruno");
    await bruno.slash("/cobranca", "admin");
    await bruno.sees("ainda não está ligado a um operador");

    await elisa.press(REACTIVATE_OPERATOR);
    await elisa.sees("Reativado: bruno.");
    expect(await operatorNamed("bruno")).toMatchObject({ active: true });
    expect((await lastEvent(office(), "operator_saved")).data).toMatchObject({ active: true });
  });
});
