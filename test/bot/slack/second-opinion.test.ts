import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { relayOnce } from "#bot/scheduler/relay.ts";
import { slackSenders } from "#bot/slack/outbound.ts";
import { createOutbox } from "#db/outbox.ts";
import type { Message } from "#test/emulators/slack/types.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { checkInvariants } from "#test/support/invariants.ts";
import { events, stages } from "#test/support/look.ts";
import {
  expectNothingRefused,
  type OtherOffice,
  openOtherOffice,
} from "#test/support/slack-other-office.ts";
import type { OtherPerson } from "#test/support/slack-other-person.ts";
import { SECRETS } from "#test/support/slack-tiny-app.ts";
import { EXAMPLE } from "./wizard-support.ts";

let database: TestDatabase;
let office: OtherOffice;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  office = await openOtherOffice(database);
});
afterEach(async () => {
  await office.close();
  await checkInvariants(database.sql);
});
afterAll(() => database.close());

const owing = async (): Promise<void> => {
  await office.customer("C1", { owing: EXAMPLE });
  await office.negotiate("C1");
};

/** The channel's messages as that Slack holds them, oldest first. */
const inChannel = async (): Promise<readonly Message[]> => {
  const { watcher, channelId } = office.slack;
  const { messages = [] } = await watcher.conversations.history({ channel: channelId });
  return (messages as unknown as Message[]).toReversed();
};

/** What waits for operators, sent into that Slack. */
const relay = (): Promise<number> =>
  relayOnce({
    outbox: createOutbox(database.sql),
    senders: slackSenders(office.deps, {
      botToken: SECRETS.botToken,
      apiUrl: office.recorder.apiUrl,
      approvalsChannel: office.slack.channelId,
    }),
    log: office.deps.log,
    random: () => 0.5,
  });

async function atWizard(): Promise<OtherPerson> {
  await owing();
  const ana = office.person("ana");
  await ana.slash("cliente C1");
  await ana.sees("## Cliente C1");
  await ana.press("account:invoices:all");
  await expect.poll(() => ana.modal()?.private_metadata).toContain('"chosen":["A","B","C"]');
  await ana.press("account:invoices:agree");
  await ana.sees("Passo 1 de");
  return ana;
}

/** With a discount that is or is not hers to give, in one payment. */
async function propose(ana: OtherPerson, discount: string): Promise<void> {
  await submits(ana);
  await ana.sees("Passo 2 de");
  ana.fill("tolerance", "2026-08-10");
  ana.fill("term-discount", discount);
  await submits(ana);
  ana.fill("unit-discount", "4.1");
  await submits(ana);
  await ana.sees("Passo 3 de");
  ana.fill("due", "2026-07-15");
  await submits(ana);
  await ana.sees("Passo 4 de");
  await submits(ana);
}

const submits = async (person: OtherPerson): Promise<void> => {
  expect(await person.submit()).toEqual({});
};

