import pino from "pino";
import { expect, it, vi } from "vitest";
import type { Person } from "#bot/slack/person.ts";
import { type Office, slackMayRefuse, theOffice } from "#test/support/slack-office.ts";

/** Without a log: what goes wrong here is meant to. */
const office = theOffice({ over: { log: pino({ level: "silent" }) } });

/** Who acts is known so late that the trigger is too old by then. */
function slowly({ deps, slack }: Office, change: (person: Person) => Person = (same) => same) {
  const known = deps.reads.personOf;
  vi.spyOn(deps.reads, "personOf").mockImplementationOnce(async (slackUser) => {
    const person = await known(slackUser);
    slack.advance(4_000);
    return person && change(person);
  });
}

it("tells somebody who is no operator in a message where the trigger is too old", async () => {
  slackMayRefuse();
  slowly(office());
  const fabio = office().person("fabio");
  await fabio.shortcut("acordo_abrir");

  await fabio.sees("Seu usuário do Slack ainda não está ligado a um operador.");
  expect(fabio.modal()).toBeUndefined();
});

it("says in a message what is not permitted where the trigger is too old", async () => {
  slackMayRefuse();
  const elisa = office().person("elisa");
  await elisa.openHome();
  await elisa.sees("## Painéis");
  await elisa.press("home.panel.open", { value: "classified", in: "home" });
  await elisa.sees("[Executar classificador]");
  slowly(office(), (person) => ({ ...person, permissions: new Set() }));
  await elisa.press("panel.csv");

  await elisa.sees("não tem a permissão csv.export");
  expect(elisa.modal()).toBeUndefined();
});

it("goes on where not even the message is taken", async () => {
  slackMayRefuse();
  slowly(office());
  office().slack.failNext("chat.postMessage", { error: "is_archived" });
  const fabio = office().person("fabio");
  await fabio.shortcut("acordo_abrir");
  await office().slack.settled();
  await fabio.shortcut("acordo_abrir");

  await fabio.sees("# Sem cadastro");
});

it("answers where who acts cannot be read", async () => {
  const { reads } = office().deps;
  vi.spyOn(reads, "personOf").mockRejectedValueOnce(new Error("no database"));
  const ana = office().person("ana");
  await ana.shortcut("acordo_abrir");

  await ana.sees("Algo deu errado e nada foi alterado.");
});
