import { accept } from "../result.ts";
import { decideRemoval } from "../spc/decide-spc.ts";
import { command } from "./command.ts";
import { lockedInvoice } from "./locked-invoice.ts";
import { record } from "./record.ts";
import type { SpcAnswer, SpcRequest } from "./register-in-spc.ts";

/** Notes that an invoice's record was taken out of the bureau; always lawful. */
export const removeFromSpc = command<SpcRequest, SpcAnswer>(
  "spc remove",
  "spc.remove",
  async (unit, { input, today }) => {
    const locked = await lockedInvoice(unit, input.invoice);
    if (!locked.ok) return locked;
    const { customer } = locked.value;
    const [live] = await unit.liveSpcRecords([input.invoice]);
    const decided = decideRemoval({
      invoice: input.invoice,
      liveRecord: live?.record ?? null,
      details: input.details,
    });
    if (!decided.ok) return decided;
    const { record: number, details } = decided.value;
    await unit.removeSpc(number, details, today);
    await record(unit, [
      {
        kind: "spc_removed",
        customer,
        invoice: input.invoice,
        data: { record: number, details },
      },
    ]);
    return accept({ record: number, invoice: input.invoice, status: "removed" });
  },
);
