import fc from "fast-check";
import { expect, test } from "vitest";
import { decidePolicy } from "#core/administration/policy.ts";
import { cents } from "#core/money.ts";
import { DEFAULT_POLICY } from "#core/policy/default-policy.ts";

const [row] = DEFAULT_POLICY;

test("a policy is told in order of age and amount, whatever the order in which it came", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...DEFAULT_POLICY], { minLength: 1 }), (rows) => {
      const change = decidePolicy(DEFAULT_POLICY, { rows, seen: DEFAULT_POLICY }, 60);
      if (!change.ok) throw new Error(change.refusal.code);
      const { after } = change.value;
      expect(after).toEqual(DEFAULT_POLICY.filter((one) => rows.includes(one)));
    }),
  );
});

test("what is no column of a row is left out", () => {
  const change = decidePolicy([], { rows: [{ ...row!, id: 7 } as never], seen: [] }, 60);
  expect(change).toEqual({ ok: true, value: { before: [], after: [row] } });
});

test("a policy is never without rows, and its rows never cover one debt twice", () => {
  expect(decidePolicy(DEFAULT_POLICY, { rows: [], seen: DEFAULT_POLICY }, 60)).toEqual({
    ok: false,
    refusal: { code: "policy_empty" },
  });
  expect(decidePolicy(DEFAULT_POLICY, { rows: [row!, row!], seen: DEFAULT_POLICY }, 60)).toEqual({
    ok: false,
    refusal: { code: "policy_rows_overlap", row: 2, other: 1 },
  });
});

test("a number beyond any debt or any century is refused where it stands", () => {
  const wrong = [
    ["daysOverdueTo", 36_501],
    ["amountToCents", cents(1_000_000_000_000_001)],
    ["minInstalmentCents", cents(1_000_000_000_000_001)],
    ["maxInstalments", 61],
  ] as const;
  for (const [field, asked] of wrong) {
    expect(decidePolicy([], { rows: [{ ...row!, [field]: asked }], seen: [] }, 60)).toMatchObject({
      ok: false,
      refusal: { code: "policy_value_out_of_bounds", row: 1, field, asked },
    });
  }
});

test("a table is changed by who saw it as it stands, in whatever order, and by nobody else", () => {
  const seen = [...DEFAULT_POLICY].reverse();
  expect(decidePolicy(DEFAULT_POLICY, { rows: [row!], seen }, 60)).toMatchObject({ ok: true });
  expect(decidePolicy(DEFAULT_POLICY, { rows: [row!], seen: seen.slice(1) }, 60)).toEqual({
    ok: false,
    refusal: { code: "policy_moved_on" },
  });
});
