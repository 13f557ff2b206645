import { expect, test } from "vitest";
import { dropOutbox, retryOutbox } from "#core/use-cases/manage-outbox.ts";
import { createOutbox } from "#db/outbox.ts";
import { readUnsent } from "#db/queries/outbox/read-unsent.ts";
import { must, opening } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { single } from "#test/support/proposals.ts";

const provider = opening();

/** An approval that was to be asked for and was given up on; its number in the outbox. */
async function givenUp(): Promise<number> {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-04"] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A"], single("2026-07-15", { discount: "20" }), { as: "ana" }));
  const { sql } = p.database;
  const [entry] = await sql<{ id: number }[]>`
    update outbox set failed_at = now(), attempts = 1, last_error = 'channel_not_found',
      created_at = now() - interval '80 hours'
    where effect ->> 'kind' = 'ask_approval' returning id`;
  return entry!.id;
}

const ask = (entry: number, as = "gil") => provider().ask(retryOutbox, { entry }, { as });
const drop = (entry: number, reason = "foi avisado por telefone") =>
  provider().ask(dropOutbox, { entry, reason }, { as: "gil" });

const unsent = async () => {
  const page = await readUnsent(provider().database.sql);
  return page.ok ? page.value.rows : [];
};

test("what did not leave is listed with the reason, and whom it is about", async () => {
  const entry = await givenUp();

  expect(await unsent()).toMatchObject([
    {
      id: entry,
      what: "ask_approval",
      channel: "operators",
      customer: "C1",
      customerName: "Cliente C1",
      error: "channel_not_found",
      attempts: 1,
      failedAt: expect.any(Date),
    },
  ]);
});

test("what just waits for its turn is not listed, what waits for a channel that is off is", async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-04"] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A"], single("2026-07-15", { discount: "20" }), { as: "ana" }));
  expect(await unsent()).toEqual([]);
  await p.database.sql`update outbox set due_at = now() - interval '11 minutes'`;

  expect(await unsent()).toMatchObject([{ what: "ask_approval", error: null, failedAt: null }]);
});

test("sent again it is due at once, with its tries and its time begun anew", async () => {
  const entry = await givenUp();
  const { sql } = provider().database;
  expect(must(await ask(entry))).toMatchObject({ id: entry, what: "ask_approval" });

  const [row] = await sql`
    select attempts, failed_at, due_at <= now() as due, created_at > now() - interval '1 minute' as fresh from outbox`;
  expect(row).toEqual({ attempts: 0, failed_at: null, due: true, fresh: true });
  const claim = { kinds: ["ask_approval"], limit: 9, leaseSeconds: 60, maxAttempts: 8 } as const;
  expect(await createOutbox(sql).claim({ ...claim })).toMatchObject([{ id: entry, attempts: 1 }]);
  expect(await events(sql, "outbox_retried")).toMatchObject([
    { actor: "gil", data: { id: entry, what: "ask_approval", error: "channel_not_found" } },
  ]);
});

test("dropped it is gone, and the history says what it was and why", async () => {
  const entry = await givenUp();
  const { sql } = provider().database;
  must(await drop(entry));

  expect(await sql`select 1 from outbox`).toHaveLength(0);
  expect(await events(sql, "outbox_dropped")).toMatchObject([
    {
      actor: "gil",
      data: { id: entry, what: "ask_approval", customer: "C1", reason: "foi avisado por telefone" },
    },
  ]);
});

test("refused, changing nothing, without permission or reason, and for what left or leaves right now", async () => {
  const p = provider();
  const entry = await givenUp();
  await p.refused(() => ask(entry, "ana"), { code: "not_permitted", permission: "outbox.manage" });
  await p.refused(() => drop(entry, " "), { code: "reason_empty" });
  await p.refused(() => drop(entry + 1), { code: "outbox_not_there", entry: entry + 1 });
  await p.database.sql`
    update outbox set failed_at = null, leased_until = now() + interval '1 minute'`;
  await p.refused(() => ask(entry), { code: "outbox_not_there" });
  await p.database.sql`update outbox set sent_at = now(), leased_until = null`;
  await p.refused(() => drop(entry), { code: "outbox_not_there" });
});
