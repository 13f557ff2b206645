import type { CivilDate } from "../calendar.ts";
import type { InvoiceId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
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
    const { id: invoice, customer, state, disputes } = locked.value;
    const reason = manyLines(input.reason);
    const { openedOn = today } = input;
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
  },
);
