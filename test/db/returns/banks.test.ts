import { describe, expect, test } from "vitest";
import {
  BANKS_240,
  BANKS_400,
  type Bank,
  cnab240,
  cnab400,
  numberWidth240,
  numberWidth400,
} from "#test/core/bank/support/cnab-writer.ts";
import { CODES_240, CODES_400, kindOf } from "#test/core/bank/support/occurrence-codes.ts";
import { standing } from "#test/support/look.ts";
import { banking, FILE_DAY, paid } from "./support.ts";

const bank = banking();

const LAYOUTS = [
  ...BANKS_400.map((code) => ({
    layout: "CNAB400" as const,
    code: code as Bank,
    width: numberWidth400(code),
    codes: CODES_400[code],
    write: (events: Parameters<typeof cnab400>[2]) => cnab400(code, FILE_DAY, events),
  })),
  ...BANKS_240.map((code) => ({
    layout: "CNAB240" as const,
    code: code as Bank,
    width: numberWidth240(code),
    codes: CODES_240[code],
    write: (events: Parameters<typeof cnab400>[2]) => cnab240(code, FILE_DAY, events),
  })),
];

describe.each(LAYOUTS)("$layout of bank $code", ({ code, width, codes, write }) => {
  const every = [...Object.values(codes).flat(), "98"];
  /** One invoice for each code that the bank has. */
  async function oneForEach() {
    const b = bank();
    const owing = Object.fromEntries(
      every.map((occurrence) => [`F${occurrence}`, ["129.90", "2026-06-28"] as const]),
    );
    await b.customer("C1", { owing });
    for (const occurrence of every) {
      await b.numbered(`F${occurrence}`, `10${occurrence}`, code);
    }
    const events = every.map((occurrence) =>
      paid(`10${occurrence}`.padStart(width, "0"), 12_990, { code: occurrence }),
    );
    return { b, text: write(events).join("\r\n") };
  }

  test("does to each invoice what its code says, whatever amount stands beside it", async () => {
    const { b, text } = await oneForEach();
    const told = await b.told(text);
    const expected = every.map((occurrence) => {
      const kind = kindOf(codes, occurrence);
      const isPaid = kind === "settled" || kind === "partial";
      return `F${occurrence}: ${isPaid ? "settled" : kind === "reversed" ? "not-reversible" : "ignored"}`;
    });
    expect(told).toEqual(expected);
    for (const occurrence of every) {
      const kind = kindOf(codes, occurrence);
      const isPaid = kind === "settled" || kind === "partial";
      expect(await standing(b.sql, `F${occurrence}`)).toMatchObject({
        state: isPaid ? "paid" : "open",
        paid: isPaid ? 12_990 : 0,
      });
    }
  });

  test("takes a payment back where the bank has a code for it", async () => {
    const reversals = codes.reversed ?? [];
    const [settling = ""] = codes.settled ?? [];
    for (const reversal of reversals) {
      const b = bank();
      await b.customer(`C${reversal}`, { owing: { [`A${reversal}`]: ["129.90", "2026-06-28"] } });
      await b.numbered(`A${reversal}`, `20${reversal}`, code);
      const title = (occurrence: string) =>
        write([paid(`20${reversal}`.padStart(width, "0"), 12_990, { code: occurrence })]);
      await b.told(title(settling).join("\n"));
      expect(await standing(b.sql, `A${reversal}`)).toMatchObject({ state: "paid", paid: 12_990 });
      expect(await b.told(title(reversal).join("\n"))).toEqual([`A${reversal}: reversed`]);
      expect(await standing(b.sql, `A${reversal}`)).toMatchObject({ state: "open", paid: 0 });
    }
    expect(reversals.length > 0).toBe(code === "104" || (code === "237" && every.includes("22")));
  });
});
