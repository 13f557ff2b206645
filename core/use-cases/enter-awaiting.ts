import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import type { DomainEvent } from "../events.ts";
import type { Customer, Unit } from "../ports.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { record } from "./record.ts";

type Entering = { readonly customer: Customer; readonly invoices: readonly Invoice[] };

/**
 * Who comes to settle needs nobody to start and confirm the contact first: what is classified or in contact goes the same way
 * at once, step by step, and the account is opened.
 */
export async function enterAwaiting(
  unit: Unit,
  { customer: { id: customer, operator }, invoices }: Entering,
  today: CivilDate,
): Promise<Invoice[]> {
  const { account, opened } = await unit.openAccount(customer, today);
  if (opened) await record(unit, [{ kind: "account_opened", customer, data: { account } }]);
  const moving = invoices.filter(({ place }) => place !== "awaiting negotiation");
  const moved = moving.map((invoice) => ({
    ...inNoAgreement(invoice),
    stage: "awaiting negotiation" as const,
    operator: invoice.operator ?? operator,
  }));
  if (moved.length > 0) await unit.changeCollection(moved);
  await record(
    unit,
    moving.flatMap((invoice) => steps(invoice)),
  );
  return invoices.map((invoice) => ({ ...invoice, place: "awaiting negotiation" }));
}

function steps(invoice: Invoice): DomainEvent[] {
  const about = {
    customer: invoice.customer,
    invoice: invoice.id,
    data: { amountCents: balanceOf(invoice) },
  };
  const confirmed = { kind: "collection_confirmed", ...about } as const;
  return invoice.place === "classified"
    ? [{ kind: "collection_started", ...about }, confirmed]
    : [confirmed];
}
