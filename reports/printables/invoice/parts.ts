import { parsePix } from "#core/bank/pix.ts";
import type { BilledInvoice, LateCharges } from "#core/documents/invoice-document.ts";
import type { Creditor } from "#core/law/documents.ts";
import { cents } from "#core/money.ts";
import { formatTaxId, taxIdKind } from "#core/tax-id.ts";
import { type Html, html, typed } from "../html.ts";
import { day, days, money, rate } from "../words.ts";

/** What single bills and slips of a booklet have in common. */

export const numberOf = ({ number, invoice }: BilledInvoice): string => number ?? invoice;

export const owedOf = ({ amountCents, paidCents }: BilledInvoice) => cents(amountCents - paidCents);

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
export function instructions(bill: BilledInvoice): readonly Html[] {
  const { onTimeDiscountCents, onTimeUntil, late } = bill;
  const discount =
    onTimeDiscountCents === null
      ? []
      : [
          html`Até ${day(onTimeUntil)}: desconto de ${money(onTimeDiscountCents)}; pague ${money(cents(Math.max(owedOf(bill) - onTimeDiscountCents, 0)))}.`,
        ];
  return [...discount, html`${lateWords(late, bill)}`];
}

function lateWords({ fine, interest }: LateCharges, { onTimeUntil }: BilledInvoice): string {
  const by = `juros simples de ${rate(interest.rate)} ao mês (de ${interest.everyDays} dias), contados por dia de atraso`;
  const charged =
    fine === null ? by : `multa de ${rate(fine.rate)} (${money(fine.amountCents)}) e ${by}`;
  return `Depois de ${day(onTimeUntil)}: ${charged}.`;
}

/** The amount in the code is the one that a bank's app will show, with the discount where it still counts. */
export function pixAmount(code: string): string | null {
  const pix = parsePix(code);
  return pix.ok && pix.value.amount !== null ? money(pix.value.amount) : null;
}

export const sentence = (items: readonly (Html | null)[]): Html =>
  html`${items.filter((item) => item !== null).flatMap((item, index) => (index === 0 ? [item] : [html` · `, item]))}`;
