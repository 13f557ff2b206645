import type { Renegotiated, Split, Unchanged } from "#core/agreement/agreement.ts";
import type { LedgerTerm, LedgerUnits } from "#core/agreement/ledger-units.ts";
import { date } from "#core/calendar.ts";
import { type Cents, parseAmount, parsePercent } from "#core/money.ts";

/** Reais as people type them. */
export function reais(text: string): Cents {
  const amount = parseAmount(text);
  if (amount === undefined) throw new Error(`not an amount: ${text}`);
  return amount;
}

/** Percentages and amounts as people type them; what is left out is nothing. */
export type Asked = {
  readonly increase?: string;
  readonly fine?: string;
  readonly discount?: string;
  readonly discountAmount?: string;
  readonly charges?: string;
  readonly fees?: string;
  readonly units?: LedgerUnits;
  readonly tolerance?: string;
  readonly category?: string;
  readonly profile?: string;
  readonly keepDiscount?: boolean;
  readonly amounts?: readonly string[];
  readonly dates?: readonly string[];
};

export const TOLERANCE = "2026-08-10";

export const unchanged = (asked: { tolerance?: string; category?: string } = {}): Unchanged => ({
  kind: "unchanged",
  toleranceDate: date(asked.tolerance ?? TOLERANCE),
  category: asked.category ?? "Acordo por telefone",
});

/** One new invoice due that day. */
export const single = (dueDate: string, asked: Asked = {}): Renegotiated =>
  renegotiated({ kind: "single", dueDate: date(dueDate) }, asked);

/** So many new invoices, the first due that day. */
export const split = (count: number, firstDue: string, asked: Asked = {}): Renegotiated =>
  renegotiated(
    {
      kind: "instalments",
      count,
      firstDue: date(firstDue),
      ...(asked.amounts === undefined ? {} : { amounts: asked.amounts.map(reais) }),
      ...(asked.dates === undefined ? {} : { dates: asked.dates.map(date) }),
    },
    asked,
  );

function renegotiated(into: Split, asked: Asked): Renegotiated {
  const percentOf = (text: string | undefined) => {
    const rate = parsePercent(text ?? "0");
    if (rate === undefined) throw new Error(`not a percentage: ${text}`);
    return rate;
  };
  return {
    ...unchanged(asked),
    kind: "renegotiated",
    terms: {
      increase: percentOf(asked.increase),
      fine: percentOf(asked.fine),
      discount: percentOf(asked.discount),
      discountAmount: reais(asked.discountAmount ?? "0"),
      charges: reais(asked.charges ?? "0"),
      fees: reais(asked.fees ?? "0"),
    },
    units: asked.units ?? unitsFor(asked),
    split: into,
    description: "Acordo de internet",
    profile: asked.profile ?? "Itaú 109",
    keepDiscount: asked.keepDiscount ?? false,
  };
}

/** Codes of `aProvider`'s ledger units. */
export const UNITS: Record<LedgerTerm, string> = {
  increase: "3.1",
  fine: "3.2",
  discount: "4.1",
  charges: "3.3",
  fees: "3.4",
};

function unitsFor(asked: Asked): LedgerUnits {
  const needed: Record<LedgerTerm, boolean> = {
    increase: asked.increase !== undefined,
    fine: asked.fine !== undefined,
    discount: asked.discount !== undefined || asked.discountAmount !== undefined,
    charges: asked.charges !== undefined,
    fees: asked.fees !== undefined,
  };
  return Object.fromEntries(
    Object.entries(UNITS).filter(([term]) => needed[term as LedgerTerm]),
  ) as LedgerUnits;
}
