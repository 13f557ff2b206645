import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_LOCAL_HOLIDAYS } from "#core/business-days.ts";
import { date } from "#core/calendar.ts";
import { isCritique, isLive, isRemovedAfterPayment, removeBy } from "#core/spc/panels.ts";

const standing = fc.record({
  removed: fc.boolean(),
  invoicePaid: fc.boolean(),
  superseded: fc.boolean(),
});

describe("the panels of the register", () => {
  test("show a record as live or removed, never both, and critiques among the live", () => {
    fc.assert(
      fc.property(standing, (record) => {
        expect(isLive(record) && isRemovedAfterPayment(record)).toBe(false);
        expect(isCritique(record) && !isLive(record)).toBe(false);
      }),
    );
  });

  test("show a live record of a paid invoice as a critique until it is removed", () => {
    const record = { removed: false, invoicePaid: true, superseded: false };
    expect([isLive(record), isCritique(record), isRemovedAfterPayment(record)]).toEqual([
      true,
      true,
      false,
    ]);
    const after = { ...record, removed: true };
    expect([isLive(after), isCritique(after), isRemovedAfterPayment(after)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("show nothing of a removed record whose invoice is unpaid, or that a later one stands for", () => {
    const record = { removed: true, invoicePaid: false, superseded: false };
    expect(isRemovedAfterPayment(record)).toBe(false);
    expect(isRemovedAfterPayment({ ...record, invoicePaid: true, superseded: true })).toBe(false);
  });
});

describe("a record is to be removed", () => {
  const by = (settledOn: string | null, replacedOn: string | null) =>
    removeBy(
      {
        expiresOn: date("2026-09-25"),
        settledOn: settledOn === null ? null : date(settledOn),
        replacedOn: replacedOn === null ? null : date(replacedOn),
      },
      NO_LOCAL_HOLIDAYS,
    );

  test("by its age when nothing else ends it", () => {
    expect(by(null, null)).toBe("2026-09-25");
  });

  test("by the first of payment, first instalment of a new agreement, and age", () => {
    expect(by("2026-09-01", null)).toBe("2026-09-09");
    expect(by("2026-09-01", "2026-08-03")).toBe("2026-08-10");
    expect(by("2026-09-24", null)).toBe("2026-09-25");
  });
});
