import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, date } from "#core/calendar.ts";
import { type Candidate, qualifiesForCollection } from "#core/ladder/classifier.ts";
import {
  forwardDay,
  LADDER_ACTIONS,
  type LadderStep,
  readForeignSteps,
  readLadder,
} from "#core/ladder/ladder.ts";

const step: fc.Arbitrary<LadderStep> = fc.record({
  day: fc.integer({ min: -365, max: 3650 }),
  action: fc.constantFrom(...LADDER_ACTIONS),
});
const steps = fc.uniqueArray(step, { selector: ({ day, action }) => `${day} ${action}` });

describe("a ladder", () => {
  test("comes back with its steps in order of their day", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const read = readLadder(" Padrão ", list);
        expect(read.ok && read.value.name).toBe("Padrão");
        if (!read.ok) return;
        const days = read.value.steps.map(({ day }) => day);
        expect(days).toEqual([...days].sort((a, b) => a - b));
        expect(new Set(read.value.steps)).toEqual(new Set(list));
      }),
    );
  });

  test.each([
    ["no name", "", [], { code: "ladder_name_empty" }],
    [
      "a day too early",
      "Padrão",
      [{ day: -366, action: "message" }],
      { code: "ladder_day_invalid", step: 1, got: -366, first: -365, last: 3650 },
    ],
    [
      "half a day",
      "Padrão",
      [{ day: 1.5, action: "message" }],
      { code: "ladder_day_invalid", step: 1, got: 1.5, first: -365, last: 3650 },
    ],
    [
      "reduced speed",
      "Padrão",
      [
        { day: 1, action: "message" },
        { day: 5, action: "reduce_speed" },
      ],
      { code: "ladder_action_unknown", step: 2, got: "reduce_speed", known: LADDER_ACTIONS },
    ],
    [
      "a step twice",
      "Padrão",
      [
        { day: 5, action: "message" },
        { day: 5, action: "message" },
      ],
      { code: "ladder_step_twice", step: 2, day: 5, action: "message" },
    ],
  ])("with %s is refused", (_, name, list, refusal) => {
    expect(readLadder(name, list)).toEqual({ ok: false, refusal });
  });

  test("of another system keeps the actions that are its own, and only one-word ones", () => {
    const steps = [
      { day: 10, action: "forward_to_collections" },
      { day: 3, action: "reduce_speed" },
    ];
    expect(readForeignSteps(steps)).toEqual({ ok: true, value: [steps[1], steps[0]] });
    expect(readForeignSteps([{ day: 3, action: "reduce speed; drop" }])).toMatchObject({
      ok: false,
      refusal: { code: "ladder_action_unknown", got: "reduce speed; drop" },
    });
  });

  test("forwards on the smallest day of that step, or never", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const days = list
          .filter(({ action }) => action === "forward_to_collections")
          .map(({ day }) => day);
        expect(forwardDay({ steps: list })).toBe(days.sort((a, b) => a - b)[0]);
      }),
    );
  });
});

describe("an invoice qualifies for collection", () => {
  const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
    state: "open",
    dueDate: date("2026-09-01"),
    forwardDay: 10,
    disputed: false,
    ...changes,
  });
  const on = (day: string, changes: Partial<Candidate> = {}) =>
    qualifiesForCollection(candidate(changes), date(day));

  test("due on the 1st with 10 days, on the 11th", () => {
    expect(on("2026-09-10")).toBe(false);
    expect(on("2026-09-11")).toBe(true);
  });

  test.each([
    ["paid", { state: "paid" }],
    ["suspended", { state: "suspended" }],
    ["deleted", { state: "deleted" }],
    ["without the step", { forwardDay: undefined }],
    ["disputed", { disputed: true }],
    ["of five years", { dueDate: date("2021-10-01") }],
  ] as const)("never when it is %s", (_, changes) => {
    expect(on("2026-10-01", changes)).toBe(false);
  });

  test("never a day early, and from then on until its fifth year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -365, max: 1700 }),
        fc.integer({ min: -400, max: 1800 }),
        (forward, late) => {
          const dueDate = date("2026-09-01");
          const found = qualifiesForCollection(
            candidate({ dueDate, forwardDay: forward }),
            addDays(dueDate, late),
          );
          expect(found).toBe(late >= forward);
        },
      ),
    );
  });
});
