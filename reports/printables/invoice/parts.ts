import { readBarcode } from "#core/bank/boleto.ts";
import { parsePix } from "#core/bank/pix.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { BilledInvoice } from "#core/documents/invoice-document.ts";
import type { Creditor } from "#core/law/documents.ts";
import { cents } from "#core/money.ts";
import { formatTaxId, taxIdKind } from "#core/tax-id.ts";
import { type Html, html, typed } from "../html.ts";
import { day, days, money, rate } from "../words.ts";

/** What single bills and slips of a booklet have in common. */

export const numberOf = ({ number, invoice }: BilledInvoice): string => number ?? invoice;

/** That day: what paying late added is part of it. */
export const owedOf = ({ amountCents, paidCents, addedToday }: BilledInvoice) =>
  cents(amountCents - paidCents + (addedToday?.fineCents ?? 0) + (addedToday?.interestCents ?? 0));

/**
 * As a slip has to say it: its barcode's amount. What the billing system issued keeps the amount of then, and the bank adds
 * what paying late makes of it.
 */
export function asBarcodeSays(bill: BilledInvoice): BilledInvoice {
  const { boleto } = bill.means;
  if (boleto === null || readBarcode(boleto.barcode, bill.dueDate).amount === owedOf(bill))
    return bill;
  return { ...bill, addedToday: null };
}

/** A slip over today's amount is due today. */
export const dueOfSlip = (
  { addedToday, dueDate }: BilledInvoice,
  issuedOn: CivilDate,
): CivilDate => (addedToday === null ? dueDate : issuedOn);

/** What paying late added, line by line. */
export const addedLines = ({ addedToday }: BilledInvoice) =>
  addedToday === null
    ? []
    : [
        { name: "Multa por atraso", cents: addedToday.fineCents },
        { name: `Juros de ${days(addedToday.daysLate)}`, cents: addedToday.interestCents },
      ].filter(({ cents }) => cents > 0);

export const field = (label: string, value: Html | string, kind = ""): Html =>
  html`<div class="field ${kind}"><p class="label">${label}</p><p class="value">${value}</p></div>`;

export const creditorId = ({ taxId }: Creditor): Html =>
  html`${taxId.length > CPF_WIDTH ? "CNPJ" : "CPF"}\u00a0${typed(taxId)}`;

/** "123.456.789-09". */
const CPF_WIDTH = 14;

export const customerId = ({ customer: { taxId } }: BilledInvoice): Html | null =>
  taxId === null ? null : html`${taxIdKind(taxId).toUpperCase()}\u00a0${formatTaxId(taxId)}`;

export const instalmentOf = ({ agreement }: BilledInvoice): string | null =>
  agreement === null ? null : `Parcela ${agreement.instalment} de ${agreement.instalments}`;

export const overdueWords = (
  { daysOverdue, dueDate, onTimeUntil }: BilledInvoice,
  issued: string,
) => (issued > onTimeUntil && issued > dueDate ? `Vencida há ${days(daysOverdue)}` : null);

/** What makes the amount another one, each in a sentence. */
export function instructions(bill: BilledInvoice, issuedOn: CivilDate): readonly Html[] {
  const { onTimeDiscountCents, onTimeUntil } = bill;
  const late = lateWords(bill, issuedOn);
  const discount =
    onTimeDiscountCents === null
      ? []
      : [
          html`Até ${day(onTimeUntil)}: desconto de ${money(onTimeDiscountCents)}; pague ${money(cents(Math.max(owedOf(bill) - onTimeDiscountCents, 0)))}.`,
        ];
  return late === null ? discount : [...discount, html`${late}`];
}

function lateWords(
  { late: { fine, interest }, addedToday, onTimeUntil }: BilledInvoice,
  issuedOn: CivilDate,
): string | null {
  const daily =
    interest === null
      ? null
      : `juros simples de ${rate(interest.rate)} ao mês (de ${interest.everyDays} dias), contados por dia de atraso`;
  if (addedToday !== null) {
    const then = daily === null ? "" : ` Depois desse dia: ${daily}.`;
    return `Valor para pagar em ${day(issuedOn)}.${then}`;
  }
  const once = fine === null ? null : `multa de ${rate(fine.rate)} (${money(fine.amountCents)})`;
  const all = [once, daily].filter((one) => one !== null);
  return all.length === 0 ? null : `Depois de ${day(onTimeUntil)}: ${all.join(" e ")}.`;
}

/** The amount in the code is the one that a bank's app will show, with the discount where it still counts. */
export function pixAmount(code: string): string | null {
  const pix = parsePix(code);
  return pix.ok && pix.value.amount !== null ? money(pix.value.amount) : null;
}

export const sentence = (items: readonly (Html | null)[]): Html =>
  html`${items.filter((item) => item !== null).flatMap((item, index) => (index === 0 ? [item] : [html` · `, item]))}`;
