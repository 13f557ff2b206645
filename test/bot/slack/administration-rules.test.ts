import { describe, expect, it } from "vitest";
import { PREVIEW_LADDER } from "#bot/slack/administration/ladder-form.ts";
import { ADD_LADDER, EDIT_LADDER } from "#bot/slack/administration/ladders.ts";
import { ADD_ROW, DELETE_ROW, EDIT_ROW } from "#bot/slack/administration/policy.ts";
import { EDIT_SETTING } from "#bot/slack/administration/settings.ts";
import { TURN_NEXT } from "#bot/slack/administration/view.ts";
import { percent } from "#core/money.ts";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import { saveLadder } from "#core/use-cases/save-ladder.ts";
import { savePolicy } from "#core/use-cases/save-policy.ts";
import { must } from "#test/support/desk.ts";
import { reais } from "#test/support/proposals.ts";
import { theOffice } from "#test/support/slack-office.ts";
import { administering, lastEvent, refusedWhenForgedBy, rowOf } from "./administration-support.ts";

const office = theOffice();
const sql = () => office().database.sql;

describe("settings", () => {
  const settingValue = async (key: string) =>
    (await rowOf(sql()<{ value: unknown }[]>`select value from setting where key = ${key}`)).value;

  it("are changed by their kind, and refused at the field", async () => {
    const elisa = await administering(office(), "elisa", "settings");
    expect(elisa.screen()).toContain("*Provedor*");
    await elisa.press(EDIT_SETTING, { value: "agreement.sources" });
    await elisa.sees("# Alterar configuração");
    await elisa.select("value", "Ficam suspensas");
    await elisa.submit();
    await elisa.sees(/white_check_mark.*Ficam suspensas/);
    expect(await settingValue("agreement.sources")).toBe("suspended");
    await refusedWhenForgedBy(office(), "diego");

    await elisa.press(EDIT_SETTING, { value: "agreement.maxInstalments" });
    await elisa.sees("# Alterar configuração");
    expect(elisa.screen()).toContain("de 2 a 60");
    await elisa.type("value", "61");
    await elisa.submit();
    expect(elisa.fieldErrors().value).toContain("Esperado: um número inteiro de 2 a 60");
    await elisa.type("value", "48");
    await elisa.submit();
    await elisa.sees(/white_check_mark.*48/);
    expect(await settingValue("agreement.maxInstalments")).toBe(48);

    await elisa.press(TURN_NEXT);
    await elisa.sees("Feriados municipais");
    await elisa.press(EDIT_SETTING, { value: "calendar.extraHolidays" });
    await elisa.sees("# Alterar configuração");
    await elisa.type("value", "24/06/2026\n31/02/2026");
    await elisa.submit();
    expect(elisa.fieldErrors().value).toContain("uma data por linha");
    await elisa.type("value", "24/06/2026\n16/07/2026");
    await elisa.submit();
    await elisa.sees("24/06/2026 e 16/07/2026");
    expect(await settingValue("calendar.extraHolidays")).toEqual(["2026-06-24", "2026-07-16"]);
    expect(await lastEvent(office(), "setting_changed")).toMatchObject({
      actor: "elisa",
      data: { key: "calendar.extraHolidays" },
    });
  });

  it("switch on and off", async () => {
    const elisa = await administering(office(), "elisa", "settings");
    await elisa.press(EDIT_SETTING, { value: "authorise.remittance" });
    await elisa.sees("# Alterar configuração");
    await elisa.select("value", "Sim");
    await elisa.submit();
    await elisa.sees(/white_check_mark.*Sim/);
    expect(await settingValue("authorise.remittance")).toBe(true);
  });
});

describe("ladders", () => {
  const ladder = async (id: string) =>
    rowOf(sql()<{ name: string; forward: number | null; steps: string[] }[]>`
      select name, forward_day as forward,
        array(select day || ' ' || action from ladder_step where ladder_id = ${id} order by day)
          as steps
      from ladder where id = ${id}`);

  it("are added by lines, looked over in a sentence, and refused at the field", async () => {
    const diego = await administering(office(), "diego", "ladders");
    await diego.press(ADD_LADDER);
    await diego.sees("# Nova régua");
    await diego.type("id", "firme");
    await diego.type("name", "Firme");
    await diego.type("steps", "-3 enviar mensagem\nquando der\n5 cortar a luz");
    await diego.submit();
    expect(diego.fieldErrors().steps).toContain("A linha 2 não é um dia e uma ação");
    expect(diego.fieldErrors().steps).toContain("A ação da linha 3 não existe");
    await diego.type("steps", "-3 enviar mensagem\n5000 bloquear a conexão");
    await diego.submit();
    expect(diego.fieldErrors().steps).toContain("O dia da etapa 2 é 5000");

    await diego.type("steps", "-3 Enviar mensagem\n0 message\n\n12 encaminhar a cobranca");
    await diego.press(PREVIEW_LADDER);
    const screen = await diego.sees("Uma fatura não paga entra na cobrança 12 dias depois");
    expect(screen).toContain("3 dias antes do vencimento: enviar mensagem; no vencimento");
    await diego.submit();
    await diego.sees("Salvo: Firme.");
    expect(await ladder("firme")).toEqual({
      name: "Firme",
      forward: 12,
      steps: ["-3 message", "0 message", "12 forward_to_collections"],
    });
    expect(await lastEvent(office(), "ladder_changed")).toMatchObject({
      actor: "diego",
      data: { before: null, after: { id: "firme", forwardDay: 12 } },
    });
    await refusedWhenForgedBy(office(), "carla");
  });

  it("are changed, unless somebody else did meanwhile", async () => {
    const diego = await administering(office(), "diego", "ladders");
    await diego.press(EDIT_LADDER, { value: "standard" });
    await diego.sees("# Alterar régua");
    await diego.type("steps", "15 encaminhar à cobrança");
    await diego.submit();
    await diego.sees("Salvo: Padrão.");
    expect(await ladder("standard")).toMatchObject({ forward: 15 });

    await diego.press(EDIT_LADDER, { value: "standard" });
    await diego.sees("# Alterar régua");
    const steps = [{ day: 20, action: "forward_to_collections" }];
    const other = { id: "standard", name: "Padrão", steps, version: 2 };
    must(await office().ask(saveLadder, other, { as: "elisa" }));
    await diego.type("steps", "8 encaminhar à cobrança");
    await diego.submit();
    expect(diego.fieldErrors().name).toContain("foi alterada por outra pessoa");
    expect(await ladder("standard")).toMatchObject({ forward: 20 });
  });
});

