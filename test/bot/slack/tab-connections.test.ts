import { beforeEach, describe, expect, it } from "vitest";
import type { ConnectionId, ContractId } from "#core/ids.ts";
import { connection } from "#db/schema/customer.ts";
import { atAccount, expectOffers } from "#test/bot/slack/account-support.ts";
import { events, outbox } from "#test/support/look.ts";
import { customerId } from "#test/support/provider.ts";
import { theOffice } from "#test/support/slack-office.ts";

const office = theOffice();
const TOOLS = {
  restore: "account:connections:restore-speed",
  block: "account:connections:block",
  unblock: "account:connections:unblock",
  disconnect: "account:connections:disconnect",
  exceptions: "account:connections:exceptions",
  revoke: "account:connections:revoke",
} as const;

type Status = "normal" | "reduced" | "blocked";

async function aConnection(status: Status, login = "maria.silva") {
  await office()
    .database.db.insert(connection)
    .values({
      id: "N1" as ConnectionId,
      customerId: customerId("C1"),
      contractId: "K-C1" as ContractId,
      login,
      status,
    });
}

const wanted = async () => {
  const [row] = await office().database.sql`
    select status, wanted_status, wanted_reason, wanted_by from connection where id = 'N1'`;
  return { ...row };
};

const atTab = (as: "ana" | "carla" = "carla") =>
  atAccount(office(), { customer: "C1", tab: 10, as });

beforeEach(async () => {
  await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
});

/** Asks for the change as far as the reason, and sends it. */
async function ask(tool: string, reason: string) {
  const carla = await atTab();
  await carla.press(tool, { confirm: true });
  await carla.sees("Motivo");
  await carla.type("reason", reason);
  await carla.submit();
  await carla.sees("O pedido foi feito. A rede ainda não confirmou.");
  return carla;
}

