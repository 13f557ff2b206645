import { describe, expect, it } from "vitest";
import { entryIds } from "#bot/slack/administration/entries.ts";
import { permissionFields } from "#bot/slack/administration/permission-groups.ts";
import { settingGroup, settingValue } from "#bot/slack/administration/setting-texts.ts";
import { ADMINISTERED } from "#bot/slack/administration/subject.ts";
import { CHOOSE_SUBJECT, TURN_NEXT, TURN_PREVIOUS } from "#bot/slack/administration/view.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { PERMISSIONS } from "#core/access/permissions.ts";
import { SETTINGS, type SettingKey } from "#core/settings.ts";
import { saveCategory } from "#core/use-cases/save-category.ts";
import { saveOperator } from "#core/use-cases/save-operator.ts";
import { must } from "#test/support/desk.ts";
import { operatorId } from "#test/support/provider.ts";
import { theOffice } from "#test/support/slack-office.ts";
import { administering } from "./administration-support.ts";

const office = theOffice();

describe("the administration", () => {
  it("shows an administrator every subject", async () => {
    const elisa = office().person("elisa");
    await elisa.slash("/cobranca", "admin");
    const screen = await elisa.sees("# Administração");
    for (const subject of ["Papéis e permissões", "Operadores", "Política", "Histórico"]) {
      expect(screen).toContain(subject);
    }
  });

  it("shows a supervisor the templates, what did not leave, and their history only", async () => {
    const carla = office().person("carla");
    await carla.slash("/cobranca", "admin");
    const screen = await carla.sees("# Administração");
    expect(screen).toContain("Modelos de mensagem");
    expect(screen).toContain("Envios parados");
    expect(screen).not.toContain("Papéis");
    await expect(carla.select(CHOOSE_SUBJECT, "roles")).rejects.toThrow("no option");
  });

  it("tells an operator that it is not theirs", async () => {
    const ana = office().person("ana");
    await ana.slash("/cobranca", "admin");
    await ana.sees("Seu papel não permite administrar isto");
  });

  it("refuses what was taken away while the window stood open", async () => {
    const diego = await administering(office(), "diego", "categories");
    const { sql } = office().database;
    await sql`
      update role set permissions = array_remove(permissions, 'category.manage')
      where name = 'manager'`;
    await diego.press(entryIds("categories").add);
    await diego.sees("não tem a permissão category.manage");
    await diego.closeModal();
    await diego.select(CHOOSE_SUBJECT, "categories");
    await diego.sees("Seu papel não permite administrar isto");
  });

  it("pages a list of any length by ten", async () => {
    for (let number = 10; number < 35; number++) {
      must(await office().ask(saveCategory, { id: null, name: `Categoria ${number}` }));
    }
    const diego = await administering(office(), "diego", "categories");
    expect(diego.screen()).toContain("Categoria 10");
    expect(diego.screen()).not.toContain("Categoria 30");
    await diego.press(TURN_NEXT);
    await diego.sees("Categoria 20");
    await diego.press(TURN_NEXT);
    await diego.sees("Categoria 30");
    expect(diego.screen()).not.toContain("Próximos");
    await diego.press(TURN_PREVIOUS);
    await diego.sees("Categoria 20");
  });
});

describe("the history of changes", () => {
  it("tells who changed what, from what to what, and pages", async () => {
    const by = { as: "elisa" };
    must(await office().set("contact.maxPerDay", "2", by));
    must(await office().set("contact.maxPerDay", "4", by));
    const bruno = { id: operatorId("bruno"), name: "bruno", email: null, slackUser: null };
    must(await office().ask(saveOperator, { ...bruno, role: "operator", active: true }, by));
    must(await office().ask(saveOperator, { ...bruno, role: "supervisor", active: true }, by));
    for (let number = 10; number < 22; number++) {
      must(await office().ask(saveCategory, { id: null, name: `Categoria ${number}` }, by));
    }
    const elisa = await administering(office(), "elisa", "changes");
    expect(elisa.screen()).toContain("Criação da categoria Categoria 21");
    await elisa.press(TURN_NEXT);
    const screen = await elisa.sees("Categoria 11");
    expect(screen).toContain("por dia, somados todos os canais: de 1 para 2.");
    expect(screen).toContain("por dia, somados todos os canais: de 2 para 4.");
    expect(screen).toContain("Operador bruno: de operator, ativo para supervisor, ativo.");
    expect(screen).toContain("elisa, 01/07/2026");
    await elisa.press(TURN_PREVIOUS);
    await elisa.sees("Categoria 21");
  });

  it("shows a manager nothing of what only administrators may change", async () => {
    must(await office().set("contact.maxPerDay", "2", { as: "elisa" }));
    must(await office().ask(saveCategory, { id: null, name: "Nova" }, { as: "diego" }));
    const diego = await administering(office(), "diego", "changes");
    expect(diego.screen()).toContain("categoria Nova");
    expect(diego.screen()).not.toContain("somados todos os canais");
  });
});

describe.each(["pt-BR", "en"] as const)("the words of the administration in %s", (language) => {
  const texts = createTexts(language);

  it("name every subject, permission and setting", () => {
    for (const name of ADMINISTERED) {
      expect(texts.say(`admin-about-${name}`)).not.toBe("");
    }
    for (const permission of PERMISSIONS) {
      expect(texts.say(`permission-${permission.replace(".", "-")}`)).not.toBe("");
    }
    for (const key of Object.keys(SETTINGS) as SettingKey[]) {
      expect(settingGroup(key, texts)).not.toBe("");
      const kind = SETTINGS[key];
      const values =
        kind.type === "choice"
          ? kind.choices
          : [kind.type === "several" ? kind.choices : kind.initial];
      for (const value of values) expect(settingValue(key, value, texts)).not.toBe("");
    }
  });
});

it("every permission can be ticked exactly once, ten to a field", () => {
  const fields = permissionFields(10);
  expect(fields.flatMap(({ permissions }) => permissions).sort()).toEqual([...PERMISSIONS].sort());
  expect(Math.max(...fields.map(({ permissions }) => permissions.length))).toBeLessThanOrEqual(10);
});
