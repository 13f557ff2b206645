import { describe, expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import { packFor, RULE_PACKS, ruleById, rulesOf } from "#core/law/rule-pack.ts";
import { percent } from "#core/money.ts";

describe("the rule packs", () => {
  test("change on 1 September 2025", () => {
    expect(packFor(date("2025-08-31")).name).toBe("RGC 632/2014");
    expect(packFor(date("2025-09-01")).name).toBe("RGC 765/2023");
    expect(packFor(date("2199-12-31")).name).toBe("RGC 765/2023");
    expect(packFor(date("1999-01-01")).name).toBe("RGC 632/2014");
  });

  test("stand oldest first", () => {
    const days = RULE_PACKS.map((pack) => pack.effectiveFrom);
    expect(days).toEqual([...days].sort());
    expect(new Set(days).size).toBe(days.length);
  });

  test.each(RULE_PACKS)("$name gives each rule its own id, article, words and source", (pack) => {
    const rules = rulesOf(pack);
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(ruleById(pack, rule.id)).toBe(rule);
      expect([rule.article, rule.words, rule.source].filter((text) => text.trim() === "")).toEqual(
        [],
      );
    }
  });

  test("hold the same rules under the same ids", () => {
    const [first, ...others] = RULE_PACKS.map((pack) =>
      rulesOf(pack)
        .map((rule) => rule.id)
        .sort(),
    );
    for (const ids of others) expect(ids).toEqual(first);
  });

  test("the numbers in force are those of the law", () => {
    const { rules } = packFor(date("2026-01-01"));
    expect(rules.block.value.days).toBe(15);
    expect(rules.rescission.value.days).toBe(60);
    expect(rules.reconnectionDays.value).toBe(1);
    expect(rules.interest.value).toEqual({ rate: percent(1), everyStartedDays: 30 });
    expect(rules.fine.value.rate).toBe(percent(2));
    expect(rules.fees.value.consumerMaxCents).toBe(0);
    expect(rules.dispute.value).toEqual({ answerDays: 30, openYears: 3 });
    expect(rules.recordYears.value).toBe(5);
    expect(rules.collectionYears.value).toBe(5);
    expect(rules.removalBusinessDays.value).toBe(5);
    expect(rules.contactCaps.value).toMatchObject({ perDay: 1, perWeek: 3 });
    expect(rules.reducedSpeedStage.value).toBe(false);
  });
});
