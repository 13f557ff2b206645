import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { ReleaseReason } from "../events.ts";
import type { AgreementNumber } from "../ids.ts";
import { ZERO } from "../money.ts";
import type { SpcRecord, Unit } from "../ports.ts";
import { removeBy } from "../spc/panels.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { awaitsMore } from "./leave-agreements.ts";
import { record } from "./record.ts";
import { unblockPaid } from "./unblock-paid.ts";

/** `paidOn` is the civil date on which the money was there. */
type Paid = { readonly today: CivilDate; readonly paidOn: CivilDate };

/**
 * What follows when an invoice is paid in full, wherever the news came from (SPEC 2, 3.5): its stage, the agreement that is
 * fulfilled, the approval that has no object any more, the bureau's record that must go, and the connection that is due.
 */
export async function settleInvoice(unit: Unit, invoice: Invoice, paid: Paid): Promise<void> {
  await voidApproval(unit, invoice, paid.today);
  await settleRecords(unit, [invoice], paid.paidOn);
  await leaveStage(unit, invoice, paid);
  await unblockPaid(unit, invoice, paid.today);
}

async function leaveStage(unit: Unit, invoice: Invoice, paid: Paid): Promise<void> {
  switch (invoice.place) {
    case "in contact":
    case "awaiting negotiation":
      return releaseInvoice(unit, invoice, "paid");
    case "in agreement":
      return settleInAgreement(unit, invoice, paid);
    case "classified": // leaves by itself at the classifier's next run
      await unit.setBalance(invoice.id, ZERO);
      return unit.markRecheck([invoice.id]);
    case "settled":
    case "replaced":
    case "none":
      return;
  }
}

export async function releaseInvoice(
  unit: Unit,
  invoice: Invoice,
  reason: ReleaseReason,
): Promise<void> {
  await unit.release([invoice.id]);
  await record(unit, [
    {
      kind: "invoice_released",
      customer: invoice.customer,
      invoice: invoice.id,
      data: { reason, from: invoice.place },
    },
  ]);
}

/** The agreement that waits for approval over an invoice: another of its invoices may have voided it meanwhile. */
export async function waitingOver(
  unit: Unit,
  { heldBy }: Invoice,
): Promise<AgreementNumber | undefined> {
  if (heldBy === undefined) return undefined;
  return (await unit.agreement(heldBy))?.status === "awaiting approval" ? heldBy : undefined;
}

/** An agreement that waits for approval over an invoice that changed meanwhile has lost its figures. */
export async function voidApproval(unit: Unit, invoice: Invoice, today: CivilDate): Promise<void> {
  const agreement = await waitingOver(unit, invoice);
  if (agreement === undefined) return;
  const reason = `invoice ${invoice.id} changed`;
  await unit.closeApproval(agreement, { as: "void", reason, on: today });
  await unit.setAgreementStatus(agreement, "void", { on: today, reason });
  await unit.dropHeldMembers(agreement);
  await record(unit, [
    { kind: "agreement_voided", customer: invoice.customer, agreement, data: { reason } },
  ]);
}

async function settleInAgreement(unit: Unit, invoice: Invoice, paid: Paid): Promise<void> {
  const number = invoice.agreement;
  if (number === undefined) return;
  await unit.changeCollection([
    {
      ...inNoAgreement(invoice),
      amountCents: invoice.amountCents,
      stage: "settled",
      agreement: number,
      settledOn: paid.paidOn,
      operator: invoice.operator,
    },
  ]);
  await record(unit, [
    {
      kind: "invoice_settled",
      customer: invoice.customer,
      invoice: invoice.id,
      agreement: number,
      data: { amountCents: invoice.amountCents },
    },
  ]);
  await fulfil(unit, number, paid);
}

/** Closes a live agreement that awaits nothing more. */
export async function fulfil(unit: Unit, number: AgreementNumber, paid: Paid): Promise<void> {
  const agreement = await unit.agreement(number);
  if (agreement === undefined) return;
  // The first instalment of the agreement that replaced a debt ends the debt's record too (Súmula 548 of the STJ).
  await markCritiques(unit, await unit.replacedSpcRecords(number), paid.paidOn);
  if (awaitsMore(agreement) || agreement.status !== "live") return;
  await unit.setAgreementStatus(number, "fulfilled", { on: paid.today, reason: "paid" });
  await record(unit, [
    {
      kind: "agreement_fulfilled",
      customer: agreement.customer,
      agreement: number,
      data: { totalCents: agreement.totalCents },
    },
  ]);
}

/** The bureau's records of paid invoices: a live one must go in time, a removed one is known as removed after payment. */
export async function settleRecords(
  unit: Unit,
  invoices: readonly Invoice[],
  paidOn: CivilDate,
): Promise<void> {
  if (invoices.length === 0) return;
  await markCritiques(unit, await unit.spcRecords(invoices.map(({ id }) => id)), paidOn);
}

async function markCritiques(
  unit: Unit,
  records: readonly SpcRecord[],
  paidOn: CivilDate,
): Promise<void> {
  const settings = await unit.settings();
  const holidays = new Set(settings["calendar.extraHolidays"]);
  for (const { record: number, customer, invoice, settledOn, expiresOn, removed } of records) {
    if (settledOn !== null) continue;
    const deadline = removeBy({ expiresOn, settledOn: paidOn, replacedOn: null }, holidays);
    await unit.settleSpc(number, { on: paidOn, removeBy: deadline });
    if (removed) continue;
    await record(unit, [
      {
        kind: "spc_became_critique",
        customer,
        invoice,
        data: { record: number, removeBy: deadline },
      },
    ]);
  }
}
