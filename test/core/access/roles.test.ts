import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideRoleChange } from "#core/access/decide-role-change.ts";
import { isPermission, may, PERMISSIONS } from "#core/access/permissions.ts";
import { ADMINISTRATOR, DEFAULT_ROLES } from "#core/access/roles.ts";
import { cents, percent } from "#core/money.ts";

const allowance = { maxDiscount: percent(10), maxInstalments: 6, maxAmountCents: cents(100_000) };
const change = (name: string, permissions: readonly string[]) =>
  decideRoleChange({ name, permissions, allowance });

describe("the permissions", () => {
  test("are each listed once: ten panels, ten tabs, and the tools", () => {
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    const starting = (prefix: string) => PERMISSIONS.filter((text) => text.startsWith(prefix));
    expect(starting("panel.")).toHaveLength(10);
    expect(starting("tab.")).toHaveLength(10);
  });

  test("allow what is held and nothing else", () => {
    fc.assert(
      fc.property(fc.subarray([...PERMISSIONS]), fc.constantFrom(...PERMISSIONS), (held, asked) => {
        expect(may(new Set(held), asked)).toBe(held.includes(asked));
      }),
    );
    expect(isPermission("constructor")).toBe(false);
  });
});

describe("the default roles", () => {
  const pairs = DEFAULT_ROLES.slice(1).map((higher, index) => ({
    higher,
    lower: DEFAULT_ROLES[index]!,
  }));

  test("go from operator to administrator, who may do everything", () => {
    expect(DEFAULT_ROLES.map((role) => role.name)).toEqual([
      "operator",
      "supervisor",
      "manager",
      ADMINISTRATOR,
    ]);
    expect([...DEFAULT_ROLES.at(-1)!.permissions].sort()).toEqual([...PERMISSIONS].sort());
  });

  test.each(pairs)("$higher.name may all that $lower.name may, and more", ({ higher, lower }) => {
    const missing = [...lower.permissions].filter((held) => !may(higher.permissions, held));
    expect(missing).toEqual([]);
    expect(higher.permissions.size).toBeGreaterThan(lower.permissions.size);
  });

  test.each(pairs)("$higher.name agrees on no less than $lower.name", ({ higher, lower }) => {
    const amount = (role: typeof higher) =>
      role.allowance.maxAmountCents ?? Number.POSITIVE_INFINITY;
    expect(higher.allowance.maxDiscount).toBeGreaterThanOrEqual(lower.allowance.maxDiscount);
    expect(higher.allowance.maxInstalments).toBeGreaterThanOrEqual(lower.allowance.maxInstalments);
    expect(amount(higher)).toBeGreaterThanOrEqual(amount(lower));
  });

  test("keep settings, operators and roles for the administrator", () => {
    for (const role of DEFAULT_ROLES.slice(0, -1)) {
      expect(may(role.permissions, "role.manage")).toBe(false);
      expect(may(role.permissions, "operator.manage")).toBe(false);
      expect(may(role.permissions, "setting.manage")).toBe(false);
    }
  });
});

describe("changing a role", () => {
  test("takes a list of known permissions, each once", () => {
    expect(change(" caixa ", ["invoice.pay", "invoice.pay", "panel.settled"])).toEqual({
      ok: true,
      value: { name: "caixa", permissions: new Set(["invoice.pay", "panel.settled"]), allowance },
    });
  });

  test("refuses an unknown permission and an empty name", () => {
    expect(change("caixa", ["invoice.pay", "invoice.burn"])).toEqual({
      ok: false,
      refusal: { code: "permission_unknown", got: "invoice.burn" },
    });
    expect(change("  ", [])).toEqual({ ok: false, refusal: { code: "role_name_empty" } });
  });

  test("never leaves the administrator without the permission to change roles", () => {
    fc.assert(
      fc.property(fc.subarray([...PERMISSIONS]), (permissions) => {
        const kept = permissions.includes("role.manage") && permissions.includes("operator.manage");
        expect(change(ADMINISTRATOR, permissions).ok).toBe(kept);
        expect(change("manager", permissions).ok).toBe(true);
      }),
    );
  });
});
