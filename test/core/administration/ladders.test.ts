import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideLadder, type LadderRecord } from "#core/administration/ladders.ts";
import { LADDER_ACTIONS } from "#core/ladder/ladder.ts";

const FOREIGN = { day: 20, action: "anatel.letter" };
const standing: LadderRecord = {
  id: "standard",
  name: "Padrão",
  steps: [{ day: 10, action: "forward_to_collections" }, FOREIGN],
  forwardDay: 10,
  version: 3,
};
const asked = (steps: LadderRecord["steps"], version: number | null = 3) =>
  decideLadder(standing, { id: "standard", name: "Padrão", steps, version });

describe("a ladder", () => {
  test("counts a change, keeps another system's steps, and tells its forward day", () => {
    expect(
      asked([
        { day: 15, action: "forward_to_collections" },
        { day: 5, action: "message" },
      ]),
    ).toEqual({
      ok: true,
      value: {
        before: standing,
        after: {
          ...standing,
          steps: [
            { day: 5, action: "message" },
            { day: 15, action: "forward_to_collections" },
            FOREIGN,
          ],
          forwardDay: 15,
          version: 4,
        },
      },
    });
  });

  test("is the same version when the same is asked for", () => {
    expect(asked([{ day: 10, action: "forward_to_collections" }])).toEqual({
      ok: true,
      value: { before: standing, after: standing },
    });
  });

  test("forwards nothing when it has no such step", () => {
    expect(asked([])).toMatchObject({ ok: true, value: { after: { forwardDay: null } } });
  });

  test("starts at version 1", () => {
    const form = { id: "new", name: " Nova ", steps: [], version: null };
    expect(decideLadder(null, form)).toEqual({
      ok: true,
      value: {
        before: null,
        after: { id: "new", name: "Nova", steps: [], forwardDay: null, version: 1 },
      },
    });
  });

  test("is refused when somebody was faster, when its id is taken, and when it is gone", () => {
    expect(asked([], 2)).toEqual({
      ok: false,
      refusal: { code: "ladder_moved_on", ladder: "standard", version: 3 },
    });
    expect(asked([], null)).toEqual({
      ok: false,
      refusal: { code: "ladder_id_taken", ladder: "standard", name: "Padrão" },
    });
    expect(decideLadder(null, { id: "x", name: "X", steps: [], version: 1 })).toEqual({
      ok: false,
      refusal: { code: "ladder_unknown", ladder: "x" },
    });
  });

  test("is refused with an action of another system, or a step twice", () => {
    expect(asked([FOREIGN])).toMatchObject({
      ok: false,
      refusal: { code: "ladder_action_unknown", step: 1 },
    });
    const message = { day: 1, action: "message" };
    expect(asked([message, message])).toMatchObject({
      ok: false,
      refusal: { code: "ladder_step_twice", step: 2 },
    });
  });

  test("has the smallest forward day of its steps, in whatever order they come", () => {
    const step = fc.record({
      day: fc.integer({ min: -30, max: 90 }),
      action: fc.constantFrom(...LADDER_ACTIONS),
    });
    const steps = fc.uniqueArray(step, { selector: ({ day, action }) => `${day} ${action}` });
    fc.assert(
      fc.property(steps, (own) => {
        const change = asked(own);
        if (!change.ok) throw new Error(change.refusal.code);
        const { after } = change.value;
        const days = own.filter(({ action }) => action === "forward_to_collections");
        const smallest = Math.min(...days.map(({ day }) => day));
        expect(after.forwardDay).toBe(days.length === 0 ? null : smallest);
        expect(after.steps).toHaveLength(own.length + 1);
        expect(after.steps).toEqual(expect.arrayContaining([...own, FOREIGN]));
        expect(asked([...own].reverse())).toEqual(change);
      }),
    );
  });
});
