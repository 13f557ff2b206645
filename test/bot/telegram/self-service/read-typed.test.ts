import { expect, it } from "vitest";
import { readAmount, readCount, readDay } from "#bot/telegram/negotiate/read-typed.ts";
import { date } from "#core/calendar.ts";

const TODAY = date("2026-07-01");

it("reads amounts as people write them", () => {
  const read: readonly (readonly [typed: string, cents: number | undefined])[] = [
    ["150", 150_00],
    ["150,00", 150_00],
    ["150.5", 150_50],
    ["R$ 1.234,56", 1_234_56],
    ["1,234.56", 1_234_56],
    ["1.234", 1_234_00],
    ["2000 reais", 2_000_00],
    ["0", undefined],
    ["-5", undefined],
    ["1.2.3", undefined],
    ["cem", undefined],
    ["", undefined],
  ];
  for (const [typed, cents] of read) expect([typed, readAmount(typed)]).toEqual([typed, cents]);
});

it("reads how many times", () => {
  const read: readonly (readonly [typed: string, count: number | undefined])[] = [
    ["3", 3],
    ["3x", 3],
    ["em 10 vezes, pode?", 10],
    ["0", undefined],
    ["61", undefined],
    ["2 ou 3", undefined],
    ["três", undefined],
  ];
  for (const [typed, count] of read) expect([typed, readCount(typed)]).toEqual([typed, count]);
});

it("reads days as people write them, the next one there is where the year or month is left out", () => {
  const read: readonly (readonly [typed: string, day: string | undefined])[] = [
    ["hoje", "2026-07-01"],
    ["Amanhã", "2026-07-02"],
    ["dia 10", "2026-07-10"],
    ["31", "2026-07-31"],
    ["1", "2026-07-01"],
    ["10/08", "2026-08-10"],
    ["5/1", "2027-01-05"],
    ["10/07/2026", "2026-07-10"],
    ["10.07.26", "2026-07-10"],
    ["2026-07-10", "2026-07-10"],
    ["29/02", undefined],
    ["32", undefined],
    ["31/04", undefined],
    ["semana que vem", undefined],
  ];
  for (const [typed, day] of read) expect([typed, readDay(typed, TODAY)]).toEqual([typed, day]);
});
