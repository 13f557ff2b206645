import { expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { aDesk, must, opening } from "#test/support/desk.ts";
import { checkInvariants } from "#test/support/invariants.ts";
import { events } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";

const provider = opening();

/** Two operators in processes of their own: each with connections that the other does not share. */
async function twoDesks() {
  const p = provider();
  const other = await connect(p.database.url);
  return {
    ana: p,
    bruno: aDesk({ ...p, ports: createPorts(other.db) }),
    close: other.close,
  };
}

test("two operators agreeing on one invoice at the same moment: one agreement, the other is told why", async () => {
  const { ana: p, bruno, close } = await twoDesks();
  for (let round = 1; round <= 20; round++) {
    await p.customer(`C${round}`, {
      owing: { [`A${round}`]: ["100.00", "2026-05-11"], [`B${round}`]: ["80.00", "2026-05-11"] },
    });
  }
  must(await p.classify());
  for (let round = 1; round <= 20; round++) {
    const [customer, a, b] = [`C${round}`, `A${round}`, `B${round}`];
    must(await p.start(customer));
    must(await p.confirm(customer));
    const answers = await Promise.all([
      p.agree(customer, [a], round % 2 === 0 ? unchanged() : single("2026-07-20"), { as: "ana" }),
      bruno.agree(customer, [b, a], split(2, "2026-07-20"), { as: "bruno" }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const [made] = await p.database.sql`select max(number) as number from agreement`;
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      refusal: {
        code: "invoice_not_authorised",
        invoice: a,
        reason: "in_another_agreement",
        agreement: made?.number,
      },
    });
    await checkInvariants(p.database.sql);
  }
  expect(await events(p.database.sql, "agreement_made")).toHaveLength(20);
  await close();
});

test("two who start, or confirm, one customer at the same moment: one does, the other is told the stage", async () => {
  const { ana: p, bruno, close } = await twoDesks();
  for (let round = 1; round <= 10; round++) {
    await p.customer(`C${round}`, { owing: { [`A${round}`]: ["100.00", "2026-05-11"] } });
  }
  must(await p.classify());
  for (let round = 1; round <= 10; round++) {
    const [customer, a] = [`C${round}`, `A${round}`];
    const started = await Promise.all([p.start(customer, [a]), bruno.start(customer, [a])]);
    expect(started.filter(({ ok }) => ok)).toHaveLength(1);
    expect(started.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "stage_does_not_fit", stage: "in contact" },
    });
    const confirmed = await Promise.all([p.confirm(customer), bruno.confirm(customer)]);
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(confirmed.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "nothing_in_contact" },
    });
  }
  expect(await events(p.database.sql, "account_opened")).toHaveLength(10);
  await close();
});

test("one invoice paid twice at the same moment is paid once", async () => {
  const { ana: p, bruno, close } = await twoDesks();
  await p.customer("C1", {
    owing: Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`A${i}`, ["10.00", "2026-05-11"] as const]),
    ),
  });
  await p.negotiate("C1");
  for (let i = 0; i < 10; i++) {
    const answers = await Promise.all([p.pay(`A${i}`), bruno.pay(`A${i}`)]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "already_paid" } });
  }
  expect(await p.database.sql`select count(*)::int as n from payment`).toEqual([{ n: 10 }]);
  await close();
});

test("payment against rescission, approval and renegotiation: whichever comes first, no cent is lost", async () => {
  const { ana: p, bruno, close } = await twoDesks();
  for (let round = 1; round <= 8; round++) {
    const [customer, a] = [`C${round}`, `A${round}`];
    await p.customer(customer, { owing: { [a]: ["100.00", "2026-05-11"] } });
    await p.negotiate(customer);
    const { agreement } = must(await p.agree(customer, [a], split(2, "2026-07-20")));
    const first = `AC${agreement}-1`;
    const on = "2026-08-11";
    const again = single("2026-09-01", { tolerance: "2026-09-10", discount: "20" });
    await Promise.all([
      p.pay(first, { amount: round % 2 === 0 ? "50.00" : "20.00" }, { on }),
      bruno.rescind(agreement as number, "engano", { on }),
      p.agree(customer, [first], again, { on, as: round % 3 === 0 ? "ana" : "gil" }),
    ]);
    await checkInvariants(p.database.sql);
  }
  await close();
});

test("everything at once on a few customers, the classifier and the follow-up beside: no deadlock, all holds", async () => {
  const { ana: p, bruno, close } = await twoDesks();
  const names = ["C1", "C2", "C3"];
  for (const name of names) {
    const owing = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`${name}-${i}`, ["60.00", "2026-05-11"] as const]),
    );
    await p.customer(name, { owing });
  }
  const desks = [p, bruno];
  for (let round = 0; round < 8; round++) {
    const work = names.flatMap((name, n) => {
      const desk = desks[(round + n) % 2] as typeof bruno;
      const invoice = `${name}-${round % 6}`;
      return [
        desk.start(name, [invoice]),
        desk.confirm(name),
        desk.agree(name, [invoice], round % 2 === 0 ? unchanged() : split(2, "2026-07-20")),
        desk.pay(invoice, { amount: "5.00" }),
        p.database.sql`update collection set recheck = true where customer_id = ${name}`,
        desk.rescind(round * 2 + n + 1),
      ];
    });
    await Promise.all([p.classify(), ...work, bruno.classify(), p.followUp()]);
    await p.followUp();
    must(await p.classify());
    await checkInvariants(p.database.sql);
  }
  await close();
});
