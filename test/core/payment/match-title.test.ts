import { describe, expect, test } from "vitest";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { chargeNumberForms, matchTitle, type TitleCandidate } from "#core/payment/match-title.ts";

const candidate = (invoice: string, facts: Partial<TitleCandidate> = {}): TitleCandidate => ({
  way: "our number",
  invoice: invoice as InvoiceId,
  customer: "C" as CustomerId,
  bank: "237",
  agreementKey: null,
  accountKey: null,
  ...facts,
});
const answer = (agreementCode: string | null, ...candidates: TitleCandidate[]) => {
  const match = matchTitle({ bank: "237", agreementCode }, candidates);
  return match.answer === "found" ? match.invoice : match.answer;
};

describe("a title is matched", () => {
  test("by the surest way that leads anywhere", () => {
    const document = candidate("D", { way: "document" });
    const charge = candidate("N", { way: "charge number" });
    expect(answer(null, document, charge, candidate("A"))).toBe("A");
    expect(answer(null, document, charge)).toBe("N");
    expect(answer(null, document)).toBe("D");
    expect(answer(null)).toBe("none");
  });

  test("to an invoice that two ways lead to", () => {
    expect(answer(null, candidate("A"), candidate("A", { agreementKey: "1" }))).toBe("A");
  });

  test.each([
    ["00000000000001234567", "1234567", "A"],
    ["1234567-8", "1234567", "A"],
    ["0810/53678", "53678", "A"],
    ["1234567", "7654321", "none"],
    ["12345678", "345", "none"],
    [null, "1234567", "A"],
    ["1234567", "", "A"],
  ])("of agreement %s with one of %s: %s", (printed, agreementKey, expected) => {
    expect(answer(printed, candidate("A", { agreementKey }))).toBe(expected);
  });

  test("in Itaú's files by the account, which they name instead of the agreement", () => {
    const title = { bank: "341", agreementCode: "0810536781" } as const;
    const itau = (accountKey: string | null) =>
      matchTitle(title, [candidate("A", { bank: "341", agreementKey: "56789", accountKey })])
        .answer;
    expect(itau("81053678")).toBe("found");
    expect(itau("81099999")).toBe("none");
    expect(itau(null)).toBe("found");
  });
});

test("charge numbers are looked for as billing may have written them", () => {
  expect(chargeNumberForms({ bank: "341", ourNumber: "000000114", ourNumberKey: "11" })).toEqual([
    "000000114",
    "11",
    "00000011",
  ]);
  expect(chargeNumberForms({ bank: "341", ourNumber: "", ourNumberKey: "" })).toEqual([]);
});
