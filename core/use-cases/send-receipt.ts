import { addBusinessDays } from "../business-days.ts";
import type { CivilDate } from "../calendar.ts";
import type { CustomerId, InvoiceId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import { accept, refuse } from "../result.ts";
import { attachmentName, type StoredFile } from "../work/attachments.ts";
import { record } from "./record.ts";
import { type FromChat, selfService } from "./self-service.ts";
import { giveTask, type TaskWords } from "./self-service-task.ts";

/** The bytes are in the store already. */
export type SendReceipt = {
  readonly file: StoredFile;
  readonly name: string;
  readonly description: string;
  readonly task: TaskWords;
  /** What it is said to have paid; none: the customer did not say. */
  readonly invoices: readonly InvoiceId[];
};
export type ReceiptSent = { readonly receipt: number; readonly heldUntil: CivilDate };

/** Proof of a payment is a photo or a PDF. */
const RECEIPT_TYPES: ReadonlySet<string> = new Set([
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
]);

/** Somebody looks at it, and until then, for a few business days, nothing is asked of the customer. */
export const sendReceipt = selfService<SendReceipt, ReceiptSent>(
  "receipt send",
  async (unit, { id: customer }, { input, today }) => {
    const { file } = input;
    if (!RECEIPT_TYPES.has(file.mediaType)) {
      return refuse({ code: "receipt_type_refused", got: file.mediaType });
    }
    const settings = await unit.settings();
    const holidays = new Set(settings["calendar.extraHolidays"]);
    const days = settings["selfService.receiptHoldDays"];
    const heldUntil = addBusinessDays(today, days, holidays);
    const attachment = await attach(unit, customer, input);
    const task = await giveTask(unit, { customer, words: input.task, dueOn: heldUntil });
    if (!task.ok) return task;
    const receipt = await keep(unit, { customer, attachment, task: task.value, heldUntil, input });
    return accept({ receipt, heldUntil });
  },
);

async function attach(
  unit: Unit,
  customer: CustomerId,
  { file, name, description }: SendReceipt,
): Promise<number> {
  const clean = attachmentName(name, file.mediaType);
  const attachment = await unit.addAttachment({ ...file, customer, name: clean, description });
  const data = { attachment, name: clean, sizeBytes: file.sizeBytes };
  await record(unit, [{ kind: "attachment_added", customer, data }]);
  return attachment;
}

type Keeping = {
  readonly customer: CustomerId;
  readonly attachment: number;
  readonly task: number;
  readonly heldUntil: CivilDate;
  readonly input: SendReceipt & FromChat;
};

async function keep(unit: Unit, { customer, attachment, task, heldUntil, input }: Keeping) {
  const hold = await unit.holdLadder({ customer, reason: "receipt", until: heldUntil });
  const { chat } = input;
  const receipt = await unit.addReceipt({ customer, chat, attachment, task, hold });
  const own = new Set((await unit.openInvoices(customer)).map(({ id }) => id));
  const invoices = input.invoices.filter((invoice) => own.has(invoice));
  await record(unit, [
    { kind: "receipt_sent", customer, data: { receipt, task, heldUntil, invoices } },
  ]);
  return receipt;
}