describe("at a Slack that others wrote, with the scopes of the manifest and no more,", () => {
  it("the Home is published, turns to a panel, and that is kept", async () => {
    await office.customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
    await office.classify();
    const ana = office.person("ana");
    await ana.openHome();
    await ana.sees("## Olá, ana");
    await ana.press("home.panel.open", "classified");
    await ana.sees("[Buscar e filtrar]");

    const [kept] = await database.sql`select view from home_view where slack_user_id = ${ana.id}`;
    expect(kept).toMatchObject({ view: { screen: "panel", panel: "classified" } });
    expect(ana.home()).toMatchObject({ type: "home", callback_id: "home" });
    expectNothingRefused(office);
  });

  it("the command opens the panels with its trigger, which serves once", async () => {
    const ana = office.person("ana");
    await ana.slash("");
    await ana.sees("# Acordo");
    expect(ana.modal()).toMatchObject({ type: "modal", callback_id: "command.panels" });
    expectNothingRefused(office);

    const [opened] = office.recorder.calls.filter(({ method }) => method === "views.open");
    const again = { trigger_id: opened?.args.trigger_id, view: ana.modal() };
    await expect(office.recorder.call("views.open", again)).rejects.toThrow("exchanged_trigger_id");
  });

  it("the help of the command reaches the person alone", async () => {
    const ana = office.person("ana");
    await ana.slash("ajuda");
    await expect
      .poll(() => office.recorder.calls.map(({ method }) => method))
      .toContain("chat.postEphemeral");

    const answered = office.recorder.calls.find(({ method }) => method === "chat.postEphemeral");
    expect(answered?.args).toMatchObject({
      user: ana.id,
      text: expect.stringContaining("/cobranca"),
    });
    expect(await inChannel()).toEqual([]);
    expectNothingRefused(office);
  });

  it("the account's modal changes in its place when its tab is changed", async () => {
    await owing();
    const ana = office.person("ana");
    await ana.slash("cliente C1");
    await ana.sees("## Cliente C1");
    const { id, hash } = ana.modal()!;
    await ana.choose("account:tab", "2");
    await ana.sees("2 · ");
    await expect
      .poll(() => JSON.parse(ana.modal()?.private_metadata ?? "{}"))
      .toMatchObject({ tab: 2 });

    expect(ana.modal()?.id).toBe(id);
    expect(ana.modal()?.hash).not.toBe(hash);
    expectNothingRefused(office);
  });

  it("the wizard's steps lead to an agreement", async () => {
    const ana = await atWizard();
    await propose(ana, "10");
    await ana.sees("com 1 fatura a receber");

    const [made] = await database.sql`
      select amount_cents as cents, due_date as due from invoice where agreement is not null`;
    expect(made).toEqual({ cents: 32377, due: "2026-07-15" });
    expect(await stages(database.sql, "C1")).toBe(
      "A: replaced, AC1-1: in agreement, B: replaced, C: replaced",
    );
    expect(await events(database.sql, "agreement_made")).toMatchObject([{ actor: "ana" }]);
    expect(ana.modal()?.previous_view_id).not.toBeNull();
    expectNothingRefused(office);
  });

  it("what is wrong in a step comes back to its field", async () => {
    const ana = await atWizard();
    await submits(ana);
    ana.fill("tolerance", "2026-06-01");

    expect(Object.keys(await ana.submit())).toContain("tolerance");
    expect(await database.sql`select 1 from agreement`).toHaveLength(0);
    expectNothingRefused(office);
  });

  it("an approval is asked for in the channel, decided there once, and its author is told", async () => {
    const ana = await atWizard();
    await propose(ana, "20");
    await ana.sees("enviado para aprovação");
    await relay();
    const [asked] = await inChannel();
    expect(JSON.stringify(asked?.blocks)).toContain("approval-approve");
    const carla = office.person("carla");
    await carla.pressIn(asked!, "approval-approve");
    const shown = async () => JSON.stringify((await inChannel())[0]?.blocks);
    await expect.poll(shown).toContain("Aprovado por carla");
    expectNothingRefused(office);
    await carla.pressIn(asked!, "approval-approve");
    await carla.sees("Não foi possível");
    await relay();

    expect(await shown()).not.toContain("approval-approve");
    expect(await inChannel()).toHaveLength(1);
    expect(await database.sql`select status from agreement`).toEqual([{ status: "live" }]);
    expect(await events(database.sql, "agreement_approved")).toMatchObject([{ actor: "carla" }]);
    expect((await ana.told()).map(({ text }) => text)).toEqual([
      expect.stringContaining("foi aprovado e está em vigor"),
    ]);
    expectNothingRefused(office);
  });

  it("a CSV goes up in three steps and comes down as it was made", async () => {
    await office.customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
    await office.classify();
    const diego = office.person("diego");
    await diego.openHome();
    await diego.sees("## Olá, diego");
    await diego.press("home.panel.open", "classified");
    await diego.sees("[Exportar CSV]");
    await diego.press("panel.csv");
    await diego.sees("foi enviada à sua conversa");

    const [message] = (await diego.told()) as { files?: { id: string; name: string }[] }[];
    const [file] = message?.files ?? [];
    expect(file?.name).toBe("classified-2026-07-01.csv");
    const lines = (await office.slack.download(file!.id)).split("\n");
    expect(lines[1]).toContain("Cliente C1");
    expectNothingRefused(office);
  });
});
