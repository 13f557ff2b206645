import { expect, test } from "vitest";
import { creditDays } from "#core/agreement/credit-days.ts";
import type { RestoredSource } from "#core/agreement/rescind.ts";
import { date } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import { cents } from "#core/money.ts";

const source = (invoice: string, credited: number): RestoredSource => ({
  invoice: invoice as InvoiceId,
  amount: cents(100),
  credited: cents(credited),
  settled: credited === 100,
});
const receipt = (on: string, amount: number) => ({ on: date(on), cents: cents(amount) });

test("each source is covered when the last money of its credit came in, whatever the order it is told in", () => {
  const restored = [source("A", 100), source("B", 0), source("C", 100), source("D", 20)];
  const receipts = [
    receipt("2026-09-03", 60),
    receipt("2026-07-03", 80),
    receipt("2026-08-03", 80),
  ];
  expect([...creditDays(restored, receipts)]).toEqual([
    ["A", "2026-08-03"],
    ["C", "2026-09-03"],
    ["D", "2026-09-03"],
  ]);
});

test("money that was exactly enough covers on its own day", () => {
  expect([...creditDays([source("A", 100)], [receipt("2026-07-03", 100)])]).toEqual([
    ["A", "2026-07-03"],
  ]);
});
