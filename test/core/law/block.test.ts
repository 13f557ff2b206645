import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEveOfHoliday, isHoliday } from "#core/business-days.ts";
import { addDays, date, daysBetween, weekday } from "#core/calendar.ts";
import { type BlockFacts, mayBlock } from "#core/law/block.ts";
import { ruleById } from "#core/law/rule-pack.ts";
import {
  aDebt,
  bareLaw,
  closedDisputes,
  dayAfterCounting,
  dayWithin,
  law,
  pack,
  START,
} from "./law-arbitraries.ts";

const facts = (changes: Partial<BlockFacts> = {}): BlockFacts => ({
  debts: [aDebt({ dueDate: date("2026-09-01"), lateAfter: date("2026-09-01") })],
  notices: [{ kind: "debt", deliveredOn: date("2026-09-14") }],
  clearedOn: null,
  ...changes,
});
const on = (day: string, changes: Partial<BlockFacts> = {}) =>
  mayBlock(facts(changes), date(day), law);

describe("a block", () => {
  test("waits 15 days from the delivered notice, not from the due date", () => {
    expect(on("2026-09-28")).toEqual({
      answer: "from",
      date: "2026-09-29",
      rule: "RGC-70",
      fact: { code: "notice_too_recent", deliveredOn: "2026-09-14", days: 15, frozenDays: 0 },
    });
    expect(on("2026-09-29")).toEqual({ answer: "allowed" });
  });

  test("does not start on Friday, Saturday or Sunday", () => {
    for (const day of ["2026-10-02", "2026-10-03", "2026-10-04"]) {
      expect(on(day)).toMatchObject({ answer: "from", date: "2026-10-05", rule: "L14015" });
    }
  });

  test("does not start on a holiday or its eve", () => {
    const dayOff = { answer: "from", rule: "L14015", fact: { code: "day_off_ahead" } };
    expect(on("2026-11-19")).toMatchObject({ ...dayOff, date: "2026-11-23" });
    // Monday before carnival's Tuesday is itself a holiday; Wednesday is free.
    expect(on("2027-02-08")).toMatchObject({ ...dayOff, date: "2027-02-10" });
  });

  test("starts on any day once the courtesy is switched off", () => {
    expect(mayBlock(facts(), date("2026-10-03"), bareLaw)).toEqual({ answer: "allowed" });
  });

  test("needs a notice of an existing debt", () => {
    const missing = {
      answer: "refused",
      fact: { code: "notice_missing", onOrAfter: "2026-09-02" },
    };
    expect(on("2026-12-01", { notices: [] })).toMatchObject(missing);
    const early = [{ kind: "debt", deliveredOn: date("2026-09-01") }] as const;
    expect(on("2026-12-01", { notices: early })).toMatchObject(missing);
    const other = [{ kind: "bureau", deliveredOn: date("2026-09-14") }] as const;
    expect(on("2026-12-01", { notices: other })).toMatchObject(missing);
    const tomorrow = [{ kind: "debt", deliveredOn: date("2026-12-02") }] as const;
    expect(on("2026-12-01", { notices: tomorrow })).toMatchObject(missing);
  });

  test("needs a new notice after a payment cleared the old default", () => {
    expect(on("2026-12-01", { clearedOn: date("2026-09-14") })).toMatchObject({
      answer: "refused",
      fact: { code: "notice_missing", kind: "debt", onOrAfter: "2026-09-15" },
    });
    expect(on("2026-12-01", { clearedOn: date("2026-09-13") })).toEqual({ answer: "allowed" });
  });

  test.each([
    [{ paid: true }, "CDC-42-PU", "debt_paid"],
    [{ arisesFromUse: false }, "MCI-7-IV", "debt_not_of_use"],
    [{ lateAfter: date("2027-01-05") }, "RGC-70", "debt_not_late"],
    [{ dueDate: date("2021-12-01") }, "PRESC", "debt_too_old"],
    [{ disputes: [{ openedOn: date("2026-11-25"), answer: null }] }, "RGC-DISPUTE", "dispute_open"],
    [
      { disputes: [{ openedOn: date("2026-10-25"), answer: null }] },
      "RGC-DISPUTE",
      "dispute_not_answered_in_time",
    ],
    [
      {
        disputes: [
          { openedOn: date("2026-10-01"), answer: { on: date("2026-11-01"), upheld: false } },
        ],
      },
      "RGC-DISPUTE",
      "dispute_not_answered_in_time",
    ],
    [
      {
        disputes: [
          { openedOn: date("2026-10-01"), answer: { on: date("2026-10-20"), upheld: true } },
        ],
      },
      "RGC-DISPUTE",
      "dispute_upheld",
    ],
  ] as const)("is refused for a debt with %j", (changes, rule, code) => {
    const debts = [aDebt({ ...facts().debts[0], ...changes })];
    expect(on("2026-12-01", { debts })).toMatchObject({ answer: "refused", rule, fact: { code } });
    expect(ruleById(pack, rule)).toBeDefined();
  });

  test("is refused without a debt", () => {
    expect(on("2026-12-01", { debts: [] })).toMatchObject({ fact: { code: "no_debt" } });
  });

  test("needs one debt that allows it, whatever stands in the way of the others", () => {
    const disputed = aDebt({ disputes: [{ openedOn: date("2026-11-25"), answer: null }] });
    const [debt = aDebt()] = facts().debts;
    expect(on("2026-12-01", { debts: [disputed, debt] })).toEqual({ answer: "allowed" });
    expect(on("2026-09-20", { debts: [disputed, debt] })).toMatchObject({ answer: "from" });
  });
});

