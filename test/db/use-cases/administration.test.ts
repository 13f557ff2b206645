import { expect, test } from "vitest";
import type { OperatorRecord, TemplateRecord } from "#core/ports.ts";
import { SETTINGS, type SettingKey } from "#core/settings.ts";
import { linkCustomer } from "#core/use-cases/link-customer.ts";
import { saveOperator } from "#core/use-cases/save-operator.ts";
import { saveTemplate } from "#core/use-cases/save-template.ts";
import { createUnit } from "#db/repositories/unit.ts";
import { must, opening } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { customerId, operatorId, TODAY } from "#test/support/provider.ts";

const provider = opening();

test("a setting is read as people type it, kept, and told", async () => {
  const p = provider();
  const { sql } = p.database;
  for (const [key, typed, value] of [
    ["authorise.remittance", "true", true],
    ["agreement.maxInstalments", " 12 ", 12],
    ["agreement.sources", "suspended", "suspended"],
    ["provider.name", "Rede Boa Vista", "Rede Boa Vista"],
    ["calendar.extraHolidays", "2026-07-16, 2026-12-08", ["2026-07-16", "2026-12-08"]],
  ] as const) {
    expect(must(await p.set(key, typed))).toEqual({ key, value });
    expect(await sql`select value from setting where key = ${key}`).toEqual([{ value }]);
  }
  must(await p.set("agreement.maxInstalments", "24"));
  expect((await events(sql, "setting_changed")).at(-1)).toMatchObject({
    data: { key: "agreement.maxInstalments", value: 24 },
  });
});

test("a setting that is unknown, or a value that does not fit, is refused with what is expected", async () => {
  const p = provider();
  await p.refused(() => p.set("colour", "blue"), { code: "setting_unknown", key: "colour" });
  const invalid: [SettingKey, string, string][] = [
    ["authorise.remittance", "yes", "true or false"],
    ["agreement.maxInstalments", "61", "a whole number from 2 to 60"],
    ["agreement.maxInstalments", "-2", "a whole number from 2 to 60"],
    ["agreement.sources", "kept", "deleted or suspended"],
    ["provider.taxId", "x".repeat(19), "text of at most 18 characters"],
    ["calendar.extraHolidays", "2026-02-31", "dates YYYY-MM-DD separated by commas"],
  ];
  for (const [key, got, expected] of invalid) {
    await p.refused(() => p.set(key, got), { code: "setting_invalid", key, got, expected });
  }
  await p.refused(() => p.set("authorise.remittance", "true", { as: "gil" }), {
    code: "not_permitted",
    permission: "setting.manage",
    role: "manager",
  });
});

test("what nobody set has its default, and a stored value that no longer fits is passed over", async () => {
  const p = provider();
  await p.database
    .sql`insert into setting values ('agreement.maxInstalments', '900'), ('gone', '1')`;
  await p.database.db.transaction(async (tx) => {
    const actor = {
      id: operatorId("system"),
      role: "",
      permissions: new Set<string>(),
      allowance: "unlimited",
    } as const;
    const settings = await createUnit(tx, actor, TODAY).settings();
    expect(settings["agreement.maxInstalments"]).toBe(SETTINGS["agreement.maxInstalments"].initial);
  });
});

const EVA: OperatorRecord = {
  id: operatorId("eva"),
  name: "Eva",
  email: "eva@example.com",
  slackUser: "U-eva",
  role: "supervisor",
  active: true,
};

test("an operator is added, changed and put out of service", async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["10.00", "2026-05-11"] } });
  expect(must(await p.ask(saveOperator, EVA))).toEqual(EVA);
  must(await p.classify({ as: "eva" }));
  must(await p.ask(saveOperator, { ...EVA, active: false, slackUser: null }));
  await p.refused(() => p.classify({ as: "eva" }), { code: "operator_unknown", operator: "eva" });
  expect(
    await p.database.sql`select name, slack_user_id, active from operator where id = 'eva'`,
  ).toEqual([{ name: "Eva", slack_user_id: null, active: false }]);
  expect(await events(p.database.sql, "operator_saved")).toMatchObject([
    { data: { operator: "eva", role: "supervisor", active: true } },
    { data: { operator: "eva", active: false } },
  ]);
});

test("an operator is refused without a name, with an unknown role, another's Slack user, or the built-in id", async () => {
  const p = provider();
  const save = (change: Partial<OperatorRecord>) => () =>
    p.ask(saveOperator, { ...EVA, ...change });
  await p.refused(save({ name: " " }), { code: "field_empty", field: "name" });
  await p.refused(save({ id: operatorId("") }), { code: "field_empty", field: "id" });
  await p.refused(save({ name: "x".repeat(151) }), {
    code: "field_too_long",
    field: "name",
    length: 151,
    max: 150,
  });
  await p.refused(save({ role: "boss" }), {
    code: "role_unknown",
    got: "boss",
    known: ["administrator", "manager", "operator", "supervisor"],
  });
  await p.refused(save({ slackUser: "U-ana" }), {
    code: "slack_user_taken",
    slackUser: "U-ana",
    operator: "ana",
  });
  await p.refused(save({ id: operatorId("system") }), {
    code: "operator_built_in",
    operator: "system",
  });
  await p.refused(() => p.ask(saveOperator, EVA, { as: "gil" }), {
    code: "not_permitted",
    permission: "operator.manage",
  });
});

