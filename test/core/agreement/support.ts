import fc from "fast-check";
import type {
  AgreementContext,
  AgreementSource,
  Renegotiated,
  Split,
} from "#core/agreement/agreement.ts";
import type { LedgerUnits } from "#core/agreement/ledger-units.ts";
import { NO_TERMS, type Terms } from "#core/agreement/terms.ts";
import { addDays, type CivilDate, date } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import { type Cents, cents, type Percent, parseAmount, percent } from "#core/money.ts";

export const TODAY = date("2026-11-24");

/** R$ as people write it: `reais("129.90")`. */
export function reais(text: string): Cents {
  const amount = text.startsWith("-") ? parseAmount(text.slice(1)) : parseAmount(text);
  if (amount === undefined) throw new Error(`not an amount: ${text}`);
  return text.startsWith("-") ? cents(-amount) : amount;
}

export const anInvoice = (
  id: string,
  amount: string,
  more: Partial<AgreementSource> = {},
): AgreementSource => ({
  invoice: id as InvoiceId,
  amount: reais(amount),
  facts: { state: "open", agreement: undefined, hasFiscalDocument: false, hasRemittance: false },
  onTimeDiscountCents: cents(0),
  ...more,
});

export const LENIENT: AgreementContext = {
  today: TODAY,
  caps: {
    increase: { max: percent(100), rule: "rgc-78" },
    fine: { maxCents: cents(Number.MAX_SAFE_INTEGER), rule: "cdc-52-1" },
    fees: { maxCents: null, rule: "honor" },
  },
  settings: {
    sources: "deleted",
    instalmentLimit: 60,
    allowFiscalDocument: false,
    allowRemittance: false,
  },
};

export const inThree = {
  kind: "instalments",
  count: 3,
  firstDue: date("2026-12-10"),
} as const satisfies Split;

/** A renegotiation with the terms given and a ledger unit for each of them. */
export const aRenegotiation = (
  terms: Partial<Terms>,
  more: Partial<Renegotiated> = {},
): Renegotiated => ({
  kind: "renegotiated",
  toleranceDate: date("2026-12-20"),
  category: "Acordo",
  terms: { ...NO_TERMS, ...terms },
  units: unitsFor(terms),
  split: inThree,
  description: "Acordo de novembro",
  profile: "Banco",
  keepDiscount: false,
  ...more,
});

export function unitsFor(terms: Partial<Terms>): LedgerUnits {
  const unit = (code: string, ...values: (number | undefined)[]) =>
    values.some((value) => (value ?? 0) !== 0) ? code : undefined;
  return {
    increase: unit("3.1", terms.increase),
    fine: unit("3.2", terms.fine),
    discount: unit("3.3", terms.discount, terms.discountAmount),
    charges: unit("3.4", terms.charges),
    fees: unit("3.5", terms.fees),
  };
}

export const anAmount = (max = 1_000_000_00): fc.Arbitrary<Cents> =>
  fc.integer({ min: 1, max }).map(cents);
export const aRate = (max = 1_000_000): fc.Arbitrary<Percent> =>
  fc.integer({ min: 0, max }).map((rate) => rate as Percent);
export const anExtra: fc.Arbitrary<Cents> = fc.integer({ min: 0, max: 500_00 }).map(cents);
export const aDay: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: 4_000 })
  .map((days) => addDays(TODAY, days));

export const someTerms: fc.Arbitrary<Terms> = fc.record({
  increase: aRate(),
  fine: aRate(),
  discount: aRate(),
  discountAmount: anExtra,
  charges: anExtra,
  fees: anExtra,
});

export const someSources: fc.Arbitrary<AgreementSource[]> = fc
  .array(anAmount(5_000_00), { minLength: 1, maxLength: 8 })
  .map((amounts) => amounts.map((amount, i) => ({ ...anInvoice(`F${i}`, "1"), amount })));
