import { expect, test } from "vitest";
import { NO_LOCAL_HOLIDAYS } from "#core/business-days.ts";
import { date } from "#core/calendar.ts";
import { debtOf } from "#core/use-cases/load-invoices.ts";

const owed = {
  dueDate: date("2026-06-24"),
  state: "open",
  disputes: [],
  breaksAfter: undefined,
} as const;

test("nobody is late on a holiday of the provider's own city", () => {
  expect(debtOf(owed, NO_LOCAL_HOLIDAYS).lateAfter).toBe("2026-06-24");
  expect(debtOf(owed, new Set([date("2026-06-24")])).lateAfter).toBe("2026-06-25");
});
