import { expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import type { ConnectionId } from "#core/ids.ts";
import { grantConnectionException } from "#core/use-cases/grant-connection-exception.ts";
import { requestConnectionChange } from "#core/use-cases/request-connection-change.ts";
import { revokeConnectionException } from "#core/use-cases/revoke-connection-exception.ts";
import type { ConnectionChange } from "#core/work/connection.ts";
import { type By, must, opening } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { unchanged } from "#test/support/proposals.ts";
import { aConnection, connectionId, NOON, rows } from "./support.ts";

const provider = opening();
const N1 = connectionId("C1");

/** A Wednesday without a holiday near it. */
const BY: By = { as: "sonia", on: "2026-07-01" };

async function aSubscriber(known: Parameters<typeof aConnection>[2] = {}) {
  const p = provider();
  await p.customer("C1", { owing: { A: ["129.90", "2026-05-01"] } });
  await aConnection(p, "C1", known);
  const ask = (change: ConnectionChange, by = BY, reason = "inadimplência", id = N1) =>
    p.ask(requestConnectionChange[change], { connection: id, reason, now: NOON }, by);
  const except = (until: string, reason = "tratamento em casa", id = N1) =>
    p.ask(
      grantConnectionException,
      { connection: id, until: date(until), reason },
      { as: "sonia" },
    );
  return { p, ask, except };
}

const wanted = "select status, wanted_status, wanted_reason, wanted_by, wanted_at from connection";

test("a block is asked of the network once the law allows it, and is not said to be done", async () => {
  const { p, ask } = await aSubscriber();
  await p.notice("C1", "suspension", "2026-06-10");
  await p.notice("C1", "debt", "2026-06-10");
  expect(must(await ask("block"))).toEqual({ connection: N1, wanted: "blocked" });
  expect(await rows(p, wanted)).toEqual([
    {
      status: "normal",
      wanted_status: "blocked",
      wanted_reason: "inadimplência",
      wanted_by: "sonia",
      wanted_at: new Date(NOON),
    },
  ]);
  expect(await events(p.database.sql)).toMatchObject([
    {
      kind: "connection_change_requested",
      actor: "sonia",
      data: { connection: N1, wanted: "blocked", reason: "inadimplência" },
    },
  ]);
  expect(await rows(p, "select channel, effect, sent_at from outbox")).toEqual([
    {
      channel: "network",
      effect: {
        kind: "change_connection",
        customer: "C1",
        connection: N1,
        wanted: "blocked",
      },
      sent_at: null,
    },
  ]);
});

test("the law's word on a block names the article, the fact and the day", async () => {
  const { p, ask } = await aSubscriber();
  const forbidden = (fact: object, answer = "refused") => ({
    code: "law_forbids_block",
    connection: N1,
    verdict: { answer, fact },
  });
  await p.refused(() => ask("block"), forbidden({ code: "notice_missing" }));
  await p.notice("C1", "suspension", "2026-06-24");
  await p.notice("C1", "debt", "2026-06-24");
  await p.refused(() => ask("block"), forbidden({ code: "notice_too_recent" }, "from"));
  await p.dispute("A", "2026-06-30");
  await p.refused(() => ask("block"), forbidden({ code: "dispute_open" }));
  must(await p.pay("A"));
  await p.refused(() => ask("block"), forbidden({ code: "no_debt" }));
});

test("another contract's debt or notice blocks nothing", async () => {
  const { p, ask } = await aSubscriber();
  await p.customer("C2", { owing: { B: ["50.00", "2026-05-01"] } });
  await aConnection(p, "C2");
  await p.notice("C2", "suspension", "2026-06-10");
  await p.notice("C2", "debt", "2026-06-10");
  await p.refused(() => ask("block"), { verdict: { fact: { code: "notice_missing" } } });
  await p.database.sql`update notice set customer_id = 'C1', contract_id = 'K-C2'`;
  await p.refused(() => ask("block"), { verdict: { fact: { code: "notice_missing" } } });
});

test("the first instalment paid asks for a new notice", async () => {
  const { p, ask } = await aSubscriber();
  await p.customer("C3", {
    owing: { D: ["10.00", "2026-03-02"], E: ["10.00", "2026-03-03"] },
  });
  await aConnection(p, "C3");
  const N3 = connectionId("C3");
  await p.negotiate("C3", "2026-05-04");
  must(
    await p.agree("C3", ["D", "E"], unchanged({ tolerance: "2026-05-06" }), { on: "2026-05-04" }),
  );
  for (const kind of ["suspension", "debt"] as const) await p.notice("C3", kind, "2026-06-01");
  must(await p.pay("D", { at: "2026-06-02" }, { on: "2026-06-02" }));
  await p.refused(() => ask("block", BY, "x", N3), {
    verdict: { fact: { code: "notice_missing", onOrAfter: "2026-06-03" } },
  });
});

test("a block that the network has not done yet is taken back", async () => {
  const { p, ask } = await aSubscriber();
  await p.notice("C1", "suspension", "2026-06-10");
  await p.notice("C1", "debt", "2026-06-10");
  must(await ask("block"));
  await p.refused(() => ask("block"), {
    code: "connection_does_not_fit",
    change: "block",
    status: "normal",
    wanted: "blocked",
  });
  must(await ask("unblock", { as: "ana" }));
  expect(await rows(p, wanted)).toMatchObject([{ wanted_status: "normal", wanted_by: "ana" }]);
  await p.refused(() => ask("unblock"), { code: "connection_does_not_fit", wanted: "normal" });
});

test("what is blocked is unblocked, and reduced speed restored, whatever is owed", async () => {
  const { p, ask } = await aSubscriber({ status: "blocked", blockedOn: date("2026-06-20") });
  await p.refused(() => ask("restore-speed"), { code: "connection_does_not_fit" });
  await p.refused(() => ask("block"), { code: "connection_does_not_fit", status: "blocked" });
  must(await ask("unblock", { as: "ana" }, "pagou a primeira parcela"));
  await p.database.sql`update connection set status = 'reduced', wanted_status = null`;
  must(await ask("restore-speed", { as: "ana" }));
  expect(await rows(p, "select effect->>'wanted' as wanted from outbox order by id")).toEqual([
    { wanted: "normal" },
    { wanted: "normal" },
  ]);
});

test("a session is ended without a word of the law, and once", async () => {
  const { p, ask } = await aSubscriber();
  must(await ask("disconnect"));
  await p.refused(() => ask("disconnect"), {
    code: "connection_does_not_fit",
    wanted: "disconnected",
  });
});

test("an exception keeps a connection from being blocked until its last day", async () => {
  const { p, ask, except } = await aSubscriber();
  await p.notice("C1", "suspension", "2026-06-10");
  await p.notice("C1", "debt", "2026-06-10");
  expect(must(await except("2026-07-01"))).toEqual({ connection: N1, until: "2026-07-01" });
  await p.refused(() => ask("block"), {
    code: "connection_excepted",
    connection: N1,
    until: "2026-07-01",
  });
  must(await ask("block", { as: "sonia", on: "2026-07-07" }));
  expect(
    await rows(p, "select connection_id, until, reason, granted_by from connection_exception"),
  ).toEqual([
    {
      connection_id: N1,
      until: "2026-07-01",
      reason: "tratamento em casa",
      granted_by: "sonia",
    },
  ]);
  expect(await events(p.database.sql, "connection_exception_granted")).toMatchObject([
    { data: { connection: N1, until: "2026-07-01" } },
  ]);
});

test("an exception that is revoked keeps nothing from being blocked, and there is none to revoke twice", async () => {
  const { p, ask, except } = await aSubscriber();
  await p.notice("C1", "suspension", "2026-06-10");
  await p.notice("C1", "debt", "2026-06-10");
  must(await except("2026-07-10"));
  must(await except("2026-07-20"));
  const revoke = (by: By = BY) =>
    p.ask(revokeConnectionException, { connection: N1, reason: "acabou" }, by);
  await p.refused(() => revoke({ as: "ana", on: "2026-07-01" }), { code: "not_permitted" });
  expect(must(await revoke())).toEqual({ connection: N1, until: "2026-07-20" });
  must(await ask("block"));
  await p.refused(() => revoke(), { code: "connection_not_excepted", connection: N1 });
});

test("refused, changing nothing, without a reason, a connection or a day that can be", async () => {
  const { p, ask, except } = await aSubscriber();
  const N9 = "N9" as ConnectionId;
  await p.refused(() => ask("block", BY, " "), { code: "reason_empty" });
  await p.refused(() => ask("unblock", BY, "x", N9), {
    code: "connection_unknown",
    connection: "N9",
  });
  await p.refused(() => except("2026-07-10", ""), { code: "reason_empty" });
  await p.refused(() => except("2026-07-10", "x", N9), { code: "connection_unknown" });
  await p.refused(() => except("2026-06-30"), { code: "day_in_the_past", field: "until" });
  await p.refused(() => except("2026-09-30"), { code: "day_too_far", latest: "2026-09-29" });
  must(await except("2026-09-29"));
});
