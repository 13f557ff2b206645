import pino from "pino";
import { describe, expect, it } from "vitest";
import { scheduleDigest } from "#bot/scheduler/daily-digest.ts";

/** Starts the schedule at a moment, lets what is due at once happen, and tells the days that ran. */
async function daysRunWhenStartedAt(moment: string, timeZone: string): Promise<string[]> {
  const days: string[] = [];
  const schedule = scheduleDigest({
    timeZone,
    log: pino({ level: "silent" }),
    now: () => Date.parse(moment),
    run: async ({ today }) => {
      days.push(today);
      return "taken";
    },
  });
  await new Promise((resolve) => setImmediate(resolve));
  schedule.stop();
  return days;
}

describe("the daily digest", () => {
  it("waits for eight in the morning of the provider's zone", async () => {
    expect(await daysRunWhenStartedAt("2026-11-24T10:59:00Z", "America/Sao_Paulo")).toEqual([]);
    expect(await daysRunWhenStartedAt("2026-11-24T11:30:00Z", "America/Manaus")).toEqual([]);
  });

  it("makes up one that was missed while nothing ran", async () => {
    expect(await daysRunWhenStartedAt("2026-11-24T11:00:00Z", "America/Sao_Paulo")).toEqual([
      "2026-11-24",
    ]);
  });
});
