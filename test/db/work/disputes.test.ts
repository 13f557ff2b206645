import { expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import type { ContractId } from "#core/ids.ts";
import { answerDispute } from "#core/use-cases/answer-dispute.ts";
import { openDispute } from "#core/use-cases/open-dispute.ts";
import { type RecordNotice, recordNotice } from "#core/use-cases/record-notice.ts";
import { must, opening } from "#test/support/desk.ts";
import { agreementStatus, events, stages, standing } from "#test/support/look.ts";
import { single, unchanged } from "#test/support/proposals.ts";
import { customerId, invoiceId } from "#test/support/provider.ts";
import { rows } from "./support.ts";

const provider = opening();

async function aDebtor() {
  const p = provider();
  await p.customer("C1", {
    owing: { A: ["129.90", "2026-05-01"], B: ["99.95", "2026-06-01"] },
  });
  const contest = (invoice = "A", openedOn?: string, reason = "não usei") =>
    p.ask(
      openDispute,
      {
        invoice: invoiceId(invoice),
        reason,
        openedOn: openedOn === undefined ? undefined : date(openedOn),
      },
      { as: "ana" },
    );
  const answer = (upheld: boolean, answeredOn?: string, dispute = 1) =>
    p.ask(
      answerDispute,
      {
        dispute,
        upheld,
        answeredOn: answeredOn === undefined ? undefined : date(answeredOn),
        note: "conferido",
      },
      { as: "sonia" },
    );
  return { p, contest, answer };
}

test("a contested amount is not collected until it is answered", async () => {
  const { p, contest, answer } = await aDebtor();
  must(await p.classify());
  expect(must(await contest("A", "2026-06-29"))).toEqual({
    dispute: 1,
    invoice: "A",
    openedOn: "2026-06-29",
  });
  await p.refused(() => p.start("C1", ["A"]), { code: "law_forbids_collection" });
  expect(must(await answer(false))).toMatchObject({ upheld: false, cancelled: false });
  must(await p.start("C1", ["A"]));
  expect(await rows(p, "select reason, opened_on, answered_on, upheld from dispute")).toEqual([
    { reason: "não usei", opened_on: "2026-06-29", answered_on: "2026-07-01", upheld: false },
  ]);
  expect(await events(p.database.sql, "dispute_opened")).toMatchObject([
    { invoice: "A", actor: "ana", data: { dispute: 1, openedOn: "2026-06-29" } },
  ]);
  expect(await events(p.database.sql, "dispute_answered")).toMatchObject([
    { invoice: "A", actor: "sonia", data: { upheld: false, note: "conferido" } },
  ]);
});

test("an invoice that was rightly contested is owed no more, wherever it stood", async () => {
  const { p, contest, answer } = await aDebtor();
  for (const stage of ["none", "classified", "in contact", "awaiting negotiation"]) {
    const due = stage === "none" ? "2026-06-28" : "2026-05-01";
    await p.customer(`C-${stage}`, { owing: { [`I-${stage}`]: ["50.00", due] } });
  }
  must(await p.classify());
  for (const of of ["in contact", "awaiting negotiation"]) must(await p.start(`C-${of}`));
  must(await p.confirm("C-awaiting negotiation"));
  let dispute = 0;
  for (const stage of ["none", "classified", "in contact", "awaiting negotiation"]) {
    must(await contest(`I-${stage}`));
    dispute += 1;
    expect(must(await answer(true, undefined, dispute))).toMatchObject({ cancelled: true });
    expect(await standing(p.database.sql, `I-${stage}`)).toMatchObject({
      state: "deleted",
      stage: null,
    });
  }
  expect(await events(p.database.sql, "invoice_cancelled")).toMatchObject([
    { invoice: "I-none", data: { from: "none", amountCents: 5_000 } },
    { invoice: "I-classified", data: { from: "classified" } },
    { invoice: "I-in contact", data: { from: "in contact" } },
    { invoice: "I-awaiting negotiation", data: { from: "awaiting negotiation" } },
  ]);
});

test("an agreement that awaited it goes on with what is left, and ends with the last", async () => {
  const { p, contest, answer } = await aDebtor();
  await p.negotiate("C1");
  const { agreement } = must(await p.agree("C1", ["A", "B"], unchanged()));
  must(await contest("A"));
  must(await answer(true));
  expect(await stages(p.database.sql, "C1")).toBe("A: none, B: in agreement");
  expect(await agreementStatus(p.database.sql, agreement!)).toBe("live");
  must(await contest("B"));
  must(await answer(true, undefined, 2));
  expect(await agreementStatus(p.database.sql, agreement!)).toBe("void");
  expect(await events(p.database.sql, "agreement_voided")).toHaveLength(1);
});

test("an agreement is fulfilled when what is left of it was paid", async () => {
  const { p, contest, answer } = await aDebtor();
  await p.negotiate("C1");
  const { agreement } = must(await p.agree("C1", ["A", "B"], unchanged()));
  must(await p.pay("A"));
  must(await contest("B"));
  must(await answer(true));
  expect(await agreementStatus(p.database.sql, agreement!)).toBe("fulfilled");
});

test("an invoice that an agreement made is cancelled only with the agreement", async () => {
  const { p, contest, answer } = await aDebtor();
  await p.negotiate("C1");
  const { agreement } = must(await p.agree("C1", ["A", "B"], single("2026-07-20")));
  must(await contest("AC1-1"));
  await p.refused(() => answer(true), { code: "dispute_of_promise", invoice: "AC1-1", agreement });
  must(await p.rescind(agreement!));
  expect(must(await answer(true))).toMatchObject({ upheld: true, cancelled: false });
});

test("an invoice with a live record at the bureau waits until the record is removed", async () => {
  const { p, contest, answer } = await aDebtor();
  for (const key of ["law.spc.requireContractEnded", "law.spc.requireNotice"]) {
    must(await p.set(key, "false"));
  }
  await p.negotiate("C1");
  must(await p.agree("C1", ["A", "B"], unchanged({ tolerance: "2026-07-10" })));
  must(await p.register("A", "SPC", { on: "2026-07-13" }));
  must(await contest("A"));
  await p.refused(() => answer(true), { code: "spc_record_live", invoice: "A", record: 1 });
  must(await p.unregister("A"));
  must(await answer(true));
});

test("what was paid stays paid, and the answer is kept", async () => {
  const { p, contest, answer } = await aDebtor();
  must(await p.pay("A"));
  must(await contest("A"));
  expect(must(await answer(true))).toMatchObject({ upheld: true, cancelled: false });
  expect(await standing(p.database.sql, "A")).toMatchObject({ state: "paid" });
});

test("refused, changing nothing, when there is nothing to contest or to answer", async () => {
  const { p, contest, answer } = await aDebtor();
  await p.refused(() => contest("X"), { code: "invoice_unknown" });
  await p.refused(() => contest("A", undefined, ""), { code: "reason_empty" });
  await p.refused(() => contest("A", "2026-07-02"), {
    code: "day_in_the_future",
    field: "openedOn",
  });
  await p.refused(() => answer(true), { code: "dispute_unknown", dispute: 1 });
  must(await contest("A", "2026-06-20"));
  await p.refused(() => contest("A"), { code: "dispute_already_open", openedOn: "2026-06-20" });
  await p.refused(() => answer(true, "2026-07-02"), { code: "day_in_the_future" });
  await p.refused(() => answer(true, "2026-06-19"), {
    code: "answer_before_dispute",
    openedOn: "2026-06-20",
  });
  must(await answer(true));
  await p.refused(() => answer(false), {
    code: "dispute_already_answered",
    answeredOn: "2026-07-01",
  });
  await p.refused(() => contest("A"), { code: "invoice_not_disputable", state: "deleted" });
});

test("a delivered notice is kept for the law's clocks", async () => {
  const { p } = await aDebtor();
  await p.customer("C2");
  const notice = (input: Partial<RecordNotice> = {}) =>
    p.ask(
      recordNotice,
      {
        customer: customerId("C1"),
        kind: "debt",
        channel: "AR",
        deliveredOn: date("2026-06-30"),
        ...input,
      },
      { as: "sonia" },
    );
  const contract = "K-C1" as ContractId;
  must(await notice({ contract }));
  must(await notice({ kind: "bureau" }));
  expect(
    await rows(p, "select customer_id, contract_id, kind, channel, delivered_at from notice"),
  ).toEqual([
    {
      customer_id: "C1",
      contract_id: "K-C1",
      kind: "debt",
      channel: "AR",
      delivered_at: "2026-06-30",
    },
    {
      customer_id: "C1",
      contract_id: null,
      kind: "bureau",
      channel: "AR",
      delivered_at: "2026-06-30",
    },
  ]);
  expect(await events(p.database.sql, "notice_recorded")).toMatchObject([
    { actor: "sonia", data: { notice: "debt", contract: "K-C1" } },
    { data: { notice: "bureau", contract: null } },
  ]);
  await p.refused(() => notice({ customer: customerId("X") }), { code: "customer_unknown" });
  await p.refused(() => notice({ contract: "K-C2" as ContractId }), { code: "contract_unknown" });
  await p.refused(() => notice({ channel: "" }), { code: "field_empty", field: "channel" });
  await p.refused(() => notice({ deliveredOn: date("2026-07-02") }), {
    code: "day_in_the_future",
    field: "deliveredOn",
  });
});
