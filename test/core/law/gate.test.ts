import fc from "fast-check";
import { expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import type { BlockFacts } from "#core/law/block.ts";
import type { DebtFacts, Dispute, Notice } from "#core/law/facts.ts";
import { type Act, legalGate } from "#core/law/gate.ts";
import { packFor, RULE_PACKS, ruleById } from "#core/law/rule-pack.ts";
import { NOTICE_KINDS } from "#core/law/rules.ts";
import { aDebt, dayWithin, law, START, settings } from "./law-arbitraries.ts";

const day = dayWithin(-2000, 600);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const notices: fc.Arbitrary<Notice[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...NOTICE_KINDS), deliveredOn: day }),
  { maxLength: 4 },
);
const dispute: fc.Arbitrary<Dispute> = fc.record({
  openedOn: day,
  answer: maybe(fc.record({ on: day, upheld: fc.boolean() })),
});
const debt: fc.Arbitrary<DebtFacts> = fc.record({
  dueDate: day,
  lateAfter: day,
  paid: fc.boolean(),
  arisesFromUse: fc.boolean(),
  disputes: fc.array(dispute, { maxLength: 2 }),
});
const blockFacts: fc.Arbitrary<BlockFacts> = fc.record({
  debts: fc.array(debt, { maxLength: 3 }),
  notices,
  clearedOn: maybe(day),
});

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant("block" as const), facts: blockFacts, today: day }),
  fc.record({
    act: fc.constant("rescind contract" as const),
    facts: fc.tuple(blockFacts, maybe(day)).map(([facts, blockedOn]) => ({ ...facts, blockedOn })),
    today: day,
  }),
  fc.record({
    act: fc.constant("register in SPC" as const),
    facts: fc.record({
      debt,
      oweSince: day,
      hasContract: fc.boolean(),
      contractEndedOn: maybe(day),
      notices,
      clearedOn: maybe(day),
    }),
    today: day,
  }),
  fc.record({ act: fc.constant("collect" as const), facts: debt, today: day }),
);

test("whatever it is asked, the gate names a rule of its pack, and never a day that has come", () => {
  fc.assert(
    fc.property(anyAct, fc.constantFrom(...RULE_PACKS), (act, pack) => {
      const verdict = legalGate(act, { settings, pack });
      if (verdict.answer === "allowed") return;
      expect(ruleById(pack, verdict.rule)?.article).toBeTruthy();
      if (verdict.answer === "from" && act.act !== "charge" && act.act !== "contact") {
        expect(verdict.date > act.today).toBe(true);
      }
    }),
  );
});

test("no act is allowed on a paid debt, one of five years, or while its dispute is open", () => {
  fc.assert(
    fc.property(debt, day, (facts, today) => {
      const pressed: Act[] = [
        { act: "collect", facts, today },
        { act: "block", today, facts: { debts: [facts], notices: [], clearedOn: null } },
      ];
      const open = facts.disputes.some(
        ({ openedOn, answer }) => openedOn <= today && (answer === null || answer.on > today),
      );
      const answers = pressed.map((act) => legalGate(act, law).answer);
      if (facts.paid || open) expect(answers).toEqual(["refused", "refused"]);
    }),
  );
});

test("each act reaches its rule", () => {
  const debts = [aDebt()];
  const rule = (act: Act) => {
    const verdict = legalGate(act, law);
    return verdict.answer === "allowed" ? "allowed" : verdict.rule;
  };
  const today = date("2026-03-10");
  const block = { debts, notices: [], clearedOn: null };
  expect(rule({ act: "block", today, facts: block })).toBe("RGC-70");
  expect(rule({ act: "rescind contract", today, facts: { ...block, blockedOn: null } })).toBe(
    "RGC-73",
  );
  expect(
    rule({
      act: "register in SPC",
      today,
      facts: {
        debt: aDebt(),
        oweSince: START,
        hasContract: true,
        contractEndedOn: null,
        notices: [],
        clearedOn: null,
      },
    }),
  ).toBe("RGC-BUREAU");
  expect(rule({ act: "charge", facts: { term: "reconnection" } })).toBe("RGC-78-FEE");
  expect(rule({ act: "collect", today, facts: aDebt() })).toBe("allowed");
  expect(
    rule({
      act: "contact",
      now: { date: date("2026-03-08"), time: "10:00" },
      facts: {
        startedBy: "provider",
        to: "customer",
        identified: true,
        mentionsDebt: true,
        debts,
        optedOut: false,
        notTheCustomer: false,
        state: "SP",
        earlier: [],
      },
    }),
  ).toBe("HOURS");
});

test("under the old regulation a full block takes both of its stages", () => {
  const pack = packFor(date("2025-08-01"));
  const notice: Notice = { kind: "debt", deliveredOn: date("2025-03-03") };
  const debts = [aDebt({ dueDate: date("2025-02-10"), lateAfter: date("2025-02-10") })];
  const facts = { debts, notices: [notice], clearedOn: null };
  const verdict = legalGate({ act: "block", facts, today: date("2025-03-20") }, { settings, pack });
  expect(verdict).toMatchObject({ answer: "from", date: "2025-04-22", rule: "RGC-70" });
});
