import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHoliday } from "#core/business-days.ts";
import { addDays, type CivilDate, date, weekday } from "#core/calendar.ts";
import { type ContactFacts, mayContact } from "#core/law/contact.ts";
import type { LocalTime } from "#core/law/contact-windows.ts";
import { localMoment, timeZoneOf } from "#core/law/local-moment.ts";
import type { Law } from "#core/law/settings.ts";
import type { Verdict } from "#core/law/verdict.ts";
import { aDebt, dayWithin, law, pack, settings } from "./law-arbitraries.ts";

const facts = (changes: Partial<ContactFacts> = {}): ContactFacts => ({
  startedBy: "provider",
  to: "customer",
  identified: true,
  mentionsDebt: true,
  debts: [aDebt()],
  optedOut: false,
  notTheCustomer: false,
  state: null,
  earlier: [],
  ...changes,
});
/** "2026-09-22 10:00" is a Tuesday. */
const at = (moment: string, changes: Partial<ContactFacts> = {}, judged: Law = law): Verdict => {
  const [day = "", time = ""] = moment.split(" ");
  return mayContact(facts(changes), { date: date(day), time: time as LocalTime }, judged);
};
const days = (...list: string[]): CivilDate[] => list.map(date);

describe("the hours of contact", () => {
  test.each([
    [null, "2026-09-22 07:59", "2026-09-22 08:00"],
    [null, "2026-09-22 20:00", "2026-09-23 08:00"],
    [null, "2026-09-26 14:00", "2026-09-28 08:00"],
    [null, "2026-09-27 10:00", "2026-09-28 08:00"],
    [null, "2026-12-25 10:00", "2026-12-26 08:00"],
    ["SP", "2026-09-25 21:00", "2026-09-26 08:00"],
    ["RJ", "2026-09-22 08:30", "2026-09-22 09:00"],
    ["RJ", "2026-09-25 19:00", "2026-09-28 09:00"],
    ["RJ", "2026-09-26 10:00", "2026-09-28 09:00"],
    ["ES", "2026-09-22 19:30", "2026-09-23 08:00"],
    ["AM", "2026-09-22 19:00", "2026-09-23 08:00"],
    ["AL", "2026-09-22 20:30", "2026-09-23 08:00"],
    ["constructor", "2026-09-22 20:30", "2026-09-23 08:00"],
  ])("of %s at %s open again at %s", (state, now, next) => {
    const [day, time] = next.split(" ");
    expect(at(now, { state })).toMatchObject({
      ...{ answer: "from", date: day, time, rule: "HOURS" },
      fact: { code: "outside_contact_hours", state },
    });
    expect(at(next, { state })).toEqual({ answer: "allowed" });
  });

  test.each([
    [null, "2026-09-22 08:00"],
    [null, "2026-09-22 19:59"],
    [null, "2026-09-26 13:59"],
    ["RJ", "2026-09-22 18:59"],
    ["AM", "2026-09-22 18:59"],
  ])("of %s are open at %s", (state, now) => {
    expect(at(now, { state })).toEqual({ answer: "allowed" });
  });

  test("are read on the clock of the customer's state", () => {
    const instant = Date.parse("2026-09-22T23:30:00Z");
    const local = (state: string | null) => localMoment(instant, timeZoneOf(state));
    expect(local("SP")).toEqual({ date: "2026-09-22", time: "20:30" });
    expect(local("MT")).toEqual({ date: "2026-09-22", time: "19:30" });
    expect(local("AC")).toEqual({ date: "2026-09-22", time: "18:30" });
    expect(local(null)).toEqual(local("SP"));
    expect(mayContact(facts({ state: "AC" }), local("AC"), law)).toEqual({ answer: "allowed" });
    expect(mayContact(facts({ state: "SP" }), local("SP"), law).answer).toBe("from");
    expect(localMoment(Date.parse("2026-09-22T03:05:00Z"), timeZoneOf("SP"))).toEqual({
      date: "2026-09-22",
      time: "00:05",
    });
    expect(localMoment(instant, "America/Noronha")).toEqual({ date: "2026-09-22", time: "21:30" });
  });

  test("do not bind the answer to a customer who writes", () => {
    const reply = { startedBy: "customer", earlier: days("2026-09-27", "2026-09-27") } as const;
    expect(at("2026-09-27 23:00", reply)).toEqual({ answer: "allowed" });
  });
});

