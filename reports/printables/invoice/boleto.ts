import type { BilledInvoice, InvoiceDocument } from "#core/documents/invoice-document.ts";
import type { PaymentMeans } from "#core/payment/means.ts";
import { barcodeDrawing } from "../drawings.ts";
import { type Html, html, typed } from "../html.ts";
import { day, line, money } from "../words.ts";
import {
  asBarcodeSays,
  creditorId,
  customerId,
  dueOfSlip,
  field,
  instructions,
  numberOf,
  owedOf,
  sentence,
} from "./parts.ts";

export type Boleto = NonNullable<PaymentMeans["boleto"]>;
export type Billed = { readonly bill: BilledInvoice; readonly document: InvoiceDocument };

/** The part for the bank, to be cut off. */
export const boletoPart = (boleto: Boleto, billed: Billed): Html =>
  html`<section class="boleto" aria-label="Boleto">
${bankHeading(boleto)}
${fieldsOf(boleto, billed)}
${barcodeDrawing(boleto.barcode)}
</section>`;

export const bankHeading = ({ bank, bankName, digitLine }: Boleto): Html =>
  html`<div class="bank"><span class="bank-name">${typed(bankName)}</span><span class="bank-code">${bank}</span><span class="digits">${line(digitLine)}</span></div>`;

function fieldsOf(boleto: Boleto, { document, ...billed }: Billed): Html {
  const bill = asBarcodeSays(billed.bill);
  const { creditor, issuedOn } = document;
  return html`<div class="fields">
${field("Local de pagamento", "Pagável em qualquer banco, lotérica ou aplicativo", "wide")}
${field("Vencimento", day(dueOfSlip(bill, issuedOn)), "strong")}
${field("Beneficiário", html`${typed(boleto.beneficiary)} · ${creditorId(creditor)}<br>${typed(creditor.address)}`, "wide")}
${field("Agência / código do beneficiário", typed(boleto.agency ?? "–"))}
${field("Data do documento", day(issuedOn))}
${field("Número do documento", typed(numberOf(bill)))}
${field("Espécie", "R$")}
${field("Nosso número", typed(boleto.ourNumber ?? "–"))}
${field("Instruções", html`${instructions(bill, issuedOn).map((one) => html`<span class="instruction">${one}</span>`)}`, "wide")}
${field("Valor do documento", money(owedOf(bill)), "strong")}
${field("Pagador", sentence([typed(bill.customer.name), customerId(bill)]), "full")}
</div>`;
}
