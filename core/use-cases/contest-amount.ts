import { addDays, type CivilDate } from "../calendar.ts";
import type { InvoiceId } from "../ids.ts";
import { packFor } from "../law/rule-pack.ts";
import { accept, refuse } from "../result.ts";
import { disputeInvoice } from "./open-dispute.ts";
import { record } from "./record.ts";
import { selfService } from "./self-service.ts";
import { giveTask, type TaskWords } from "./self-service-task.ts";

export type ContestAmount = {
  readonly invoice: InvoiceId;
  readonly reason: string;
  readonly task: TaskWords;
};
export type Contested = {
  readonly dispute: number;
  readonly invoice: InvoiceId;
  /** By then the customer has an answer, or is right (RGC, contestação de débitos). */
  readonly answerBy: CivilDate;
};

/** The customer contests an amount: nobody asks for it, and the law's clocks stand still, until it is answered. */
export const contestAmount = selfService<ContestAmount, Contested>(
  "contest",
  async (unit, { id: customer }, { input, today }) => {
    const [invoice] = await unit.invoices([input.invoice]);
    if (invoice === undefined || invoice.customer !== customer) {
      return refuse({ code: "invoice_unknown", invoice: input.invoice });
    }
    const { reason } = input;
    const opened = await disputeInvoice(unit, invoice, { reason, openedOn: today, today });
    if (!opened.ok) return opened;
    const { dispute } = opened.value;
    const answerBy = addDays(today, packFor(today).rules.dispute.value.answerDays);
    const task = await giveTask(unit, { customer, words: input.task, dueOn: answerBy });
    if (!task.ok) return task;
    const data = { dispute, task: task.value, answerBy };
    await record(unit, [{ kind: "amount_contested", customer, invoice: invoice.id, data }]);
    return accept({ dispute, invoice: invoice.id, answerBy });
  },
);