describe("the caps of contact", () => {
  test("let one a day through, and say when the next may be", () => {
    expect(at("2026-09-22 10:00", { earlier: days("2026-09-22") })).toEqual({
      answer: "from",
      date: "2026-09-23",
      time: "08:00",
      rule: "FREQ",
      fact: { code: "contacted_today", count: 1, max: 1 },
    });
  });

  test("let three through in any seven days", () => {
    const earlier = days("2026-09-17", "2026-09-18", "2026-09-21");
    expect(at("2026-09-22 10:00", { earlier })).toMatchObject({
      answer: "from",
      date: "2026-09-24",
      fact: { code: "contacted_this_week", count: 3, max: 3 },
    });
    expect(at("2026-09-24 10:00", { earlier })).toEqual({ answer: "allowed" });
  });

  test("are the provider's to change, down to none at all", () => {
    const judged = (perDay: number, perWeek: number): Law => ({
      pack,
      settings: { ...settings, contact: { perDay, perWeek } },
    });
    const earlier = days("2026-09-22");
    expect(at("2026-09-22 10:00", { earlier }, judged(2, 3))).toEqual({ answer: "allowed" });
    expect(at("2026-09-22 10:00", {}, judged(0, 3))).toMatchObject({
      answer: "refused",
      fact: { code: "contacted_today", count: 0, max: 0 },
    });
  });

  test("and hours hold in every moment that is promised, and none before it", () => {
    const minutes = fc.integer({ min: 0, max: 1439 }).map((minute) => {
      const two = (n: number) => String(n).padStart(2, "0");
      return `${two(Math.floor(minute / 60))}:${two(minute % 60)}` as LocalTime;
    });
    const states = fc.constantFrom(null, "SP", "RJ", "ES", "AM", "AL", "BA");
    const cases = fc.record({
      today: dayWithin(0, 800),
      time: minutes,
      ago: fc.array(fc.nat(8), { maxLength: 6 }),
      state: states,
    });
    fc.assert(
      fc.property(cases, ({ today, time, ago, state }) => {
        const asked = facts({ state, debts: [], earlier: ago.map((n) => addDays(today, -n)) });
        const verdict = mayContact(asked, { date: today, time }, law);
        const moment = verdict.answer === "from" ? verdict : { date: today, time };
        expect(moment.time !== undefined && isOpen(moment.date, moment.time)).toBe(true);
        const within = (n: number) =>
          asked.earlier.filter((day) => day > addDays(moment.date, -n) && day <= moment.date);
        expect(within(1).length).toBeLessThan(1);
        expect(within(7).length).toBeLessThan(3);
        if (verdict.answer !== "from") return;
        expect(`${verdict.date} ${verdict.time}` > `${today} ${time}`).toBe(true);
        for (let day = addDays(today, 1); day < verdict.date; day = addDays(day, 1)) {
          expect(mayContact(asked, { date: day, time: "13:00" }, law).answer).toBe("from");
        }
      }),
    );
  });
});

describe("a contact", () => {
  test.each([
    [{ to: "third party" }, "CDC-42", "third_party"],
    [{ identified: false }, "LGPD-IDENTITY", "not_identified"],
    [{ notTheCustomer: true }, "LGPD-NOT-ME", "not_the_customer"],
    [{ optedOut: true }, "LGPD-OPT-OUT", "opted_out"],
    [{ debts: [aDebt(), aDebt({ paid: true })] }, "CDC-42-PU", "debt_paid"],
    [{ debts: [aDebt({ dueDate: date("2021-09-22") })] }, "PRESC", "debt_too_old"],
    [
      { debts: [aDebt({ disputes: [{ openedOn: date("2026-09-20"), answer: null }] })] },
      "RGC-DISPUTE",
      "dispute_open",
    ],
  ] as const)("with %j is refused", (changes, rule, code) => {
    expect(at("2026-09-22 10:00", changes)).toMatchObject({
      answer: "refused",
      rule,
      fact: { code },
    });
  });

  test("says nothing of a debt to somebody not identified, even when asked", () => {
    const asked = { startedBy: "customer", identified: false } as const;
    expect(at("2026-09-22 10:00", asked)).toMatchObject({ fact: { code: "not_identified" } });
    expect(at("2026-09-22 10:00", { ...asked, mentionsDebt: false })).toEqual({
      answer: "allowed",
    });
  });
});

function isOpen(day: CivilDate, time: LocalTime): boolean {
  if (isHoliday(day) || weekday(day) === 0) return false;
  return time >= "08:00" && time < (weekday(day) === 6 ? "14:00" : "20:00");
}
