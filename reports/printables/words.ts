import { type DigitLine, formatDigitLine } from "#core/bank/boleto.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { BilledLine } from "#core/documents/invoice-document.ts";
import { type Cents, formatAmount, formatPercent, type Percent } from "#core/money.ts";

/**
 * What a customer in Brazil is handed is in Portuguese, whatever language operators read: its words stand here, beside
 * the drawing that has to fit them.
 */
export const LINE_NAMES: Readonly<Record<BilledLine["term"], string>> = {
  base: "Valor negociado",
  increase: "Acréscimo",
  fine: "Multa",
  discount: "Desconto",
  discountAmount: "Desconto em valor",
  charges: "Encargos",
  fees: "Honorários",
};

/** "R$ 1.234,56", from the digits. The blank does not break. */
export function money(amount: Cents): string {
  const [whole = "", fraction = ""] = formatAmount(Math.abs(amount) as Cents).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${amount < 0 ? "−" : ""}R$\u00a0${grouped},${fraction}`;
}

export const day = (date: CivilDate): string => date.split("-").reverse().join("/");

export const rate = (percent: Percent): string => `${formatPercent(percent).replace(".", ",")}%`;

export const days = (count: number): string => (count === 1 ? "1 dia" : `${count} dias`);

export const line = (digits: DigitLine): string => formatDigitLine(digits);
