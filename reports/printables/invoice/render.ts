import { readFileSync } from "node:fs";
import type { InvoiceDocument } from "#core/documents/invoice-document.ts";
import { type Html, html, trusted } from "../html.ts";
import type { Printable } from "../printable.ts";
import { slip } from "./booklet.ts";
import { numberOf } from "./parts.ts";
import { singleBill } from "./single.ts";

/** A bill, several of them one after the other, or a booklet of slips. */
export function renderInvoices(document: InvoiceDocument): Printable {
  const { kind, invoices, issuedOn } = document;
  const draw = kind === "booklet" ? slip : singleBill;
  return {
    title: titleOf(document),
    style: html`${COMMON}${STYLES[kind]}`,
    body: html`${invoices.map((bill) => draw(bill, document))}`,
    day: issuedOn,
  };
}

function titleOf({ kind, invoices }: InvoiceDocument): string {
  const [first] = invoices;
  if (first === undefined) return "Faturas";
  if (kind === "booklet" && first.agreement !== null) {
    return `Carnê do acordo ${first.agreement.agreement}`;
  }
  return invoices.length === 1
    ? `Fatura ${numberOf(first)}`
    : `Faturas ${numberOf(first)} e mais ${invoices.length - 1}`;
}

const sheet = (name: string): Html => trusted(readFileSync(new URL(name, import.meta.url), "utf8"));

const COMMON = sheet("common.css");
const STYLES = { single: sheet("single.css"), booklet: sheet("booklet.css") };
