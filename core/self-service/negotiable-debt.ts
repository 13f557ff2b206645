import { authoriseInvoice } from "../agreement/authorise-invoice.ts";
import { type CivilDate, daysBetween } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { Place } from "../collection/stage.ts";
import { legalGate } from "../law/gate.ts";
import type { RulePack } from "../law/rules.ts";
import { type Law, lawSettings } from "../law/settings.ts";
import { type Cents, sumCents } from "../money.ts";
import { type AmountDueFacts, amountDue } from "../payment/amount-due.ts";
import type { Settings } from "../settings.ts";
import type { OfferedDebt, OfferedInvoice } from "./offer.ts";

/** Under which rules a debt is looked at. */
export type Rules = {
  readonly settings: Settings;
  readonly pack: RulePack;
  readonly today: CivilDate;
};

/** From where a customer may take an invoice into an agreement alone. A broken promise is an operator's to renew. */
export const NEGOTIABLE_PLACES: ReadonlySet<Place> = new Set([
  "classified",
  "in contact",
  "awaiting negotiation",
]);

/** What of the invoices can be agreed upon today: in collections, owed, undisputed, and allowed into an agreement. */
export const negotiable = (invoices: readonly Invoice[], rules: Rules): Invoice[] =>
  invoices.filter((invoice) => whyNotNegotiable(invoice, rules) === undefined);

export type NotNegotiable =
  | "not open"
  | "not in collections"
  | "in agreement"
  | "awaits approval"
  | "not collectable"
  | "not authorised";

export function whyNotNegotiable(invoice: Invoice, rules: Rules): NotNegotiable | undefined {
  const { settings, today } = rules;
  if (invoice.place === "in agreement" || invoice.place === "replaced") return "in agreement";
  if (invoice.state !== "open") return "not open";
  if (!NEGOTIABLE_PLACES.has(invoice.place)) return "not in collections";
  if (invoice.heldBy !== undefined) return "awaits approval";
  const law: Law = { settings: lawSettings(settings), pack: rules.pack };
  const facts = {
    dueDate: invoice.dueDate,
    lateAfter: dueFacts(rules, invoice).lateAfter,
    paid: false,
    arisesFromUse: true,
    disputes: invoice.disputes,
  };
  if (legalGate({ act: "collect", facts, today }, law).answer !== "allowed") {
    return "not collectable";
  }
  const authorised = authoriseInvoice(
    { ...invoice, agreement: undefined },
    {
      allowFiscalDocument: settings["authorise.fiscalDocument"],
      allowRemittance: settings["authorise.remittance"],
    },
  );
  return authorised === "authorised" ? undefined : "not authorised";
}

/** Oldest first. Undefined when there is nothing to agree upon. */
export function offeredDebt(invoices: readonly Invoice[], rules: Rules): OfferedDebt | undefined {
  const oldest = invoices.map(({ dueDate }) => dueDate).sort()[0];
  if (oldest === undefined) return undefined;
  const offered = invoices.map((invoice) => offeredInvoice(invoice, rules));
  const sum = (part: "balanceCents" | "fineCents" | "interestCents"): Cents =>
    sumCents(offered.map((one) => one[part]));
  const parts = {
    balanceCents: sum("balanceCents"),
    fineCents: sum("fineCents"),
    interestCents: sum("interestCents"),
  };
  return {
    invoices: offered,
    ...parts,
    totalCents: sumCents(Object.values(parts)),
    daysOverdue: daysBetween(oldest, rules.today),
  };
}

function offeredInvoice(invoice: Invoice, rules: Rules): OfferedInvoice {
  const { balanceCents, fineCents, interestCents } = dueFacts(rules, invoice);
  const { id, dueDate, fined } = invoice;
  return { invoice: id, dueDate, fined, balanceCents, fineCents, interestCents };
}

const dueFacts = (rules: Rules, invoice: Invoice) => amountDue(invoice, amountDueFacts(rules));

export const amountDueFacts = ({ settings, pack, today }: Rules): AmountDueFacts => ({
  today,
  pack,
  localHolidays: new Set(settings["calendar.extraHolidays"]),
  charges: { fine: settings["charge.lateFine"], interest: settings["charge.lateInterest"] },
});
