import { createHash } from "node:crypto";
import type { InvoiceId } from "#core/ids.ts";
import type { DescribedInvoice } from "#db/queries/self-service/read-owed.ts";
import type { Texts } from "../../texts/texts.ts";
import type { KnownTalk } from "../talk.ts";

const LENGTH = 16;

/**
 * What stands in a button for an invoice: ids of billing systems are of any length and letters. It is looked up among the
 * customer's own, so that a row of somebody else's finds nothing.
 */
export const rowOf = (invoice: InvoiceId): string =>
  createHash("sha256").update(invoice).digest("base64url").slice(0, LENGTH);

/** Undefined when it is paid or withdrawn by now. */
export async function invoiceOfRow(
  talk: KnownTalk,
  row: string,
): Promise<DescribedInvoice | undefined> {
  const owed = await owedNow(talk);
  return owed.invoices.find(({ invoice }) => rowOf(invoice) === row);
}

export const owedNow = ({ deps, owner }: KnownTalk) =>
  deps.reads.owed(owner.customer, deps.today());

/** What people call it: what it says it is for, else its number. */
export const nameOf = (
  { description, number, invoice }: Pick<DescribedInvoice, "description" | "number" | "invoice">,
  { say }: Texts,
): string =>
  description?.trim()
    ? description.trim()
    : say("telegram-invoice-name", { number: number ?? invoice });
