import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { confirmCollection } from "#core/use-cases/confirm-collection.ts";
import { startCollection } from "#core/use-cases/start-collection.ts";
import { ask } from "../call.ts";
import { define, needed, optional } from "../command.ts";
import { id, list } from "../readers.ts";

const CUSTOMER = needed("--customer <id>", "the customer's id", id<CustomerId>("a customer's id"));

export const start = define({
  name: "start",
  help: "Takes chosen invoices of a customer from classified to in contact; without --invoices all that are classified.",
  example: "--customer C1042 --invoices F881,F902",
  flags: {
    customer: CUSTOMER,
    invoices: optional(
      "--invoices <ids>",
      "invoice ids, separated by commas",
      list(id<InvoiceId>("an invoice's id")),
    ),
  },
  async work(call, { customer, invoices }) {
    const started = await ask(call, startCollection, { customer, invoices });
    return {
      json: { customer, invoices: started.invoices, stage: started.stage },
      text: [`In contact: ${started.invoices.join(", ")}.`],
    };
  },
});

export const confirm = define({
  name: "confirm",
  help: "Takes all invoices of a customer that are in contact to awaiting negotiation, and opens the collection account if there is none yet.",
  example: "--customer C1042",
  flags: { customer: CUSTOMER },
  async work(call, { customer }) {
    const { invoices, stage, account } = await ask(call, confirmCollection, { customer });
    return {
      json: { customer, invoices, stage, account },
      text: [`Awaiting negotiation: ${invoices.join(", ")}. Account ${account}.`],
    };
  },
});
