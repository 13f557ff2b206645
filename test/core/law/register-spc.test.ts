import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, date, laterOf } from "#core/calendar.ts";
import { mayRegister, type RegistrationFacts } from "#core/law/register-spc.ts";
import type { Law, LawSettings } from "#core/law/settings.ts";
import { aDebt, dayWithin, law, pack, settings } from "./law-arbitraries.ts";

const facts = (changes: Partial<RegistrationFacts> = {}): RegistrationFacts => ({
  debt: aDebt({ dueDate: date("2026-09-10"), lateAfter: date("2026-09-20") }),
  oweSince: date("2026-06-10"),
  hasContract: true,
  contractEndedOn: date("2026-09-01"),
  notices: [{ kind: "bureau", deliveredOn: date("2026-09-15") }],
  clearedOn: null,
  ...changes,
});
const without = (...switches: (keyof LawSettings["spc"])[]): Law => ({
  pack,
  settings: {
    ...settings,
    spc: { ...settings.spc, ...Object.fromEntries(switches.map((key) => [key, false])) },
  },
});
const on = (day: string, changes: Partial<RegistrationFacts> = {}, judged: Law = law) =>
  mayRegister(facts(changes), date(day), judged);

describe("a record with the bureau", () => {
  test("waits until the promise is broken", () => {
    expect(on("2026-09-20")).toEqual({
      answer: "from",
      date: "2026-09-21",
      rule: "ACORDO",
      fact: { code: "not_broken", lateAfter: "2026-09-20" },
    });
    expect(on("2026-09-21")).toEqual({ answer: "allowed" });
    expect(on("2026-09-20", {}, without("requireBroken"))).toEqual({ answer: "allowed" });
  });

  test("waits for the end of the contract", () => {
    const going = { contractEndedOn: null };
    expect(on("2026-10-01", going)).toEqual({
      answer: "refused",
      rule: "RGC-BUREAU",
      fact: { code: "contract_not_ended" },
    });
    expect(on("2026-10-01", going, without("requireContractEnded"))).toEqual({ answer: "allowed" });
    expect(on("2026-10-01", { ...going, hasContract: false })).toMatchObject({
      answer: "refused",
      rule: "RGC-BUREAU",
      fact: { code: "no_contract" },
    });
    expect(on("2026-10-01", { contractEndedOn: date("2026-10-05") })).toMatchObject({
      answer: "from",
      date: "2026-10-05",
      rule: "RGC-BUREAU",
    });
    expect(on("2026-09-18", { contractEndedOn: date("2026-10-05") })).toMatchObject({
      answer: "from",
      date: "2026-10-05",
    });
  });

  test("needs a notice to the customer, delivered once there was a debt", () => {
    const missing = { answer: "refused", rule: "CDC-43-2", fact: { code: "notice_missing" } };
    expect(on("2026-10-01", { notices: [] })).toMatchObject(missing);
    expect(on("2026-10-01", { notices: [] }, without("requireNotice"))).toEqual({
      answer: "allowed",
    });
    const early = [{ kind: "bureau", deliveredOn: date("2026-06-10") }] as const;
    expect(on("2026-10-01", { notices: early })).toMatchObject(missing);
    const other = [{ kind: "debt", deliveredOn: date("2026-09-15") }] as const;
    expect(on("2026-10-01", { notices: other })).toMatchObject(missing);
  });

  test("needs a new notice after a first instalment was paid", () => {
    expect(on("2026-10-01", { clearedOn: date("2026-09-15") })).toMatchObject({
      answer: "refused",
      fact: { code: "notice_missing", kind: "bureau", onOrAfter: "2026-09-16" },
    });
  });

  test("is refused at five years, whatever the settings", () => {
    const anything = without("requireBroken", "requireContractEnded", "requireNotice");
    expect(on("2031-09-09", {}, anything)).toEqual({ answer: "allowed" });
    expect(on("2031-09-10", {}, anything)).toMatchObject({
      answer: "refused",
      rule: "CDC-43-1",
      fact: { code: "debt_too_old", since: "2031-09-10" },
    });
  });

  test("is refused while disputed and once paid, whatever the settings", () => {
    const anything = without("requireBroken", "requireContractEnded", "requireNotice");
    const disputed = aDebt({ disputes: [{ openedOn: date("2026-09-25"), answer: null }] });
    expect(on("2026-10-01", { debt: disputed }, anything)).toMatchObject({ rule: "RGC-DISPUTE" });
    expect(on("2026-10-01", { debt: aDebt({ paid: true }) }, anything)).toMatchObject({
      fact: { code: "debt_paid" },
    });
  });

  test("is never a day early, stays allowed, and the day promised keeps its promise", () => {
    fc.assert(
      fc.property(
        dayWithin(0, 200),
        dayWithin(0, 200),
        dayWithin(0, 400),
        fc.nat(300),
        (lateAfter, endedOn, today, later) => {
          const standing = facts({
            debt: aDebt({ lateAfter }),
            oweSince: date("2025-12-01"),
            contractEndedOn: endedOn,
            notices: [{ kind: "bureau", deliveredOn: date("2025-12-15") }],
          });
          const first = laterOf(addDays(lateAfter, 1), endedOn);
          const verdict = mayRegister(standing, today, law);
          expect(verdict.answer).toBe(today >= first ? "allowed" : "from");
          if (verdict.answer === "from") expect(verdict.date).toBe(first);
          const then = addDays(laterOf(first, today), later);
          expect(mayRegister(standing, then, law)).toEqual({ answer: "allowed" });
        },
      ),
    );
  });
});
