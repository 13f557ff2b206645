import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smsSize, toGsm7 } from "#core/work/sms-segments.ts";

const GSM =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = "\f^{}\\[~]|€";
const gsmText = fc
  .array(fc.constantFrom(...GSM, ...EXTENDED), { maxLength: 600 })
  .map((characters) => characters.join(""));
const anyText = fc.string({ unit: "grapheme", maxLength: 300 });

describe("the segments of a text message", () => {
  it.each([
    ["", "GSM-7", 1, 160],
    ["a".repeat(160), "GSM-7", 1, 0],
    ["a".repeat(161), "GSM-7", 2, 145],
    ["a".repeat(306), "GSM-7", 2, 0],
    ["a".repeat(307), "GSM-7", 3, 152],
    ["€".repeat(80), "GSM-7", 1, 0],
    ["é".repeat(160), "GSM-7", 1, 0],
    ["ã".repeat(70), "UCS-2", 1, 0],
    ["ã".repeat(71), "UCS-2", 2, 63],
    ["😀".repeat(35), "UCS-2", 1, 0],
  ])("of %j are counted in %s", (text, encoding, segments, left) => {
    expect(smsSize(text)).toMatchObject({ encoding, segments, left });
  });

  it("never cut a character in two", () => {
    // 153 septets hold 76 euros and one septet that no euro fits into.
    expect(smsSize("€".repeat(153))).toMatchObject({ segments: 3, units: 306 });
    expect(smsSize("😀".repeat(67))).toMatchObject({ segments: 3, units: 134 });
  });

  it("hold the whole text, and no more than they can", () => {
    fc.assert(
      fc.property(fc.oneof(gsmText, anyText), (text) => {
        const { encoding, segments, units, left } = smsSize(text);
        const part = encoding === "GSM-7" ? 153 : 67;
        const alone = encoding === "GSM-7" ? 160 : 70;
        expect(segments === 1).toBe(units <= alone);
        expect(left).toBeGreaterThanOrEqual(0);
        if (segments === 1) expect(units + left).toBe(alone);
        // Each part may leave one unit empty before a character of two.
        else {
          expect(segments).toBeGreaterThanOrEqual(Math.ceil(units / part));
          expect(segments).toBeLessThanOrEqual(Math.ceil(units / (part - 1)));
        }
      }),
    );
  });

  it("never become fewer when the text grows", () => {
    fc.assert(
      fc.property(gsmText, gsmText, (text, more) => {
        expect(smsSize(text + more).segments).toBeGreaterThanOrEqual(smsSize(text).segments);
      }),
    );
  });
});

describe("a text without the accents that GSM-7 lacks", () => {
  it("reads as Portuguese still", () => {
    expect(
      toGsm7("Olá, sua negociação não está em dia — “ligue já”… 1ª parcela, café à vista"),
    ).toBe(
      'Ola, sua negociaçao nao esta em dia - "ligue ja"... 1a parcela, café à vista'.replace(
        "ç",
        "c",
      ),
    );
  });

  it("keeps what has no near form as a question mark", () => {
    expect(toGsm7("pague 😀 中")).toBe("pague ? ?");
  });

  it("is GSM-7 whatever came, and the same when asked again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const near = toGsm7(text);
        expect(smsSize(near).encoding).toBe("GSM-7");
        expect(toGsm7(near)).toBe(near);
      }),
    );
  });

  it("leaves GSM-7 as it is", () => {
    fc.assert(
      fc.property(gsmText, (text) => {
        expect(toGsm7(text)).toBe(text);
      }),
    );
  });
});
