import { creditDays } from "../agreement/credit-days.ts";
import { planRescission, type Rescission, type RestoredSource } from "../agreement/rescind.ts";
import { type CivilDate, laterOf } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { InvoiceId } from "../ids.ts";
import { type Cents, cents, sumCents } from "../money.ts";
import type { Agreement, AgreementMember, Unit } from "../ports.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { record } from "./record.ts";
import { releaseInvoice, settleRecords } from "./settle-invoice.ts";

/**
 * Undoes a renegotiated agreement: its unpaid new invoices are deleted, its paid ones leave the settled ones, and its sources
 * come back with all the money that was received, also what was paid over an instalment.
 */
export async function restoreReplaced(
  unit: Unit,
  agreement: Agreement,
  today: CivilDate,
): Promise<Rescission> {
  const sources = agreement.members.filter(({ isSource }) => isSource);
  const awaited = agreement.members.filter(({ isAwaited }) => isAwaited);
  const receipts = await unit.receivedOn(idsOf(awaited));
  await deleteUnpaid(unit, agreement, awaited.filter(isUnpaid));
  const paid = awaited.filter(({ live, invoice }) => live && invoice.state === "paid");
  await releasePaid(unit, agreement, { paid, today });
  const rescission = planRescission(
    sources.map(({ invoice }) => ({
      invoice: invoice.id,
      number: invoice.number ?? "",
      dueDate: invoice.dueDate,
      amount: invoice.amountCents,
      alreadyPaid: invoice.paidCents,
    })),
    sumCents(receipts.map((receipt) => receipt.cents)),
  );
  await unit.freeMembers(agreement.number, idsOf(sources));
  const days = creditDays(rescission.restored, receipts);
  const outcome = new Map(rescission.restored.map((source) => [source.invoice, source]));
  const back: GivenBack[] = [];
  for (const { invoice } of sources) {
    const restored = outcome.get(invoice.id);
    if (restored === undefined) continue;
    back.push(
      await givenBack(unit, invoice, { restored, creditedOn: days.get(invoice.id), today }),
    );
  }
  await giveBack(unit, agreement, back);
  return rescission;
}

/** Open, and this agreement's: a new invoice that moved on and came back, when its later agreement was rescinded, still is. */
export const isUnpaid = ({ live, isSource, isAwaited, invoice }: AgreementMember): boolean =>
  isAwaited && invoice.state === "open" && (live || !isSource);

export const idsOf = (members: readonly AgreementMember[]): InvoiceId[] =>
  members.map(({ invoice }) => invoice.id);

async function deleteUnpaid(
  unit: Unit,
  { number, customer }: Agreement,
  unpaid: readonly AgreementMember[],
): Promise<void> {
  const ids = idsOf(unpaid);
  await unit.freeMembers(number, ids);
  await unit.setInvoiceState(
    unpaid.map(({ invoice }) => ({
      invoice: invoice.id,
      state: "deleted",
      paidCents: invoice.paidCents,
    })),
  );
  await unit.release(ids);
  await record(
    unit,
    ids.map((invoice) => ({
      kind: "invoice_deleted" as const,
      customer,
      agreement: number,
      invoice,
      data: { reason: "agreement rescinded" },
    })),
  );
}

type Paid = { readonly paid: readonly AgreementMember[]; readonly today: CivilDate };

/** They stay paid, but their money is the sources' now: standing among the settled ones as well it would count twice. */
async function releasePaid(unit: Unit, { number }: Agreement, { paid, today }: Paid) {
  await unit.freeMembers(number, idsOf(paid));
  for (const { invoice } of paid) {
    // Paid outside, and not followed up yet: nobody will look at it again.
    await settleRecords(unit, [invoice], (await unit.lastPaidOn(invoice.id)) ?? today);
    await releaseInvoice(unit, invoice, "agreement rescinded");
  }
}

/** A source as it comes back: what it has received with its credit, and since when. */
type GivenBack = {
  readonly invoice: Invoice;
  readonly credited: Cents;
  readonly settled: boolean;
  /** The day of the last money that it received. */
  readonly paidOn: CivilDate;
};

async function givenBack(
  unit: Unit,
  invoice: Invoice,
  {
    restored: { credited, settled },
    creditedOn,
    today,
  }: {
    readonly restored: RestoredSource;
    readonly creditedOn: CivilDate | undefined;
    readonly today: CivilDate;
  },
): Promise<GivenBack> {
  const ownPaidOn = await unit.lastPaidOn(invoice.id);
  const paidOn =
    creditedOn === undefined || ownPaidOn === undefined
      ? (creditedOn ?? ownPaidOn ?? today)
      : laterOf(creditedOn, ownPaidOn);
  const paidCents = cents(invoice.paidCents + credited);
  return { invoice: { ...invoice, paidCents }, credited, settled, paidOn };
}

async function giveBack(
  unit: Unit,
  { number, customer }: Agreement,
  back: readonly GivenBack[],
): Promise<void> {
  for (const { invoice, credited, paidOn } of back.filter((one) => one.credited > 0)) {
    await unit.recordPayment({
      invoice: invoice.id,
      customer,
      amountCents: credited,
      appliedCents: credited,
      paidAt: paidOn,
      method: `agreement ${number}`,
      source: "credit",
    });
  }
  await unit.setInvoiceState(
    back.map(({ invoice, settled }) => ({
      invoice: invoice.id,
      state: settled ? "paid" : "open",
      paidCents: invoice.paidCents,
    })),
  );
  for (const { invoice, paidOn } of back.filter((one) => one.settled)) {
    await settleRecords(unit, [invoice], paidOn);
  }
  // A first instalment no longer stands for what is owed again.
  for (const reopened of await unit.reopenedSpcRecords(number)) {
    await unit.settleSpc(reopened.record, null);
  }
  await unit.changeCollection(
    back.map(({ invoice, settled, paidOn }) => ({
      ...inNoAgreement(invoice),
      operator: invoice.operator,
      ...(settled
        ? {
            stage: "settled",
            amountCents: invoice.amountCents,
            agreement: number,
            settledOn: paidOn,
          }
        : { stage: "awaiting negotiation" }),
    })),
  );
}
