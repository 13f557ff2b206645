import { expect, test } from "vitest";
import { dropDraft } from "#core/use-cases/drop-draft.ts";
import { loadDraft } from "#core/use-cases/load-draft.ts";
import { lockCustomerWork } from "#core/use-cases/lock-customer-work.ts";
import { releaseWork } from "#core/use-cases/release-work.ts";
import { saveDraft } from "#core/use-cases/save-draft.ts";
import { must, opening } from "#test/support/desk.ts";
import { customerId } from "#test/support/provider.ts";
import { NOON, rows } from "./support.ts";

const provider = opening();
const MINUTE = 60_000;

async function aQueue() {
  const p = provider();
  await p.customer("C1");
  const lock = (as: string, now = NOON, minutes = 10, customer = "C1") =>
    p.ask(lockCustomerWork, { customer: customerId(customer), minutes, now }, { as });
  const release = (as: string, now = NOON, customer = "C1") =>
    p.ask(releaseWork, { customer: customerId(customer), now }, { as });
  return { p, lock, release };
}

test("whoever takes a customer of the queue has them for a while, and others are told who", async () => {
  const { p, lock, release } = await aQueue();
  expect(must(await lock("ana"))).toEqual({ customer: "C1", untilMs: NOON + 10 * MINUTE });
  await p.refused(() => lock("bruno", NOON + 1), {
    code: "customer_worked_by",
    customer: "C1",
    operator: "ana",
    minutes: 10,
  });
  await p.refused(() => lock("bruno", NOON + 9 * MINUTE), { operator: "ana", minutes: 1 });
  await p.refused(() => release("bruno", NOON + 9 * MINUTE), { code: "customer_worked_by" });
  expect(must(await lock("ana", NOON + MINUTE))).toMatchObject({ untilMs: NOON + 11 * MINUTE });
  must(await lock("bruno", NOON + 11 * MINUTE));
  expect(await rows(p, "select operator_id, until from work_lock")).toEqual([
    { operator_id: "bruno", until: new Date(NOON + 21 * MINUTE) },
  ]);
});

test("a customer who was let go is free at once; letting go of nothing is no mistake", async () => {
  const { p, lock, release } = await aQueue();
  must(await release("ana"));
  must(await lock("ana"));
  must(await release("ana"));
  expect(await rows(p, "select * from work_lock")).toEqual([]);
  must(await lock("bruno"));
});

test("two who take one customer at once: one has them", async () => {
  const { lock } = await aQueue();
  const answers = await Promise.all([lock("ana"), lock("bruno"), lock("sonia"), lock("gil")]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("refused, changing nothing, for a customer or a time that cannot be", async () => {
  const { p, lock, release } = await aQueue();
  for (const minutes of [0, -1, 1.5, 121, Number.NaN]) {
    await p.refused(() => lock("ana", NOON, minutes), {
      code: "minutes_out_of_bounds",
      got: minutes,
      max: 120,
    });
  }
  await p.refused(() => lock("ana", NOON, 10, "X"), { code: "customer_unknown" });
  await p.refused(() => release("ana", NOON, "X"), { code: "customer_unknown" });
});

async function aForm() {
  const p = provider();
  await p.customer("C1");
  await p.customer("C2");
  const save = (revision: number, data: unknown, as = "ana", customer = "C1", id = "d1") =>
    p.ask(saveDraft, { id, customer: customerId(customer), revision, data }, { as });
  const load = (as = "ana", id = "d1") => p.ask(loadDraft, { id }, { as });
  const drop = (as = "ana", id = "d1") => p.ask(dropDraft, { id }, { as });
  return { p, save, load, drop };
}

test("a half-filled form is kept from step to step, until it is dropped", async () => {
  const { p, save, load, drop } = await aForm();
  expect(must(await save(0, { step: 1 }))).toEqual({ id: "d1", revision: 1 });
  expect(must(await save(1, { step: 2, invoices: ["A"] }))).toEqual({ id: "d1", revision: 2 });
  expect(must(await load())).toEqual({
    id: "d1",
    customer: "C1",
    revision: 2,
    data: { step: 2, invoices: ["A"] },
  });
  must(await drop());
  must(await drop());
  await p.refused(() => load(), { code: "draft_unknown", draft: "d1" });
  await p.refused(() => save(2, {}), { code: "draft_unknown", draft: "d1" });
});

test("a form that went on in another window is overtaken, and overwrites nothing", async () => {
  const { p, save } = await aForm();
  must(await save(0, { step: 1 }));
  must(await save(1, { step: 2 }));
  const overtaken = { code: "draft_overtaken", draft: "d1", revision: 2 };
  await p.refused(() => save(1, { step: 3 }), { ...overtaken, got: 1 });
  await p.refused(() => save(0, { step: 3 }), { ...overtaken, got: 0 });
  await p.refused(() => save(3, { step: 3 }), { ...overtaken, got: 3 });
  const answers = await Promise.all([save(2, { step: 3 }), save(2, { step: 4 })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("nobody sees, changes or drops another's form, nor takes it to another customer", async () => {
  const { p, save, load, drop } = await aForm();
  must(await save(0, { step: 1 }));
  const unknown = { code: "draft_unknown", draft: "d1" };
  await p.refused(() => load("bruno"), unknown);
  await p.refused(() => save(1, {}, "bruno"), unknown);
  await p.refused(() => save(0, {}, "bruno"), unknown);
  await p.refused(() => save(1, {}, "ana", "C2"), unknown);
  must(await drop("bruno"));
  expect(must(await load())).toMatchObject({ revision: 1 });
});

test("refused, changing nothing, for an unknown customer or a form beyond all measure", async () => {
  const { p, save } = await aForm();
  await p.refused(() => save(0, {}, "ana", "X"), { code: "customer_unknown" });
  await p.refused(() => save(0, "a".repeat(200_001)), { code: "field_too_long", field: "draft" });
});
