import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, date, daysBetween } from "#core/calendar.ts";
import { mayRescind, type RescindFacts } from "#core/law/rescind-contract.ts";
import {
  aDebt,
  closedDisputes,
  dayAfterCounting,
  dayWithin,
  law,
  START,
} from "./law-arbitraries.ts";

const facts = (changes: Partial<RescindFacts> = {}): RescindFacts => ({
  debts: [aDebt({ dueDate: date("2026-09-01"), lateAfter: date("2026-09-01") })],
  notices: [{ kind: "rescission", deliveredOn: date("2026-10-15") }],
  clearedOn: null,
  blockedOn: date("2026-10-01"),
  ...changes,
});
const on = (day: string, changes: Partial<RescindFacts> = {}) =>
  mayRescind(facts(changes), date(day), law);

describe("ending a contract", () => {
  test("waits 60 days from the block", () => {
    expect(on("2026-11-29")).toEqual({
      answer: "from",
      date: "2026-11-30",
      rule: "RGC-73",
      fact: { code: "blocked_too_recently", blockedOn: "2026-10-01", days: 60, frozenDays: 0 },
    });
    expect(on("2026-11-30")).toEqual({ answer: "allowed" });
  });

  test("needs another notice, delivered since the block", () => {
    const missing = { answer: "refused", rule: "RGC-73", fact: { code: "notice_missing" } };
    expect(on("2027-01-10", { notices: [] })).toMatchObject(missing);
    const before = [{ kind: "rescission", deliveredOn: date("2026-09-30") }] as const;
    expect(on("2027-01-10", { notices: before })).toMatchObject(missing);
    const other = [{ kind: "debt", deliveredOn: date("2026-10-15") }] as const;
    expect(on("2027-01-10", { notices: other })).toMatchObject(missing);
  });

  test("needs a block that this debt caused", () => {
    expect(on("2027-01-10", { blockedOn: null })).toMatchObject({ fact: { code: "not_blocked" } });
    expect(on("2027-01-10", { blockedOn: date("2027-01-11") })).toMatchObject({
      fact: { code: "not_blocked" },
    });
    expect(on("2027-01-10", { blockedOn: date("2026-09-01") })).toMatchObject({
      fact: { code: "blocked_before_debt" },
    });
    expect(on("2027-01-10", { clearedOn: date("2026-10-01") })).toMatchObject({
      fact: { code: "blocked_before_debt", lateAfter: "2026-10-01" },
    });
  });

  test.each([
    [{ paid: true }, "debt_paid"],
    [{ dueDate: date("2022-01-10") }, "debt_too_old"],
    [{ disputes: [{ openedOn: date("2027-01-09"), answer: null }] }, "dispute_open"],
  ] as const)("is refused for a debt with %j", (changes, code) => {
    const debts = [aDebt({ ...facts().debts[0], ...changes })];
    expect(on("2027-01-10", { debts })).toMatchObject({ answer: "refused", fact: { code } });
  });

  test("is refused without a debt", () => {
    expect(on("2027-01-10", { debts: [] })).toMatchObject({ fact: { code: "no_debt" } });
  });

  test("is never a day early, stays allowed, and a dispute adds exactly its days", () => {
    fc.assert(
      fc.property(
        dayWithin(1, 60),
        dayWithin(1, 500),
        closedDisputes,
        (blockedOn, today, disputes) => {
          const known = disputes.every(({ answer }) => answer !== null && answer.on <= today);
          fc.pre(known && today >= blockedOn);
          const first = dayAfterCounting(blockedOn, 60, disputes);
          const rescission: RescindFacts = {
            debts: [aDebt({ disputes })],
            notices: [{ kind: "rescission", deliveredOn: blockedOn }],
            clearedOn: null,
            blockedOn,
          };
          const verdict = mayRescind(rescission, today, law);
          expect(verdict.answer).toBe(today >= first ? "allowed" : "from");
          if (verdict.answer === "from") {
            expect(verdict.date).toBe(first);
            const frozenDays = daysBetween(blockedOn, first) - 60;
            expect(verdict.fact).toMatchObject({ code: "blocked_too_recently", frozenDays });
            expect(mayRescind(rescission, first, law)).toEqual({ answer: "allowed" });
          } else {
            const later = addDays(today, daysBetween(START, today));
            expect(mayRescind(rescission, later, law)).toEqual({ answer: "allowed" });
          }
        },
      ),
    );
  });
});