const ROW: PolicyRow = {
  daysOverdueFrom: 0,
  daysOverdueTo: 90,
  amountFromCents: reais("0"),
  amountToCents: null,
  maxDiscountAtOnce: percent(10),
  maxDiscountSplit: percent(5),
  maxInstalments: 6,
  minInstalmentCents: reais("30"),
  latestFirstDueDays: 10,
  offerStandsDays: 5,
};

describe("the policy", () => {
  const rows = () => sql()<{ from: number; to: number | null; discount: number; least: number }[]>`
    select days_overdue_from as from, days_overdue_to as to, max_discount_at_once as discount,
      min_instalment_cents as least from policy_row order by days_overdue_from`;
  const written = async (...more: PolicyRow[]) => {
    const seen = await office().deps.reads.administration.policy();
    must(await office().ask(savePolicy, { rows: [ROW, ...more], seen }));
  };

  it("gains a row, refused at its field while it does not fit into the table", async () => {
    await written();
    const diego = await administering(office(), "diego", "policy");
    expect(diego.screen()).toContain("de 0 a 90 dias de atraso, dívida a partir de R$ 0,00");
    await diego.press(ADD_ROW);
    await diego.sees("# Nova linha da política");
    const typed = {
      daysOverdueFrom: "80",
      amountFromCents: "0",
      maxDiscountAtOnce: "100",
      maxDiscountSplit: "12,5",
      maxInstalments: "12",
      minInstalmentCents: "R$ 1.050,00",
      latestFirstDueDays: "15",
      offerStandsDays: "muitos",
    };
    for (const [field, words] of Object.entries(typed)) await diego.type(field, words);
    await diego.submit();
    expect(diego.fieldErrors()).toEqual({ offerStandsDays: expect.stringContaining("inteiro") });
    await diego.type("offerStandsDays", "3");
    await diego.submit();
    expect(diego.fieldErrors().maxDiscountAtOnce).toContain("Na linha 2 da política");
    await diego.type("maxDiscountAtOnce", "20");
    await diego.submit();
    expect(diego.fieldErrors().daysOverdueFrom).toContain("que a linha 1 já cobre");
    await diego.type("daysOverdueFrom", "91");
    await diego.submit();
    await diego.sees("Salva na política a linha: a partir de 91 dias");

    expect([...(await rows())]).toEqual([
      { from: 0, to: 90, discount: 100_000, least: 3_000 },
      { from: 91, to: null, discount: 200_000, least: 105_000 },
    ]);
    const { actor, data } = await lastEvent(office(), "policy_changed");
    expect(actor).toBe("diego");
    expect(data).toMatchObject({ before: [{}], after: [{}, { daysOverdueFrom: 91 }] });
    await refusedWhenForgedBy(office(), "carla");
  });

  it("has its rows changed, and not one that is another by now", async () => {
    await written();
    const diego = await administering(office(), "diego", "policy");
    await diego.press(EDIT_ROW);
    await diego.sees("# Alterar linha");
    await diego.type("maxDiscountAtOnce", "15,5");
    await diego.submit();
    await diego.sees("À vista: até 15,5 %");
    expect((await rows())[0]?.discount).toBe(155_000);

    await diego.press(EDIT_ROW);
    await diego.sees("# Alterar linha");
    await written();
    await diego.type("maxDiscountAtOnce", "1");
    await diego.submit();
    expect(diego.fieldErrors().daysOverdueFrom).toContain("Outra pessoa alterou esta linha");
    expect((await rows())[0]?.discount).toBe(100_000);
  });

  it("loses a row after a question, but never the last one", async () => {
    const second = { ...ROW, daysOverdueFrom: 91, daysOverdueTo: null };
    await written(second);
    const diego = await administering(office(), "diego", "policy");
    const [, last] = diego
      .modal()!
      .blocks.flatMap(({ elements = [] }) =>
        elements.filter(({ action_id }) => action_id === DELETE_ROW),
      );
    await expect(diego.press(DELETE_ROW, { value: last!.value! })).rejects.toThrow(
      "A linha 2 (a partir de 91 dias de atraso, dívida a partir de R$ 0,00) sai da política",
    );
    await diego.press(DELETE_ROW, { value: last!.value!, confirm: true });
    await diego.sees("Excluída da política a linha: a partir de 91 dias");
    expect(await rows()).toHaveLength(1);
    await diego.press(DELETE_ROW, { confirm: true });
    await diego.sees("A política ficaria sem nenhuma linha");
    expect(await rows()).toHaveLength(1);
  });
});
