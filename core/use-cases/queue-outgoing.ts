import type { Invoice } from "../collection/invoice.ts";
import type { CustomerId, InvoiceId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { MessageChannel } from "../work/contact-records.ts";
import type { NewMessage } from "../work-ports.ts";
import { loadInvoices } from "./load-invoices.ts";
import { record } from "./record.ts";

export type Queued = {
  readonly customer: CustomerId;
  readonly message: number;
  readonly channel: MessageChannel;
  readonly recipients: readonly string[];
  /** SMS only. */
  readonly segments: number | null;
};

/** Puts the message with the customer's and calls for its sending. */
export async function queueOutgoing(
  unit: Unit,
  message: NewMessage,
  vouched: boolean,
): Promise<Queued> {
  const number = await unit.queueMessage(message);
  const { customer, channel, recipients, copies, invoices, segments } = message;
  await record(unit, [
    {
      kind: "message_queued",
      customer,
      data: {
        message: number,
        channel,
        recipients: recipients.length + copies.length,
        vouched,
        invoices,
      },
    },
  ]);
  return { customer, message: number, channel, recipients, segments };
}

/** The invoices that a message is about. One that was withdrawn is owed to nobody; of a paid one the law speaks. */
export async function loadConcerned(
  unit: Unit,
  customer: CustomerId,
  ids: readonly InvoiceId[],
): Promise<Result<readonly Invoice[], Refusal>> {
  if (ids.length === 0) return accept([]);
  const loaded = await loadInvoices(unit, customer, [...new Set(ids)]);
  if (!loaded.ok) return loaded;
  const gone = loaded.value.find(({ state }) => state === "deleted" || state === "suspended");
  return gone === undefined
    ? loaded
    : refuse({ code: "invoice_not_open", invoice: gone.id, state: gone.state });
}
