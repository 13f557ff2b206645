import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FluentResource } from "@fluent/bundle";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoted } from "#bot/texts/masking.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { date } from "#core/calendar.ts";
import { cents, percent } from "#core/money.ts";
import { SETTINGS, type SettingKey } from "#core/settings.ts";
import { EVENTS, FACTS, REFUSALS } from "./samples.ts";

const LANGUAGES = ["en", "pt-BR"] as const;
const folder = resolve(import.meta.dirname, "../../../bot/texts");
const sourceOf = (language: string, file: string) =>
  readFileSync(join(folder, language, file), "utf8");
const filesOf = (language: string) => readdirSync(join(folder, language)).sort();

/** Each message's id with the variables that it uses. */
function variables(language: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of filesOf(language)) {
    for (const { id, value, attributes } of new FluentResource(sourceOf(language, file)).body) {
      const text = JSON.stringify([value, attributes]);
      const names = [...text.matchAll(/"type":"var","name":"(\w+)"/g)].map((match) => match[1]!);
      expect(found.has(id), `${id} stands twice in ${language}`).toBe(false);
      found.set(id, [...new Set(names)].sort());
    }
  }
  return found;
}

describe("the catalogue", () => {
  it("has the same files, messages and variables in both languages", () => {
    expect(filesOf("pt-BR")).toEqual(filesOf("en"));
    expect(variables("pt-BR")).toEqual(variables("en"));
  });

  it("reads every message of its files: none is lost to a slip of the syntax", () => {
    for (const language of LANGUAGES) {
      for (const file of filesOf(language)) {
        const written = sourceOf(language, file).match(/^-?[a-zA-Z][\w-]* =/gm) ?? [];
        expect(new FluentResource(sourceOf(language, file)).body.length).toBe(written.length);
      }
    }
  });

  it("refuses to say what it does not have, or with a value missing", () => {
    const { say } = createTexts("en");
    expect(() => say("nothing-such")).toThrow("no text nothing-such");
    expect(() => say("refusal-already-paid")).toThrow("Unknown variable: $invoice");
  });
});

describe.each(LANGUAGES)("the sentences in %s", (language) => {
  const texts = createTexts(language, date("2026-11-25"));

  it.each(Object.entries(REFUSALS))("say the refusal %s on one line", (_, samples) => {
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      const sentence = texts.refusal(sample);
      expect(sentence).not.toMatch(/[\n\u2068\u2069]|undefined|\[object|NaN|\{/);
      expect(sentence).toMatch(/^[\p{Lu}\d"].*\.$/u);
    }
  });

  it.each(Object.entries(FACTS))("say the law's fact %s", (_, samples) => {
    for (const sample of samples) {
      expect(texts.fact(sample)).toMatch(/^[^\n{}]+[^.\n]$/);
    }
  });

  it.each(Object.entries(EVENTS))("tell the event %s", (_, samples) => {
    for (const sample of samples) {
      expect(texts.event(sample)).not.toMatch(/\n|undefined|\[object|NaN|\{/);
    }
  });

  it("name every setting and what it expects", () => {
    for (const key of Object.keys(SETTINGS) as SettingKey[]) {
      const { title, expects } = texts.setting(key);
      expect(title.length * expects.length).toBeGreaterThan(0);
    }
  });

  it("have a word for each stage", () => {
    const stages = ["classified", "in contact", "awaiting negotiation", "in agreement"] as const;
    const words = [...stages, "settled", "broken", "replaced", "none"] as const;
    expect(new Set(words.map(texts.stage)).size).toBe(words.length);
  });
});

describe("values", () => {
  const english = createTexts("en");
  const portuguese = createTexts("pt-BR");

  it("are written as each language writes them", () => {
    expect(portuguese.money(cents(123_456))).toBe("R$ 1.234,56");
    expect(english.money(cents(-123_456_789))).toBe("-R$ 1,234,567.89");
    expect(portuguese.date(date("2026-11-24"))).toBe("24/11/2026");
    expect(english.date(date("2026-11-24"))).toBe("2026-11-24");
    expect(portuguese.percent(percent(3.5))).toBe("3,5 %");
    expect(portuguese.choice(["a", "b", "c"])).toBe("a, b ou c");
  });

  it("say the stages in English with the words of the product", () => {
    const stages = ["classified", "in contact", "awaiting negotiation", "in agreement"] as const;
    for (const stage of [...stages, "settled", "broken"] as const) {
      expect(english.stage(stage)).toBe(stage);
    }
  });
});

describe("a refusal", () => {
  it("cites the article of the law in force on the day", () => {
    const refusal = REFUSALS.above_legal_cap[2]!;
    expect(createTexts("en", date("2026-01-01")).refusal(refusal)).toContain("765/2023");
    expect(createTexts("en", date("2025-01-01")).refusal(refusal)).not.toContain("765/2023");
  });

  it("names the difference when instalments do not add up", () => {
    const [tooMuch, tooLittle] = REFUSALS.amounts_do_not_sum;
    expect(createTexts("en").refusal(tooMuch!)).toContain("R$ 765.44 too much");
    expect(createTexts("pt-BR").refusal(tooLittle!)).toContain("faltam R$ 765,44");
  });
});

describe("what came, repeated in a message", () => {
  it("never holds a whole tax id or phone", () => {
    for (const given of [
      "529.982.247-25",
      "52998224725",
      "12.ABC.345/01DE-35",
      "+55 11 98765-4321",
    ]) {
      expect(quoted(`x ${given} y`)).not.toContain(given);
    }
    expect(quoted("52998224725")).toBe('"*********25"');
  });

  it("keeps short ids as they are, and any text on one line", () => {
    expect(quoted("C-1042")).toBe('"C-1042"');
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(quoted(text)).not.toMatch(/[\n\r\u2028]/);
        expect(quoted(text).length).toBeLessThanOrEqual(63);
      }),
    );
  });
});
