import { describe, expect, it } from "vitest";
import { planContacts } from "#bot/demo/contacts.ts";
import { generateProvider } from "#bot/demo/provider/generate-provider.ts";
import { isBusinessDay } from "#core/business-days.ts";
import { addDays, addMonths, date } from "#core/calendar.ts";

const today = date("2026-11-24");
const { plannedCases } = generateProvider({ seed: 1, today });
const contacts = planContacts(plannedCases, { seed: 1, today });
const all = <Value>(value: (contact: (typeof contacts)[number]) => Value) =>
  new Set(contacts.map(value));

describe("the contacts of the made-up provider", () => {
  it("were made on working days of the past year, in the hours of work", () => {
    for (const { day, time } of contacts) {
      expect(isBusinessDay(day)).toBe(true);
      expect(day < today && day >= addDays(today, -366)).toBe(true);
      expect(time).toMatch(/^(09|1[0-7]):[0-5]\d$/);
    }
  });

  it("fill every month, in both directions and by several media and people", () => {
    const months = all(({ day }) => day.slice(0, 7));
    for (let ago = 0; ago < 12; ago += 1) {
      expect(months).toContain(addMonths(today, -ago).slice(0, 7));
    }
    expect(all(({ talk }) => talk.direction)).toEqual(new Set(["active", "reactive"]));
    expect(all(({ talk }) => talk.medium)).toEqual(
      new Set(["phone", "whatsapp", "email", "in person"]),
    );
    expect(all(({ operator }) => operator).size).toBeGreaterThan(3);
  });

  it("leave the customer of the walk alone, and are the same from the same seed", () => {
    const walked = plannedCases.find(({ group }) => group === "walkThrough")?.customer;
    expect(all(({ customer }) => customer)).not.toContain(walked);
    expect(planContacts(plannedCases, { seed: 1, today })).toEqual(contacts);
  });
});
