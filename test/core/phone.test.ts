import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPhone, isMobile, maskPhone, type Phone, parsePhone } from "#core/phone.ts";

describe("a phone", () => {
  test.each([
    ["(11) 98765-4321", "+5511987654321"],
    ["11 8765-4321", "+5511987654321"],
    ["011 98765.4321", "+5511987654321"],
    ["+55 11 98765 4321", "+5511987654321"],
    ["5511987654321", "+5511987654321"],
    ["551187654321", "+5511987654321"],
    ["0055 11 98765-4321", "+5511987654321"],
    ["55 9999-8888", "+5555999998888"],
    ["(55) 99999-8888", "+5555999998888"],
    ["+55 (55) 99999-8888", "+5555999998888"],
    ["(11) 3333-4444", "+551133334444"],
  ])("%j is %s", (text, phone) => {
    expect(parsePhone(text)).toBe(phone);
  });

  test.each([
    "",
    "98765-4321",
    "0800 123 4567",
    "+1 212 555 1234",
    "+55 98765-4321",
    "(20) 98765-4321",
    "(11) 78765-4321",
    "(11) 98765-4321 r. 2",
    "11 98765-43210",
    "onze nove",
  ])("%j is none", (text) => {
    expect(parsePhone(text)).toBeUndefined();
  });

  test("is mobile when it has nine digits after its area", () => {
    expect(isMobile("+5511987654321" as Phone)).toBe(true);
    expect(isMobile("+551133334444" as Phone)).toBe(false);
  });

  test("masked shows its area and last four digits", () => {
    expect(maskPhone("+5511987654321" as Phone)).toBe("(11) *****-4321");
    expect(maskPhone("+551133334444" as Phone)).toBe("(11) ****-4444");
  });

  test("comes back whole from how it is printed", () => {
    const mobiles = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => `119${n}`);
    const fixed = fc.integer({ min: 30_000_000, max: 49_999_999 }).map((n) => `11${n}`);
    fc.assert(
      fc.property(fc.oneof(mobiles, fixed), (digits) => {
        const phone = parsePhone(digits);
        fc.pre(phone !== undefined);
        expect(phone).toBe(`+55${digits}`);
        expect(parsePhone(formatPhone(phone as Phone))).toBe(phone);
      }),
    );
  });
});
