import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import { type InvoiceId, isReservedInvoiceId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { manyLines, orNull } from "../work/clean-text.ts";
import { MAX_NOTE } from "../work/limits.ts";
import type { DisputeRecord } from "../work-ports.ts";
import { cancelInvoice } from "./cancel-invoice.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { command } from "./command.ts";
import { lockedInvoice } from "./locked-invoice.ts";
import { record } from "./record.ts";

export type AnswerDispute = {
  readonly dispute: number;
  /** The customer was right. */
  readonly upheld: boolean;
  /** When the customer was told; without it, today. */
  readonly answeredOn?: CivilDate | undefined;
  readonly note?: string | undefined;
};
export type DisputeAnswered = {
  readonly dispute: number;
  readonly invoice: InvoiceId;
  readonly upheld: boolean;
  /** It was unpaid, and is owed no more. */
  readonly cancelled: boolean;
};

/** Answers the customer. Was the customer right, an unpaid invoice is cancelled. */
export const answerDispute = command<AnswerDispute, DisputeAnswered>(
  "dispute answer",
  "dispute.answer",
  async (unit, { input, today }) => {
    const loaded = await loadOpen(unit, input.dispute);
    if (!loaded.ok) return loaded;
    const { dispute, invoice } = loaded.value;
    const { upheld, answeredOn = today } = input;
    const note = orNull(input.note, manyLines);
    const refusal =
      checkOptionalText("notes", note, MAX_NOTE) ?? checkDay(answeredOn, dispute, today);
    if (refusal !== undefined) return refuse(refusal);
    const cancelled = upheld && invoice.state === "open";
    const kept = cancelled ? await whyKept(unit, invoice) : undefined;
    if (kept !== undefined) return refuse(kept);

    await unit.answerDispute(dispute.id, { on: answeredOn, upheld });
    await record(unit, [
      {
        kind: "dispute_answered",
        customer: dispute.customer,
        invoice: invoice.id,
        data: { dispute: dispute.id, upheld, answeredOn, note },
      },
    ]);
    if (cancelled) await cancelInvoice(unit, invoice, { dispute: dispute.id, today });
    return accept({ dispute: dispute.id, invoice: invoice.id, upheld, cancelled });
  },
);

type Contested = { readonly dispute: DisputeRecord; readonly invoice: Invoice };

async function loadOpen(unit: Unit, id: number): Promise<Result<Contested, Refusal>> {
  const seen = await unit.dispute(id);
  if (seen === undefined) return refuse({ code: "dispute_unknown", dispute: id });
  const invoice = await lockedInvoice(unit, seen.invoice);
  if (!invoice.ok) return invoice;
  const dispute = (await unit.dispute(id)) ?? seen;
  const { answeredOn } = dispute;
  return answeredOn === null
    ? accept({ dispute, invoice: invoice.value })
    : refuse({ code: "dispute_already_answered", dispute: id, answeredOn });
}

function checkDay(
  got: CivilDate,
  { openedOn }: DisputeRecord,
  today: CivilDate,
): Refusal | undefined {
  if (got > today) return { code: "day_in_the_future", field: "answeredOn", got, today };
  return got < openedOn ? { code: "answer_before_dispute", got, openedOn } : undefined;
}

/** What must be undone before the invoice can be cancelled. */
async function whyKept(unit: Unit, invoice: Invoice): Promise<Refusal | undefined> {
  const { id, agreement } = invoice;
  if (isReservedInvoiceId(id) && agreement !== undefined) {
    return { code: "dispute_of_promise", invoice: id, agreement };
  }
  const [listed] = await unit.liveSpcRecords([id]);
  return listed === undefined
    ? undefined
    : { code: "spc_record_live", invoice: id, record: listed.record };
}
