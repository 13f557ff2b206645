import type { BilledInvoice, InvoiceDocument } from "#core/documents/invoice-document.ts";
import { barcodeDrawing, qrDrawing } from "../drawings.ts";
import { type Html, html, typed } from "../html.ts";
import { day, LINE_NAMES, money } from "../words.ts";
import { bankHeading } from "./boleto.ts";
import {
  addedLines,
  asBarcodeSays,
  creditorId,
  customerId,
  dueOfSlip,
  field,
  instalmentOf,
  instructions,
  numberOf,
  owedOf,
  pixAmount,
  sentence,
} from "./parts.ts";

/** A third of a page: a stub that the customer keeps, and what is paid with. */
export function slip(whole: BilledInvoice, document: InvoiceDocument): Html {
  const bill = asBarcodeSays(whole);
  return html`<article class="slip ${isLong(document) ? "dense" : ""}">${stub(bill, document)}${voucher(bill, document)}</article>`;
}

/** What has to stand on each slip in full leaves the rest less room. */
const isLong = ({ creditor: { name, address } }: InvoiceDocument): boolean =>
  name.length + address.length > ROOMY_CHARACTERS;

const ROOMY_CHARACTERS = 160;

const stub = (bill: BilledInvoice, { creditor, issuedOn }: InvoiceDocument): Html =>
  html`<section class="stub" aria-label="Recibo do pagador">
<p class="title">Recibo do pagador</p>
${field("Beneficiário", typed(creditor.name), "clipped")}
${field("Pagador", typed(bill.customer.name), "clipped")}
${field("Fatura", typed(numberOf(bill)), "clipped")}
${agreementField(bill)}
${field("Vencimento", day(dueOfSlip(bill, issuedOn)), "strong")}
${field("Valor", money(owedOf(bill)), "strong")}
${bill.means.boleto?.ourNumber == null ? null : field("Nosso número", typed(bill.means.boleto.ourNumber))}
</section>`;

const agreementField = (bill: BilledInvoice): Html | null =>
  bill.agreement === null
    ? null
    : field(`Acordo ${bill.agreement.agreement}`, instalmentOf(bill) ?? "");

function voucher(bill: BilledInvoice, document: InvoiceDocument): Html {
  const { boleto } = bill.means;
  return html`<section class="voucher">
${boleto === null ? plainHeading(document) : bankHeading(boleto)}
<div class="fields">
${field("Beneficiário", creditorWords(bill, document), "creditor")}
${field("Vencimento", day(dueOfSlip(bill, document.issuedOn)), "strong")}
${field("Pagador", sentence([typed(bill.customer.name), customerId(bill)]), "clipped wide")}
${field("Valor", money(owedOf(bill)), "strong")}
${field("Referente a", subject(bill), "clipped wide")}
${field("Fatura", typed(numberOf(bill)), "clipped")}
</div>
<p class="composition">${composition(bill)}</p>
<p class="terms">${instructions(bill, document.issuedOn).map((one) => html`${one} `)}</p>
${means(bill, document)}
</section>`;
}

const plainHeading = ({ creditor }: InvoiceDocument): Html =>
  html`<div class="bank"><span class="bank-name">${typed(creditor.name)}</span></div>`;

const creditorWords = (bill: BilledInvoice, { creditor }: InvoiceDocument): Html => {
  const { boleto } = bill.means;
  const account = boleto?.agency == null ? null : html`Agência/código ${typed(boleto.agency)}`;
  const ours = boleto?.ourNumber == null ? null : html`Nosso número ${typed(boleto.ourNumber)}`;
  return sentence([
    typed(creditor.name),
    creditorId(creditor),
    typed(creditor.address),
    account,
    ours,
  ]);
};

const subject = (bill: BilledInvoice): Html =>
  sentence([
    bill.agreement === null
      ? null
      : html`${instalmentOf(bill)} do acordo ${bill.agreement.agreement}`,
    bill.description === null ? null : typed(bill.description),
  ]);

/** Where the amount is more than one thing. */
function composition(bill: BilledInvoice): Html {
  const { agreement, paidCents, addedToday } = bill;
  const lines = agreement?.lines ?? [];
  const told = lines.length > 1 || addedToday !== null ? lines : [];
  return sentence([
    ...told.map(({ term, amountCents }) => html`${LINE_NAMES[term]} ${money(amountCents)}`),
    paidCents === 0 ? null : html`Já pago −${money(paidCents)}`,
    ...addedLines(bill).map(({ name, cents }) => html`${name} ${money(cents)}`),
  ]);
}

function means({ means: { boleto, pix } }: BilledInvoice, { creditor }: InvoiceDocument): Html {
  if (boleto === null && pix === null) {
    return html`<p class="means">Peça a ${typed(creditor.name)} o boleto ou o Pix desta parcela.</p>`;
  }
  const amount = pix === null ? null : pixAmount(pix.code);
  return html`<div class="means">
<div class="bars">${boleto === null ? null : barcodeDrawing(boleto.barcode)}
${pix === null ? null : html`<p class="code"><span class="label">Pix copia e cola</span> ${pix.code}</p>`}</div>
${pix === null ? null : html`<div class="scan">${qrDrawing(pix.code)}<p>Pix${amount === null ? null : html` ${amount}`}</p></div>`}
</div>`;
}
