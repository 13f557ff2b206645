import fc from "fast-check";
import { expect, test } from "vitest";
import { changeKind, changes } from "#core/administration/change.ts";

test("a change is named by what stood before and what stands now", () => {
  const [on, off] = [{ active: true }, { active: false }];
  expect(changeKind({ before: null, after: on })).toBe("added");
  expect(changeKind({ before: on, after: null })).toBe("deleted");
  expect(changeKind({ before: on, after: off })).toBe("deactivated");
  expect(changeKind({ before: off, after: on })).toBe("reactivated");
  expect(changeKind({ before: off, after: off })).toBe("changed");
  expect(changeKind({ before: { name: "a" }, after: { name: "b" } })).toBe("changed");
});

test("nothing changes when the same data comes again, whatever the order of its fields", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (before) => {
      const after = Object.fromEntries(
        Object.entries(structuredClone(before)).sort(([a], [b]) => (a < b ? 1 : -1)),
      );
      // A copy through JSON loses the sign of a zero, as the database does.
      const again = JSON.parse(JSON.stringify(after));
      expect(changes({ before: JSON.parse(JSON.stringify(before)), after: again })).toBe(false);
    }),
  );
});

test("a value, a field more, a field less, or another order of a list is a change", () => {
  const before = { name: "a", days: [1, 2] };
  for (const after of [
    { name: "b", days: [1, 2] },
    { name: "a", days: [2, 1] },
    { name: "a", days: [1, 2], more: null },
    { name: "a" },
    { name: "a", days: { 0: 1, 1: 2 } },
    null,
  ]) {
    expect(changes({ before, after })).toBe(true);
  }
});