describe("the clock of a block", () => {
  const cases = fc.record({
    delivered: dayWithin(1, 60),
    today: dayWithin(1, 400),
    disputes: closedDisputes,
  });

  test("is never a day early, and a dispute adds exactly its days", () => {
    fc.assert(
      fc.property(cases, ({ delivered, today, disputes }) => {
        const first = dayAfterCounting(delivered, 15, disputes);
        const known = disputes.every(({ answer }) => answer !== null && answer.on <= today);
        fc.pre(known && today >= delivered);
        const verdict = mayBlock(
          {
            debts: [aDebt({ disputes })],
            notices: [{ kind: "debt", deliveredOn: delivered }],
            clearedOn: null,
          },
          today,
          bareLaw,
        );
        expect(verdict.answer).toBe(today >= first ? "allowed" : "from");
        if (verdict.answer === "from") {
          expect(verdict.date).toBe(first);
          const frozenDays = daysBetween(delivered, first) - 15;
          expect(verdict.fact).toMatchObject({ code: "notice_too_recent", frozenDays });
        }
      }),
    );
  });

  test("is refused on every day of an open dispute", () => {
    fc.assert(
      fc.property(
        dayWithin(0, 200),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        (openedOn, length, n) => {
          const answer = { on: addDays(openedOn, length), upheld: false };
          const verdict = mayBlock(
            {
              debts: [aDebt({ disputes: [{ openedOn, answer }] })],
              notices: [{ kind: "debt", deliveredOn: addDays(START, 1) }],
              clearedOn: null,
            },
            addDays(openedOn, n),
            bareLaw,
          );
          expect(verdict.answer === "refused" && verdict.fact.code === "dispute_open").toBe(
            n < length,
          );
        },
      ),
    );
  });

  test("once allowed stays allowed, and the day promised keeps its promise", () => {
    fc.assert(
      fc.property(dayWithin(1, 200), dayWithin(1, 300), fc.nat(400), (delivered, today, later) => {
        fc.pre(today >= delivered);
        const debtor: BlockFacts = {
          debts: [aDebt()],
          notices: [{ kind: "debt", deliveredOn: delivered }],
          clearedOn: null,
        };
        const promised = mayBlock(debtor, today, law);
        if (promised.answer === "from") {
          expect(promised.date > today).toBe(true);
          expect(mayBlock(debtor, promised.date, law)).toEqual({ answer: "allowed" });
        }
        if (mayBlock(debtor, today, bareLaw).answer === "allowed") {
          expect(mayBlock(debtor, addDays(today, later), bareLaw)).toEqual({ answer: "allowed" });
        }
      }),
    );
  });

  test("with the courtesy never starts on a day off, the day before one, or a Friday", () => {
    fc.assert(
      fc.property(dayWithin(20, 1500), (today) => {
        const verdict = mayBlock(
          {
            debts: [aDebt()],
            notices: [{ kind: "debt", deliveredOn: addDays(START, 1) }],
            clearedOn: null,
          },
          today,
          law,
        );
        const quiet =
          ![5, 6, 0].includes(weekday(today)) && !isHoliday(today) && !isEveOfHoliday(today);
        expect(verdict.answer).toBe(quiet ? "allowed" : "from");
      }),
    );
  });
});
