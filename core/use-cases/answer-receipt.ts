import { accept, refuse } from "../result.ts";
import { orNull } from "../work/clean-text.ts";
import { MAX_NOTE } from "../work/limits.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { lockedCustomer } from "./command.ts";
import { record } from "./record.ts";
import { timedCommand } from "./timed-command.ts";

export type AnswerReceipt = {
  readonly receipt: number;
  /** The money is there, or will be: the payment itself comes by its own way. */
  readonly confirmed: boolean;
  /** For the customer to read. */
  readonly note?: string | undefined;
};
export type ReceiptAnswered = { readonly receipt: number; readonly confirmed: boolean };

/** Tells the customer what came of a proof of payment, ends its task, and when it proves nothing the hold of the ladder. */
export const answerReceipt = timedCommand<AnswerReceipt, ReceiptAnswered>(
  "receipt answer",
  "task.manage",
  async (unit, { input }) => {
    const { receipt: id, confirmed, now } = input;
    const seen = await unit.receipt(id);
    if (seen === undefined) return refuse({ code: "receipt_unknown", receipt: id });
    const { customer } = seen;
    const locked = await lockedCustomer(unit, customer);
    if (!locked.ok) return locked;
    const found = await unit.receipt(id);
    if (found?.status !== "open") return refuse({ code: "receipt_already_answered", receipt: id });
    const note = orNull(input.note);
    const tooLong = checkOptionalText("note", note, MAX_NOTE);
    if (tooLong !== undefined) return refuse(tooLong);
    await unit.answerReceipt(id, { confirmed, note });
    if (!confirmed) await unit.endHold(found.hold);
    const task = await unit.task(found.task);
    if (task?.status === "open") {
      const by = unit.actor.id;
      await unit.closeTask(task.id, { as: "done", by, atMs: now, note });
      const data = { task: task.id, title: task.title, finishedBy: by, notes: note };
      await record(unit, [{ kind: "task_completed", customer, data }]);
    }
    await record(unit, [{ kind: "receipt_answered", customer, data: { receipt: id, confirmed } }]);
    return accept({ receipt: id, confirmed });
  },
);