const REMINDER: TemplateRecord = {
  channel: "email",
  name: "Lembrete",
  subject: "Sua fatura",
  body: "Olá {{ nome }}",
};

test("a template is saved by channel and name, and changed by saving it again", async () => {
  const p = provider();
  must(await p.ask(saveTemplate, REMINDER, { as: "sonia" }));
  must(await p.ask(saveTemplate, { ...REMINDER, channel: "sms", subject: null }, { as: "sonia" }));
  must(await p.ask(saveTemplate, { ...REMINDER, body: "Bom dia" }, { as: "gil" }));
  expect(
    await p.database.sql`select channel, name, body, saved_by from template order by channel`,
  ).toEqual([
    { channel: "email", name: "Lembrete", body: "Bom dia", saved_by: "gil" },
    { channel: "sms", name: "Lembrete", body: "Olá {{ nome }}", saved_by: "sonia" },
  ]);
});

test("a template is refused without name, text, or an e-mail's subject", async () => {
  const p = provider();
  const save = (change: Partial<TemplateRecord>) => () =>
    p.ask(saveTemplate, { ...REMINDER, ...change });
  await p.refused(save({ name: "" }), { code: "field_empty", field: "name" });
  await p.refused(save({ body: "\n" }), { code: "field_empty", field: "body" });
  await p.refused(save({ subject: null }), { code: "field_empty", field: "subject" });
  await p.refused(save({ body: "x".repeat(10_001) }), { code: "field_too_long", field: "body" });
  await p.refused(() => p.ask(saveTemplate, REMINDER, { as: "ana" }), {
    code: "not_permitted",
    permission: "template.manage",
  });
});

test("of two operators that are given one Slack user at once, one is refused", async () => {
  const p = provider();
  const asked = ["eva", "iris", "ines", "ivo"].map((id) => ({ ...EVA, id: operatorId(id) }));
  const answers = await Promise.all(asked.map((one) => p.ask(saveOperator, one)));

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = answers.flatMap((one) => (one.ok ? [] : [one.refusal.code]));
  expect(refused).toEqual(Array(3).fill("slack_user_taken"));
});

test("one link token is given out once, also when it is asked for twice at once", async () => {
  const p = provider();
  await p.customer("C1");
  const link = { customer: customerId("C1"), tokenSha256: "c".repeat(64) };
  const answers = await Promise.all([p.ask(linkCustomer, link), p.ask(linkCustomer, link)]);

  expect(answers.flatMap((one) => (one.ok ? [] : [one.refusal]))).toEqual([
    { code: "link_token_taken" },
  ]);
});

test("a customer's link keeps the token's hash and stands for the days of the setting", async () => {
  const p = provider();
  await p.customer("C1");
  const link = { customer: customerId("C1"), tokenSha256: "a".repeat(64) };
  expect(must(await p.ask(linkCustomer, link, { as: "ana" }))).toEqual({
    customer: "C1",
    expiresOn: "2026-07-08",
  });
  must(await p.set("link.validDays", "1"));
  must(await p.ask(linkCustomer, { ...link, tokenSha256: "b".repeat(64) }));
  expect(
    await p.database
      .sql`select customer_id, made_by, expires_at, used_at from telegram_link order by token_sha256`,
  ).toEqual([
    {
      customer_id: "C1",
      made_by: "ana",
      expires_at: new Date("2026-07-09T05:00:00Z"),
      used_at: null,
    },
    {
      customer_id: "C1",
      made_by: "system",
      expires_at: new Date("2026-07-03T05:00:00Z"),
      used_at: null,
    },
  ]);
  const unknown = { ...link, customer: customerId("nobody") };
  await p.refused(() => p.ask(linkCustomer, unknown), { code: "customer_unknown" });
});

test("the last administrator can neither take another role nor be put out of service", async () => {
  const p = provider();
  const administrator = { ...EVA, role: "administrator" };
  must(await p.ask(saveOperator, administrator));
  const refusal = { code: "last_administrator", operator: "eva" };
  await p.refused(() => p.ask(saveOperator, { ...EVA, role: "manager" }), refusal);
  await p.refused(() => p.ask(saveOperator, { ...administrator, active: false }), refusal);
  must(await p.ask(saveOperator, { ...administrator, id: operatorId("rui"), slackUser: "U-rui" }));
  must(await p.ask(saveOperator, { ...EVA, role: "manager" }));
});
