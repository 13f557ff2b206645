import { describe, expect, it } from "vitest";
import { entryIds } from "#bot/slack/administration/entries.ts";
import {
  ADD_TEMPLATE,
  DELETE_TEMPLATE,
  EDIT_TEMPLATE,
} from "#bot/slack/administration/templates.ts";
import { saveTemplate } from "#core/use-cases/save-template.ts";
import { must } from "#test/support/desk.ts";
import { theOffice } from "#test/support/slack-office.ts";
import { administering, lastEvent, refusedWhenForgedBy, rowOf } from "./administration-support.ts";

const office = theOffice();
const sql = () => office().database.sql;

describe("categories", () => {
  const ids = entryIds("categories");
  const named = (name: string) =>
    rowOf(sql()<{ id: string; active: boolean }[]>`
      select id, active from category where name = ${name}`);

  it("are added, renamed, deactivated after a question and reactivated", async () => {
    const diego = await administering(office(), "diego", "categories");
    await diego.press(ids.add);
    await diego.sees("# Nova categoria");
    await diego.type("name", "Acordo judicial");
    await diego.submit();
    await diego.sees("Salvo: Acordo judicial.");
    const { id, active } = await named("Acordo judicial");
    expect(active).toBe(true);
    expect(await lastEvent(office(), "category_changed")).toMatchObject({
      actor: "diego",
      data: { before: null, after: { name: "Acordo judicial" } },
    });
    await refusedWhenForgedBy(office(), "carla");

    await diego.press(ids.edit, { value: id });
    await diego.sees("# Alterar categoria");
    await diego.type("name", "Judicial");
    await diego.submit();
    await diego.sees("Salvo: Judicial.");
    expect(await named("Judicial")).toEqual({ id, active: true });

    await expect(diego.press(ids.deactivate, { value: id })).rejects.toThrow(
      "Nenhum acordo novo poderá ter a categoria Judicial.",
    );
    await diego.press(ids.deactivate, { value: id, confirm: true });
    await diego.sees("Desativado: Judicial.");
    expect(await named("Judicial")).toEqual({ id, active: false });
    await diego.press(ids.reactivate, { value: id });
    await diego.sees("Reativado: Judicial.");
    expect(await named("Judicial")).toEqual({ id, active: true });
    expect((await lastEvent(office(), "category_changed")).data).toMatchObject({
      before: { active: false },
      after: { active: true },
    });
  });

  it("have each name once, said at the field", async () => {
    const diego = await administering(office(), "diego", "categories");
    await diego.press(ids.add);
    await diego.sees("# Nova categoria");
    await diego.type("name", "Acordo por telefone");
    expect(await diego.submit()).toBe("errors");
    expect(diego.fieldErrors().name).toContain("Já existe");
    await diego.type("name", "x".repeat(151));
    await diego.submit();
    expect(diego.fieldErrors().name).toContain("151 caracteres");
  });
});

describe("ledger units", () => {
  const ids = entryIds("ledger-units");
  const coded = (code: string) =>
    rowOf(sql()<{ id: string; name: string; active: boolean }[]>`
      select id, name, active from ledger_unit where code = ${code}`);

  it("are added, named anew under the code they keep, and deactivated", async () => {
    const diego = await administering(office(), "diego", "ledger-units");
    await diego.press(ids.add);
    await diego.sees("# Nova unidade");
    await diego.type("code", "9.9.9");
    await diego.type("name", "Honorários");
    await diego.submit();
    await diego.sees("Salvo: 9.9.9 – Honorários.");
    const { id } = await coded("9.9.9");
    await refusedWhenForgedBy(office(), "ana");

    await diego.press(ids.edit, { value: id });
    await diego.sees("Código: *9.9.9*");
    await diego.type("name", "Honorários de cobrança");
    await diego.submit();
    await diego.sees("Salvo: 9.9.9 – Honorários de cobrança.");
    expect((await coded("9.9.9")).name).toBe("Honorários de cobrança");
    await diego.press(ids.deactivate, { value: id, confirm: true });
    await diego.sees("Desativado: 9.9.9");
    expect((await coded("9.9.9")).active).toBe(false);
    expect(await lastEvent(office(), "ledger_unit_changed")).toMatchObject({
      actor: "diego",
      data: { before: { code: "9.9.9", active: true }, after: { active: false } },
    });

    await diego.press(ids.add);
    await diego.sees("# Nova unidade");
    await diego.type("code", "9.9.9");
    await diego.type("name", "Outra");
    await diego.submit();
    expect(diego.fieldErrors().code).toContain("Está desativado");
  });
});

