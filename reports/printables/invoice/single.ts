import type { BilledInvoice, InvoiceDocument } from "#core/documents/invoice-document.ts";
import type { PaymentMeans } from "#core/payment/means.ts";
import { qrDrawing } from "../drawings.ts";
import { type Html, html, typed } from "../html.ts";
import { day, LINE_NAMES, money } from "../words.ts";
import { boletoPart } from "./boleto.ts";
import {
  addedLines,
  creditorId,
  customerId,
  field,
  instalmentOf,
  instructions,
  numberOf,
  overdueWords,
  owedOf,
  pixAmount,
  sentence,
} from "./parts.ts";

/** A bill on a page of its own: whoever gets it sees what it is for, how much, until when, and pays below. */
export const singleBill = (bill: BilledInvoice, document: InvoiceDocument): Html =>
  html`<article class="bill">
${heading(bill, document)}
${summary(bill, document)}
${content(bill)}
${terms(bill, document)}
${payment(bill, document)}
</article>`;

function terms(bill: BilledInvoice, { issuedOn }: InvoiceDocument): Html | null {
  const said = instructions(bill, issuedOn);
  return said.length === 0
    ? null
    : html`<section class="terms"><h2>Condições</h2><ul>${said.map((one) => html`<li>${one}</li>`)}</ul></section>`;
}

const heading = (bill: BilledInvoice, { creditor, issuedOn }: InvoiceDocument): Html =>
  html`<header>
<div class="creditor"><p class="name">${typed(creditor.name)}</p><p>${typed(creditor.address)}</p><p>${creditorId(creditor)}</p></div>
<div class="number"><h1>Fatura <span>${typed(numberOf(bill))}</span></h1><p>Emitida em ${day(issuedOn)}</p></div>
</header>`;

function summary(bill: BilledInvoice, { issuedOn }: InvoiceDocument): Html {
  const overdue = overdueWords(bill, issuedOn);
  const { customer, agreement } = bill;
  return html`<section class="summary">
<div class="customer"><span class="label">Cliente</span> <span class="name">${typed(customer.name)}</span> <span>${customerId(bill)}</span></div>
${field("Vencimento", html`${day(bill.dueDate)}${overdue === null ? null : html`<span class="overdue">${overdue}</span>`}`, "due")}
${field("Valor a pagar", money(owedOf(bill)), "total")}
</section>
<p class="references">${sentence([
    html`Referência ${typed(bill.invoice)}`,
    agreement === null ? null : html`Acordo ${agreement.agreement}`,
    agreement === null ? null : html`${instalmentOf(bill)}`,
  ])}</p>`;
}

const content = (bill: BilledInvoice): Html =>
  html`<section class="content"><h2>O que está sendo cobrado</h2>
<ul>${rowsOf(bill).map(({ what, amount }) => html`<li><span>${what}</span> <span>${amount}</span></li>`)}
<li class="sum"><span>Total a pagar</span> <span>${money(owedOf(bill))}</span></li></ul></section>`;

type Row = { readonly what: Html; readonly amount: string };

function rowsOf(bill: BilledInvoice): readonly Row[] {
  const { agreement, description, amountCents, paidCents } = bill;
  const told = typed(description ?? "Serviços de internet");
  const lines = agreement?.lines ?? [];
  const made =
    lines.length === 0
      ? [{ what: told, amount: money(amountCents) }]
      : lines.map((line) => ({
          what:
            line.term === "base"
              ? html`${LINE_NAMES.base}: ${told}`
              : html`${LINE_NAMES[line.term]}`,
          amount: money(line.amountCents),
        }));
  const paid = { what: html`Já pago`, amount: `−${money(paidCents)}` };
  const late = addedLines(bill).map(({ name, cents }) => ({
    what: html`${name}`,
    amount: money(cents),
  }));
  return [...made, ...(paidCents === 0 ? [] : [paid]), ...late];
}

function payment(bill: BilledInvoice, document: InvoiceDocument): Html {
  const { boleto, pix } = bill.means;
  return html`<footer>
${pix === null ? null : pixPart(pix)}
${boleto === null ? null : boletoPart(boleto, { bill, document })}
${pix === null && boleto === null ? askCreditor(document) : null}
</footer>`;
}

function pixPart({ code }: NonNullable<PaymentMeans["pix"]>): Html {
  const amount = pixAmount(code);
  return html`<section class="pix">${qrDrawing(code)}
<div><h2>Pague com Pix${amount === null ? null : html`: ${amount}`}</h2>
<p>No aplicativo do seu banco, escolha Pix e aponte a câmera para o código ao lado, ou use o Pix copia e cola:</p>
<p class="code">${code}</p></div></section>`;
}

const askCreditor = ({ creditor }: InvoiceDocument): Html =>
  html`<section class="ask"><h2>Como pagar</h2><p>Peça a ${typed(creditor.name)} o boleto ou o Pix desta fatura.</p></section>`;
