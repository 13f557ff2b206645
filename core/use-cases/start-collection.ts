import { balanceOf, type Invoice } from "../collection/invoice.ts";
import type { CustomerId, InvoiceId } from "../ids.ts";
import type { Customer, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { command, lockedCustomer } from "./command.ts";
import { lawOn } from "./law-on.ts";
import { checkCollectable, checkMove, loadInvoices } from "./load-invoices.ts";
import { record } from "./record.ts";

/** Without `invoices`: all that are classified. */
export type StartCollection = {
  readonly customer: CustomerId;
  readonly invoices?: readonly InvoiceId[] | undefined;
};
export type Started = {
  readonly customer: CustomerId;
  readonly invoices: readonly InvoiceId[];
  readonly stage: "in contact";
};

/** Takes chosen invoices of a customer from the classifier's panel to those whose contact is to be confirmed. */
export const startCollection = command<StartCollection, Started>(
  "start",
  "collection.start",
  async (unit, { input, today }) => {
    const customer = await lockedCustomer(unit, input.customer);
    if (!customer.ok) return customer;
    const chosen = await chooseInvoices(unit, input);
    if (!chosen.ok) return chosen;
    const invoices = chosen.value;
    const refusal =
      checkMove("start", invoices) ?? checkCollectable(invoices, today, await lawOn(unit, today));
    if (refusal !== undefined) return refuse(refusal);
    await moveToContact(unit, customer.value, invoices);
    return accept({
      customer: input.customer,
      invoices: invoices.map(({ id }) => id),
      stage: "in contact",
    });
  },
);

async function chooseInvoices(
  unit: Unit,
  { customer, invoices }: StartCollection,
): Promise<Result<Invoice[], Refusal>> {
  if (invoices !== undefined) {
    return invoices.length === 0
      ? refuse({ code: "no_invoices" })
      : loadInvoices(unit, customer, [...new Set(invoices)]);
  }
  const classified = await unit.collected(customer, "classified");
  return classified.length === 0
    ? refuse({ code: "nothing_classified", customer, stages: await unit.stagesOf(customer) })
    : accept(classified);
}

async function moveToContact(
  unit: Unit,
  customer: Customer,
  invoices: readonly Invoice[],
): Promise<void> {
  const operator = unit.actor.id;
  await unit.changeCollection(
    invoices.map((invoice) => ({
      ...inNoAgreement(invoice),
      stage: "in contact",
      operator,
    })),
  );
  if (customer.operator === null) {
    await unit.assignCustomer(customer.id, operator);
    await record(unit, [{ kind: "customer_assigned", customer: customer.id, data: { operator } }]);
  }
  await record(
    unit,
    invoices.map((invoice) => ({
      kind: "collection_started",
      customer: customer.id,
      invoice: invoice.id,
      data: { amountCents: balanceOf(invoice) },
    })),
  );
}
