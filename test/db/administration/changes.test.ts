import { expect, test } from "vitest";
import { createTexts } from "#bot/texts/texts.ts";
import { deactivateCategory } from "#core/use-cases/deactivate-category.ts";
import { deactivateOperator } from "#core/use-cases/deactivate-operator.ts";
import { deleteTemplate } from "#core/use-cases/delete-template.ts";
import { saveCategory } from "#core/use-cases/save-category.ts";
import { saveTemplate } from "#core/use-cases/save-template.ts";
import { CHANGE_KINDS, readChanges } from "#db/queries/administration/read-changes.ts";
import { readTemplates } from "#db/queries/administration/read-lists.ts";
import { readSettings } from "#db/queries/administration/read-settings.ts";
import { ADMINISTRATION_EVENTS } from "#test/bot/texts/administration-samples.ts";
import { must, opening } from "#test/support/desk.ts";
import { operatorId } from "#test/support/provider.ts";
import { told } from "./support.ts";

const office = opening();

const template = { channel: "sms", name: "Aviso", subject: null, body: "Olá" } as const;

test("a template is deleted, and its text told for whoever wants it back", async () => {
  const o = office();
  must(await o.ask(saveTemplate, template));
  must(await o.ask(saveTemplate, { ...template, name: "Outro" }));
  must(await o.ask(deleteTemplate, { channel: "sms", name: "Aviso" }, { as: "sonia" }));
  expect(await told(o, "template_deleted")).toEqual([
    { actor: "sonia", before: template, after: null },
  ]);
  expect(await readTemplates(o.database.sql)).toMatchObject([{ name: "Outro", savedBy: "system" }]);
});

test("a template that is not there is not deleted, nor by whoever may not", async () => {
  const o = office();
  must(await o.ask(saveTemplate, template));
  await o.refused(() => o.ask(deleteTemplate, { channel: "email", name: "Aviso" }), {
    code: "template_unknown",
    channel: "email",
    got: "Aviso",
    known: [],
  });
  await o.refused(() => o.ask(deleteTemplate, { channel: "sms", name: "Outro" }), {
    code: "template_unknown",
    known: ["Aviso"],
  });
  await o.refused(() => o.ask(deleteTemplate, template, { as: "ana" }), {
    code: "not_permitted",
    permission: "template.manage",
    role: "operator",
  });
});

test("settings are listed whole, and say which were changed", async () => {
  const o = office();
  must(await o.set("link.validDays", "3"));
  must(await o.set("agreement.sources", "deleted"));
  const settings = await readSettings(o.database.sql);
  expect(settings.filter(({ changed }) => changed)).toEqual([
    { key: "link.validDays", value: 3, initial: 7, changed: true },
  ]);
});

test("the history of changes is read newest first, page by page, and says each in words", async () => {
  const o = office();
  const { sql } = o.database;
  await o.customer("C1", { owing: { A: ["129.90", "2026-05-01"] } });
  const { id } = must(await o.ask(saveCategory, { id: null, name: "Mutirão" }, { as: "gil" }));
  must(await o.classify());
  must(await o.set("link.validDays", "3"));
  must(await o.ask(deactivateOperator, { operator: operatorId("ana") }));
  must(await o.ask(deactivateCategory, { id }, { as: "gil" }));

  const first = await readChanges(sql, { limit: 3 });
  if (!first.ok) throw new Error(first.refusal.code);
  const rest = await readChanges(sql, { limit: 3, after: first.value.next ?? "" });
  if (!rest.ok) throw new Error(rest.refusal.code);
  const { event: say } = createTexts("pt-BR");
  const sentences = [...first.value.rows, ...rest.value.rows].map(
    ({ actorName, actor, event }) => `${actorName ?? actor}: ${say(event)}`,
  );
  expect(sentences).toEqual([
    "gil: Desativação da categoria Mutirão.",
    "system: Desativação do operador ana.",
    "system: A configuração link.validDays foi alterada para 3.",
    "gil: Criação da categoria Mutirão.",
  ]);
  expect(rest.value.next).toBeNull();
});

test("the history can be of some kinds alone, and a page of it leads on only in it", async () => {
  const o = office();
  for (const name of ["Um", "Dois"]) must(await o.ask(saveCategory, { id: null, name }));
  must(await o.set("link.validDays", "3"));
  const page = await readChanges(o.database.sql, { kinds: ["category_changed"], limit: 1 });
  if (!page.ok) throw new Error(page.refusal.code);
  expect(page.value.rows).toMatchObject([{ event: { data: { after: { name: "Dois" } } } }]);
  const after = page.value.next ?? "";
  expect(await readChanges(o.database.sql, { kinds: ["category_changed"], after })).toMatchObject({
    value: { rows: [{ event: { data: { after: { name: "Um" } } } }], next: null },
  });
  expect(await readChanges(o.database.sql, { after })).toMatchObject({
    ok: false,
    refusal: { code: "cursor_invalid" },
  });
});

test("every kind of change of the provider is in the history", () => {
  expect([...CHANGE_KINDS]).toEqual(expect.arrayContaining(Object.keys(ADMINISTRATION_EVENTS)));
});
