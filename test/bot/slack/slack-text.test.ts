import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAside, writtenText } from "#bot/slack/conversations/slack-text.ts";

describe("what an operator writes in Slack", () => {
  it.each([
    ["Tom &amp; Jerry &lt;3", "Tom & Jerry <3"],
    ["veja <https://a.example/x|a segunda via> hoje", "veja a segunda via hoje"],
    ["veja <https://a.example/x>", "veja https://a.example/x"],
    ["escreva a <mailto:a@b.example|a@b.example>", "escreva a a@b.example"],
    ["ligue para <tel:+5511999998888>", "ligue para +5511999998888"],
    ["<@U123> olha <#C1|cobranca>", "olha cobranca"],
    ["<!here> oi", "oi"],
  ])("%s reaches the customer as %s", (text, expected) => {
    expect(writtenText(text)).toBe(expected);
  });

  it("is kept as it is where Slack put no mark into it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        const escaped = words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        expect(writtenText(escaped)).toBe(words.trim());
      }),
    );
  });

  it("stays among colleagues where it begins with two strokes", () => {
    expect(isAside(" // cuidado")).toBe(true);
    expect(isAside("https://a.example")).toBe(false);
  });
});
