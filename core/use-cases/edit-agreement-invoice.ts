import { breaksAfter } from "../agreement/breaking.ts";
import { firstBusinessDayOnOrAfter } from "../business-days.ts";
import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import { type AgreementNumber, type InvoiceId, isReservedInvoiceId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { oneLine } from "../work/clean-text.ts";
import { MAX_SUBJECT } from "../work/limits.ts";
import { checkText } from "./check-text.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { command } from "./command.ts";
import { lockedInvoice } from "./locked-invoice.ts";
import { record } from "./record.ts";
import { voidApproval } from "./settle-invoice.ts";

/** What is left out stays. The amount stays always: the agreement's total is a promise. */
export type EditAgreementInvoice = {
  readonly invoice: InvoiceId;
  readonly dueDate?: CivilDate | undefined;
  readonly description?: string | undefined;
};
export type Edited = {
  readonly invoice: InvoiceId;
  readonly dueDate: CivilDate;
  readonly description: string;
  /** Last day on which the promise can be kept. */
  readonly breaksAfter: CivilDate;
};

/** Gives an unpaid invoice that an agreement made another due date or description. */
export const editAgreementInvoice = command<EditAgreementInvoice, Edited>(
  "invoice edit",
  "invoice.edit",
  async (unit, { input, today }) => {
    const loaded = await loadEditable(unit, input.invoice);
    if (!loaded.ok) return loaded;
    const { invoice, agreement, toleranceDate, description: before } = loaded.value;
    const { dueDate = invoice.dueDate } = input;
    const description = oneLine(input.description ?? before);
    const isMoved = dueDate !== invoice.dueDate;
    const refusal = checkText("description", description, MAX_SUBJECT);
    if (refusal !== undefined) return refuse(refusal);
    if (isMoved && dueDate < today) {
      return refuse({ code: "day_in_the_past", field: "due", got: dueDate, today });
    }
    if (!isMoved && description === before) return refuse({ code: "nothing_changed" });

    const settings = await unit.settings();
    const holidays = new Set(settings["calendar.extraHolidays"]);
    const lastDay = breaksAfter(toleranceDate, dueDate, (day) =>
      firstBusinessDayOnOrAfter(day, holidays),
    );
    await unit.editInvoice(invoice.id, { dueDate, description });
    if (isMoved) {
      // Whoever was asked to approve a renegotiation of it saw another date.
      await voidApproval(unit, invoice, today);
      await unit.changeCollection([
        {
          ...inNoAgreement(invoice),
          dueDate,
          stage: "in agreement",
          agreement,
          toleranceDate,
          breaksAfter: lastDay,
          operator: invoice.operator,
        },
      ]);
    }
    await record(unit, [
      {
        kind: "invoice_edited",
        customer: invoice.customer,
        invoice: invoice.id,
        agreement,
        data: { dueDate, previousDueDate: invoice.dueDate, description },
      },
    ]);
    return accept({ invoice: invoice.id, dueDate, description, breaksAfter: lastDay });
  },
);

type Editable = {
  readonly invoice: Invoice;
  readonly agreement: AgreementNumber;
  readonly toleranceDate: CivilDate;
  readonly description: string;
};

async function loadEditable(unit: Unit, id: InvoiceId): Promise<Result<Editable, Refusal>> {
  const locked = await lockedInvoice(unit, id);
  if (!locked.ok) return locked;
  const invoice = locked.value;
  if (invoice.state === "paid") return refuse({ code: "already_paid", invoice: id });
  const agreement =
    invoice.agreement === undefined ? undefined : await unit.agreement(invoice.agreement);
  if (invoice.place !== "in agreement" || agreement === undefined) {
    const expected = ["in agreement"] as const;
    return refuse({ code: "stage_does_not_fit", invoice: id, stage: invoice.place, expected });
  }
  if (!isReservedInvoiceId(id)) return refuse({ code: "invoice_of_billing", invoice: id });
  const [listed] = await unit.liveSpcRecords([id]);
  if (listed !== undefined) {
    return refuse({ code: "spc_record_live", invoice: id, record: listed.record });
  }
  const { number, toleranceDate } = agreement;
  const description = (await unit.descriptionOf(id)) ?? "";
  return accept({ invoice, agreement: number, toleranceDate, description });
}
