import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { InvoiceId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { manyLines } from "../work/clean-text.ts";
import { command } from "./command.ts";
import { lockedInvoice } from "./locked-invoice.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";

export type OpenDispute = {
  readonly invoice: InvoiceId;
  readonly reason: string;
  /** When the customer said so; without it, today. */
  readonly openedOn?: CivilDate | undefined;
};
export type DisputeOpened = {
  readonly dispute: number;
  readonly invoice: InvoiceId;
  readonly openedOn: CivilDate;
};

/** Notes that the customer contests an amount: it is not pressed, and the law's clocks stand still, until it is answered. */
export const openDispute = command<OpenDispute, DisputeOpened>(
  "dispute open",
  "dispute.record",
  async (unit, { input, today }) => {
    const locked = await lockedInvoice(unit, input.invoice);
    if (!locked.ok) return locked;
    return disputeInvoice(unit, locked.value, {
      reason: input.reason,
      openedOn: input.openedOn ?? today,
      today,
    });
  },
);

type Contesting = {
  readonly reason: string;
  readonly openedOn: CivilDate;
  readonly today: CivilDate;
};

/** Of an invoice whose customer is locked. */
export async function disputeInvoice(
  unit: Unit,
  { id: invoice, customer, state, disputes }: Invoice,
  { reason: typed, openedOn, today }: Contesting,
): Promise<Result<DisputeOpened, Refusal>> {
  const reason = manyLines(typed);
  const refusal = checkReason(reason);
  if (refusal !== undefined) return refuse(refusal);
  if (openedOn > today) {
    return refuse({ code: "day_in_the_future", field: "openedOn", got: openedOn, today });
  }
  // What was paid may be contested too: it may have been paid twice, or wrongly.
  if (state !== "open" && state !== "paid") {
    return refuse({ code: "invoice_not_disputable", invoice, state });
  }
  const open = disputes.find(({ answer }) => answer === null);
  if (open !== undefined) {
    return refuse({ code: "dispute_already_open", invoice, openedOn: open.openedOn });
  }
  const dispute = await unit.openDispute({ customer, invoice, reason, openedOn });
  await record(unit, [
    { kind: "dispute_opened", customer, invoice, data: { dispute, reason, openedOn } },
  ]);
  return accept({ dispute, invoice, openedOn });
}
