import pino from "pino";
import { expect, it } from "vitest";
import { slackMayRefuse, theOffice } from "#test/support/slack-office.ts";

/** Without a log: what goes wrong here is meant to. */
const office = theOffice({ over: { log: pino({ level: "silent" }) } });

it("shows the Home after Slack asked to wait", async () => {
  slackMayRefuse();
  office().slack.failNext("views.publish", { retryAfter: 1 });
  const ana = office().person("ana");
  await ana.openHome();

  await ana.sees("## Olá, ana");
});

it("says in a message that nothing was done when the trigger was too old for a view", async () => {
  slackMayRefuse();
  const ana = office().person("ana");
  await ana.openHome();
  await ana.sees("## Painéis");
  await ana.press("home.panel.open", { value: "classified", in: "home" });
  await ana.sees("[Executar classificador]");
  for (let open = 1; open <= 2; open += 1) {
    office().slack.failNext("views.open", { error: "expired_trigger_id" });
  }
  await ana.press("panel.classify");

  expect(await ana.sees("Algo deu errado e nada foi alterado.")).toMatch(/informe o código \w+/);
  expect(await office().database.sql`select from event`).toHaveLength(0);
});

it("starts anew from what an older version kept", async () => {
  await office().deps.homeViews.save("U-ana", { screen: "panel", panel: "gone" });
  const ana = office().person("ana");
  await ana.openHome();

  await ana.sees("## Olá, ana");
});

it("says what went wrong on the Home itself", async () => {
  const { sql } = office().database;
  await sql`alter table task rename to task_away`;
  try {
    const ana = office().person("ana");
    await ana.openHome();
    await ana.sees("Algo deu errado e nada foi alterado.");
  } finally {
    await sql`alter table task_away rename to task`;
  }
});
