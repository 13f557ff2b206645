import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import { type ChargeProfile, chargeOf, numberRange } from "#core/payment/charge.ts";

const TODAY = date("2026-11-24");
const NOTHING: ChargeProfile = {
  name: "P",
  bank: null,
  wallet: null,
  agreementCode: null,
  branch: null,
  account: null,
  unit: null,
  firstOurNumber: null,
};

/** A profile of each bank and the first number that it gives. */
const PROFILES: readonly (readonly [Partial<ChargeProfile>, string])[] = [
  [{ bank: "001", wallet: "17", agreementCode: "1234567" }, "12345679000000000"],
  [
    { bank: "001", wallet: "18", agreementCode: "123456", branch: "4042", account: "61900" },
    "12345690000",
  ],
  [{ bank: "033", wallet: "101", agreementCode: "1234567" }, "900000000000"],
  [{ bank: "104", wallet: "14", agreementCode: "123456" }, "14900000000000000"],
  [{ bank: "237", wallet: "09", branch: "1234", account: "123456" }, "90000000000"],
  [{ bank: "341", wallet: "109", branch: "0810", account: "53678" }, "90000000"],
  [{ bank: "748", wallet: "1", agreementCode: "85305", branch: "0156", unit: "05" }, "26920000"],
  [{ bank: "756", wallet: "1", agreementCode: "172278", branch: "4277" }, "9000000"],
];

describe.each(PROFILES)("a profile of %o", (said, first) => {
  const profile = { ...NOTHING, ...said };

  test("gives numbers of the last tenth when it does not say where they begin", () => {
    const range = numberRange(profile, TODAY);
    expect(range).toBeDefined();
    const charge = chargeOf(profile, range?.first ?? 0, TODAY);
    expect(charge?.ourNumber).toBe(first);
  });

  test("begins where it says, and never gives a number twice", () => {
    const range = numberRange({ ...profile, firstOurNumber: "7" }, TODAY);
    expect(range?.first).toBe(7);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99_000 }), { maxLength: 50 }), (all) => {
        const keys = all.map((sequence) => chargeOf(profile, sequence, TODAY)?.ourNumberKey);
        expect(new Set(keys).size).toBe(all.length);
        expect(keys).not.toContain(undefined);
      }),
    );
  });

  test("gives none beyond what the bank has", () => {
    expect(chargeOf(profile, 10 ** 15, TODAY)).toBeUndefined();
    expect(chargeOf(profile, 0, TODAY)).toBeUndefined();
  });
});

test.each([
  {},
  { bank: "999", wallet: "1" },
  { bank: "341", wallet: "112", branch: "0810", account: "53678" },
  { bank: "341", wallet: "109" },
  { bank: "001", wallet: "17", agreementCode: "12345678" },
  { bank: "756", wallet: "1", agreementCode: "12345678", branch: "4277" },
])("a profile whose boletos nothing proves gives no numbers: %o", (said) => {
  expect(numberRange({ ...NOTHING, ...said }, TODAY)).toBeUndefined();
});
