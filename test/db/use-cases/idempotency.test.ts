import { beforeEach, expect, test } from "vitest";
import { must, opening } from "#test/support/desk.ts";
import { dump } from "#test/support/dump.ts";
import { events } from "#test/support/look.ts";
import { single, unchanged } from "#test/support/proposals.ts";

const provider = opening();

beforeEach(async () => {
  const p = provider();
  await p.customer("C1", { owing: { A: ["100.00", "2026-05-11"], B: ["80.00", "2026-06-08"] } });
});

test("each command asked twice under one key has the answer and the effect of once", async () => {
  const p = provider();
  const { sql } = p.database;
  const twice = async (request: (key: string) => Promise<unknown>, key: string) => {
    const first = await request(key);
    expect(first).toMatchObject({ ok: true });
    const after = await dump(sql);
    expect(await request(key)).toEqual(first);
    expect(await dump(sql)).toEqual(after);
  };
  for (const rule of ["requireBroken", "requireContractEnded", "requireNotice"]) {
    must(await p.set(`law.spc.${rule}`, "false"));
  }
  await twice((key) => p.classify({ key }), "1");
  await twice((key) => p.start("C1", undefined, { key }), "2");
  await twice((key) => p.confirm("C1", { key }), "3");
  await twice(
    (key) => p.agree("C1", ["A"], single("2026-07-20", { discount: "20" }), { key, as: "ana" }),
    "4",
  );
  await twice((key) => p.refuse(1, "alto", { key, as: "sonia" }), "5");
  await twice(
    (key) => p.agree("C1", ["A"], single("2026-07-20", { discount: "20" }), { key, as: "ana" }),
    "6",
  );
  await twice((key) => p.approve(2, { key, as: "sonia" }), "7");
  await twice((key) => p.pay("AC2-1", { amount: "10.00" }, { key }), "8");
  await twice((key) => p.register("AC2-1", "enviado", { key }), "9");
  await twice((key) => p.unregister("AC2-1", "retirado", { key }), "10");
  await twice((key) => p.rescind(2, "engano", { key }), "11");
  await twice((key) => p.set("agreement.maxInstalments", "12", { key }), "12");
  await twice(
    (key) => p.agree("C1", ["B"], { proposal: unchanged(), dryRun: true }, { key }),
    "13",
  );
});

test("the answer of then comes also when the state has moved on since", async () => {
  const p = provider();
  must(await p.classify());
  const first = must(await p.start("C1", ["A"], { key: "k" }));
  must(await p.confirm("C1"));
  must(await p.pay("A"));
  expect(must(await p.start("C1", ["A"], { key: "k" }))).toEqual(first);
});

test("one key for two different requests is refused, changing nothing", async () => {
  const p = provider();
  must(await p.classify());
  must(await p.start("C1", ["A"], { key: "k" }));
  await p.refused(() => p.start("C1", ["B"], { key: "k" }), { code: "key_reused", key: "k" });
  await p.refused(() => p.confirm("C1", { key: "k" }), { code: "key_reused", key: "k" });
});

test("a refused request does not use its key up", async () => {
  const p = provider();
  await p.refused(() => p.start("C1", undefined, { key: "k" }), { code: "nothing_classified" });
  must(await p.classify());
  must(await p.start("C1", undefined, { key: "k" }));
  await p.refused(() => p.start("C1", undefined, { key: "l", as: "zoe" }), {
    code: "operator_unknown",
  });
  must(await p.confirm("C1", { key: "l" }));
});

test("five deliveries of one request at the same moment: one effect, five times its answer", async () => {
  const p = provider();
  await p.negotiate("C1");
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => p.agree("C1", ["A", "B"], single("2026-07-20"), { key: "k" })),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(must(answers[0] as (typeof answers)[number])).toMatchObject({ invoices: ["AC1-1"] });
  expect(await events(p.database.sql, "agreement_made")).toHaveLength(1);
});

test("two different requests under one key at the same moment: one is done, the other told", async () => {
  const p = provider();
  await p.negotiate("C1");
  const answers = await Promise.all([
    p.pay("A", { amount: "10.00" }, { key: "k" }),
    p.pay("A", { amount: "20.00" }, { key: "k" }),
  ]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { code: "key_reused" } });
});
