import fc from "fast-check";
import { expect, test } from "vitest";
import { PERMISSIONS } from "#core/access/permissions.ts";
import { ADMINISTRATOR } from "#core/access/roles.ts";
import {
  decideOperatorDeactivation,
  leavesAnAdministrator,
} from "#core/administration/operators.ts";
import { decideRole, decideRoleRemoval, type RoleRecord } from "#core/administration/roles.ts";
import type { OperatorId } from "#core/ids.ts";
import { cents, type Percent, percent } from "#core/money.ts";

const allowance = { maxDiscount: percent(10), maxInstalments: 6, maxAmountCents: cents(100_000) };
const ids = (...names: string[]) => names as OperatorId[];

test("a role is kept with its permissions in the order of the list, each once", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...PERMISSIONS]), (permissions) => {
      const asked = { name: " caixa ", permissions: [...permissions, ...permissions], allowance };
      const kept = PERMISSIONS.filter((permission) => permissions.includes(permission));
      expect(decideRole(null, asked)).toEqual({
        ok: true,
        value: { before: null, after: { name: "caixa", permissions: kept, allowance } },
      });
    }),
  );
});

test("an allowance stays within what an agreement can be", () => {
  const wrong = [
    ["maxDiscount", 1_000_001],
    ["maxDiscount", -1],
    ["maxInstalments", 0],
    ["maxInstalments", 61],
    ["maxInstalments", 2.5],
    ["maxAmountCents", -1],
    ["maxAmountCents", Number.NaN],
  ] as const;
  for (const [field, asked] of wrong) {
    const change = { name: "caixa", permissions: [], allowance: { ...allowance, [field]: asked } };
    expect(decideRole(null, change)).toMatchObject({
      ok: false,
      refusal: { code: "allowance_out_of_bounds", field, asked },
    });
  }
  const widest = { maxDiscount: 1_000_000 as Percent, maxInstalments: 60, maxAmountCents: null };
  expect(decideRole(null, { name: "caixa", permissions: [], allowance: widest }).ok).toBe(true);
});

test("a role goes when nobody has it; the administrator's never", () => {
  const role: RoleRecord = { name: "caixa", permissions: [], allowance };
  expect(decideRoleRemoval(role, [])).toEqual({ ok: true, value: { before: role, after: null } });
  expect(decideRoleRemoval(role, ids("ana"))).toEqual({
    ok: false,
    refusal: { code: "role_in_use", role: "caixa", operators: ["ana"] },
  });
  expect(decideRoleRemoval({ ...role, name: ADMINISTRATOR }, [])).toEqual({
    ok: false,
    refusal: { code: "role_built_in", role: ADMINISTRATOR },
  });
});

test("however many are deactivated one after another, by whom it may be, an administrator stays", () => {
  const people = ids("a", "b", "c", "d");
  const requests = fc.array(
    fc.record({ actor: fc.constantFrom(...people), operator: fc.constantFrom(...people) }),
  );
  fc.assert(
    fc.property(requests, fc.subarray(people, { minLength: 1 }), (asked, first) => {
      let administrators: readonly OperatorId[] = first;
      for (const { actor, operator } of asked) {
        const active = administrators.includes(operator);
        const role = active ? ADMINISTRATOR : "operator";
        const before = { id: operator, name: operator, role, active: true };
        const decided = decideOperatorDeactivation(before, { actor, administrators });
        if (actor === operator) {
          expect(decided).toMatchObject({ ok: false, refusal: { code: "own_operator" } });
        } else {
          expect(decided.ok).toBe(leavesAnAdministrator(operator, administrators));
        }
        if (decided.ok) administrators = administrators.filter((id) => id !== operator);
      }
      expect(administrators.length).toBeGreaterThan(0);
    }),
  );
});