describe("payment profiles", () => {
  const ids = entryIds("profiles");
  const named = (name: string) =>
    rowOf(sql()`
      select id, bank, wallet, agreement_code as "agreementCode", beneficiary,
        pix_key as "pixKey", active from payment_profile where name = ${name}`);

  it("are added, changed, and deactivated", async () => {
    const diego = await administering(office(), "diego", "profiles");
    await diego.press(ids.add);
    await diego.sees("# Novo profile");
    await diego.type("name", "Bradesco 09");
    await diego.select("bank", "237 Bradesco");
    await diego.type("wallet", "09");
    await diego.type("pixKey", "chave com espaço");
    await diego.submit();
    expect(diego.fieldErrors().pixKey).toContain("sem espaços");
    await diego.type("pixKey", "cobranca@provedor.example");
    await diego.submit();
    await diego.sees("Salvo: Bradesco 09.");
    const { id, ...added } = await named("Bradesco 09");
    expect(added).toEqual({
      bank: "237",
      wallet: "09",
      agreementCode: null,
      beneficiary: null,
      pixKey: "cobranca@provedor.example",
      active: true,
    });
    await refusedWhenForgedBy(office(), "carla");

    await diego.press(ids.edit, { value: `${id}` });
    await diego.sees("# Alterar profile");
    await diego.type("beneficiary", "Provedor Ltda.");
    await diego.submit();
    await diego.sees("Beneficiário: Provedor Ltda.");
    expect(await named("Bradesco 09")).toMatchObject({
      bank: "237",
      wallet: "09",
      beneficiary: "Provedor Ltda.",
    });
    await diego.press(ids.deactivate, { value: `${id}`, confirm: true });
    await diego.sees("Desativado: Bradesco 09.");
    expect(await named("Bradesco 09")).toMatchObject({ active: false });
    expect(await lastEvent(office(), "payment_profile_changed")).toMatchObject({
      actor: "diego",
      data: { before: { active: true }, after: { active: false } },
    });
  });
});

describe("templates", () => {
  const named = (name: string) =>
    sql()<{ channel: string; subject: string | null; body: string }[]>`
      select channel, subject, body from template where name = ${name}`;

  it("are added for a channel, changed, and deleted after a question", async () => {
    const carla = await administering(office(), "carla", "templates");
    await carla.press(ADD_TEMPLATE);
    await carla.sees("# Novo modelo");
    await carla.select("channel", "e-mail");
    await carla.type("name", "lembrete");
    await carla.type("body", "Olá,\n*sua* fatura venceu.");
    await carla.submit();
    expect(carla.fieldErrors().subject).toContain("está vazio");
    await carla.type("subject", "Fatura vencida");
    await carla.submit();
    await carla.sees("Salvo: lembrete.");
    expect(await rowOf(named("lembrete"))).toEqual({
      channel: "email",
      subject: "Fatura vencida",
      body: "Olá,\n*sua* fatura venceu.",
    });
    await refusedWhenForgedBy(office(), "bruno");

    await carla.press(EDIT_TEMPLATE);
    await carla.sees("# Alterar modelo");
    await carla.type("body", "Olá!");
    await carla.submit();
    await carla.sees("Olá!");
    expect((await rowOf(named("lembrete"))).body).toBe("Olá!");
    expect(await lastEvent(office(), "template_saved")).toMatchObject({
      actor: "carla",
      data: { channel: "email", name: "lembrete" },
    });

    await expect(carla.press(DELETE_TEMPLATE)).rejects.toThrow("O modelo lembrete (e-mail)");
    await carla.press(DELETE_TEMPLATE, { confirm: true });
    await carla.sees("Excluído: lembrete.");
    expect(await named("lembrete")).toHaveLength(0);
    expect((await lastEvent(office(), "template_deleted")).data).toMatchObject({
      before: { name: "lembrete", body: "Olá!" },
    });
  });

  it("are never written over by a new one, nor cut by a field that is too small", async () => {
    const long = { channel: "sms", name: "longo", subject: null, body: "a".repeat(3_001) } as const;
    must(await office().ask(saveTemplate, long));
    const carla = await administering(office(), "carla", "templates");
    await carla.press(EDIT_TEMPLATE);
    await carla.sees("maior do que o Slack aceita");
    await carla.closeModal();
    await carla.press(ADD_TEMPLATE);
    await carla.sees("# Novo modelo");
    await carla.select("channel", "SMS");
    await carla.type("name", "longo");
    await carla.type("body", "curto");
    await carla.submit();
    expect(carla.fieldErrors().name).toContain("Já existe");
    expect((await rowOf(named("longo"))).body).toHaveLength(3_001);
  });
});