describe("connections", () => {
  it("say login, plan and how the network has them, as they were typed", async () => {
    await aConnection("reduced", "maria*silva");
    await office().database.sql`update contract set plan = 'Fibra 500' where id = 'K-C1'`;
    const carla = await atTab();
    await carla.sees("*maria*\u200bsilva* · Fibra 500 · com velocidade reduzida");
  });

  it("get their speed back once somebody asks the network, after a dialog that names login and customer", async () => {
    await aConnection("reduced");
    const carla = await atTab();
    await expect(carla.press(TOOLS.restore)).rejects.toThrow(/maria\.silva, de Cliente C1/);
    await carla.press(TOOLS.restore, { confirm: false });
    expect(await wanted()).toMatchObject({ wanted_status: null });

    await carla.press(TOOLS.restore, { confirm: true });
    await carla.sees("*maria.silva*, de *Cliente C1*");
    await carla.type("reason", "Sem base legal");
    await carla.submit();
    await carla.sees("Pedido: acesso normal. A rede ainda não confirmou.");
    expect(carla.screen()).toContain("carla · Sem base legal");
    expectOffers(carla.modal(), [TOOLS.restore], false);
    expect(await wanted()).toEqual({
      status: "reduced",
      wanted_status: "normal",
      wanted_reason: "Sem base legal",
      wanted_by: "carla",
    });
    expect(await events(office().database.sql, "connection_change_requested")).toMatchObject([
      { actor: "carla", data: { connection: "N1", wanted: "normal", reason: "Sem base legal" } },
    ]);
  });

  it("are blocked when the law allows it", async () => {
    await aConnection("normal");
    await office().notice("C1", "debt", "2026-06-10");
    await office().notice("C1", "suspension", "2026-06-10");
    const carla = await ask(TOOLS.block, "Inadimplência");

    expect(carla.screen()).toContain("Pedido: bloqueio. A rede ainda não confirmou.");
    expect(await wanted()).toMatchObject({ status: "normal", wanted_status: "blocked" });
    expect(await events(office().database.sql, "connection_change_requested")).toMatchObject([
      { actor: "carla", data: { wanted: "blocked", reason: "Inadimplência" } },
    ]);
    expect(await outbox(office().database.sql)).toMatchObject([
      { kind: "change_connection", connection: "N1", wanted: "blocked" },
    ]);
  });

  it("are not blocked before the law's day: article, fact and day are said before anybody writes a reason", async () => {
    await aConnection("normal");
    await office().notice("C1", "debt", "2026-06-24");
    await office().notice("C1", "suspension", "2026-06-24");
    const carla = await atTab();
    await carla.press(TOOLS.block, { confirm: true });
    const said = await carla.sees("N1 não pode ser bloqueada");

    expect(said).toContain("24/06/2026");
    expect(said).toMatch(/possível a partir de \d\d\/07\/2026/);
    expect(said).toMatch(/art\. \d+/);
    expect(await wanted()).toMatchObject({ wanted_status: null });
    expect(await events(office().database.sql, "connection_change_requested")).toEqual([]);
    expect(await outbox(office().database.sql)).toEqual([]);
  });

  it("are freed again", async () => {
    await aConnection("blocked");
    await ask(TOOLS.unblock, "Pagou a primeira parcela");
    expect(await wanted()).toMatchObject({ status: "blocked", wanted_status: "normal" });
    expect(await events(office().database.sql, "connection_change_requested")).toMatchObject([
      { actor: "carla", data: { wanted: "normal", reason: "Pagou a primeira parcela" } },
    ]);
  });

  it("lose their open session", async () => {
    await aConnection("normal");
    const carla = await ask(TOOLS.disconnect, "Trocou de plano");
    expectOffers(carla.modal(), [TOOLS.disconnect], false);
    expect(await wanted()).toMatchObject({ wanted_status: "disconnected" });
    expect(await events(office().database.sql, "connection_change_requested")).toMatchObject([
      { actor: "carla", data: { wanted: "disconnected", reason: "Trocou de plano" } },
    ]);
  });

  it("are kept from being blocked until a day, and then no block is offered", async () => {
    await aConnection("normal");
    const carla = await atTab();
    expectOffers(carla.modal(), [TOOLS.block], true);
    await carla.press(TOOLS.exceptions);
    await carla.sees("Nenhuma exceção foi concedida.");
    await carla.pickDate("until", "2026-06-30");
    await carla.type("reason", "Tratamento em casa");
    await carla.submit();
    expect(Object.keys(carla.fieldErrors())).toEqual(["until"]);

    await carla.pickDate("until", "2026-07-20");
    await carla.submit();
    await carla.sees("A exceção vale até 20/07/2026.");
    expect(carla.screen()).toContain("Não bloquear até 20/07/2026: Tratamento em casa (carla)");
    expectOffers(carla.modal(), [TOOLS.block], false);
    const rows = await office().database.sql`
      select connection_id, until, reason, granted_by from connection_exception`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      {
        connection_id: "N1",
        until: "2026-07-20",
        reason: "Tratamento em casa",
        granted_by: "carla",
      },
    ]);
    expect(await events(office().database.sql, "connection_exception_granted")).toMatchObject([
      { actor: "carla", data: { connection: "N1", until: "2026-07-20" } },
    ]);
  });

  it("lose their exception once somebody says why, after a dialog that names login and customer", async () => {
    await aConnection("normal");
    const carla = await atTab();
    expectOffers(carla.modal(), [TOOLS.revoke], false);
    await carla.press(TOOLS.exceptions);
    await carla.sees("Nenhuma exceção foi concedida.");
    await carla.pickDate("until", "2026-07-20");
    await carla.type("reason", "Tratamento em casa");
    await carla.submit();
    await carla.sees("A exceção vale até 20/07/2026.");
    await expect(carla.press(TOOLS.revoke)).rejects.toThrow(
      "A conexão maria.silva, de Cliente C1, deixará de ter exceção (até 20/07/2026)",
    );
    await carla.press(TOOLS.revoke, { confirm: true });
    await carla.sees("# Revogar exceção");
    await carla.type("reason", " ");
    await carla.submit();
    expect(Object.keys(carla.fieldErrors())).toEqual(["reason"]);
    await carla.type("reason", "O tratamento acabou");
    await carla.submit();
    await carla.sees("A exceção foi revogada.");

    expectOffers(carla.modal(), [TOOLS.block], true);
    expectOffers(carla.modal(), [TOOLS.revoke], false);
    const { sql } = office().database;
    expect(await sql`select 1 from connection_exception`).toHaveLength(0);
    expect(await events(sql, "connection_exception_revoked")).toMatchObject([
      {
        actor: "carla",
        data: { connection: "N1", until: "2026-07-20", reason: "O tratamento acabou" },
      },
    ]);
  });

  it("offer an operator no more than the role allows", async () => {
    await aConnection("normal");
    const ana = await atTab("ana");
    await ana.sees("maria.silva");
    expectOffers(ana.modal(), [TOOLS.block, TOOLS.disconnect, TOOLS.exceptions], false);
  });
});
