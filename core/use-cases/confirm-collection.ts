import { balanceOf } from "../collection/invoice.ts";
import type { CustomerId, InvoiceId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { command, lockedCustomer } from "./command.ts";
import { record } from "./record.ts";

export type ConfirmCollection = { readonly customer: CustomerId };
export type Confirmed = {
  readonly customer: CustomerId;
  readonly invoices: readonly InvoiceId[];
  readonly stage: "awaiting negotiation";
  readonly account: number;
};

/** Opens the customer's account, if there is none yet, with all invoices whose contact was started. */
export const confirmCollection = command<ConfirmCollection, Confirmed>(
  "confirm",
  "collection.confirm",
  async (unit, { input: { customer: id }, today }) => {
    const customer = await lockedCustomer(unit, id);
    if (!customer.ok) return customer;
    const invoices = await unit.collected(id, "in contact");
    if (invoices.length === 0) {
      const stages = await unit.stagesOf(id);
      return refuse({ code: "nothing_in_contact", customer: id, stages });
    }

    const { account, opened } = await unit.openAccount(id, today);
    if (opened) await record(unit, [{ kind: "account_opened", customer: id, data: { account } }]);
    await unit.changeCollection(
      invoices.map((invoice) => ({
        ...inNoAgreement(invoice),
        stage: "awaiting negotiation",
        operator: invoice.operator,
      })),
    );
    await record(
      unit,
      invoices.map((invoice) => ({
        kind: "collection_confirmed",
        customer: id,
        invoice: invoice.id,
        data: { amountCents: balanceOf(invoice) },
      })),
    );
    const stage = "awaiting negotiation";
    return accept({ customer: id, invoices: invoices.map((i) => i.id), stage, account });
  },
);
