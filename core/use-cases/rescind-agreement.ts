import { planRescission, type Rescission, type RestoredSource } from "../agreement/rescind.ts";
import type { CivilDate } from "../calendar.ts";
import { balanceOf } from "../collection/invoice.ts";
import type { AgreementNumber, InvoiceId } from "../ids.ts";
import { type Cents, cents, sumCents, ZERO } from "../money.ts";
import type { Agreement, AgreementMember, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { command } from "./command.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";
import { settleRecords, voidApproval } from "./settle-invoice.ts";

export type RescindAgreement = { readonly agreement: AgreementNumber; readonly reason: string };
export type Rescinded = {
  readonly agreement: AgreementNumber;
  readonly restored: readonly { invoice: InvoiceId; amount: Cents; credited: Cents }[];
};

/**
 * Takes an agreement back (SPEC 2): unpaid new invoices are deleted, the sources come back to negotiation, and what was
 * paid is credited to them, oldest due date first.
 */
export const rescindAgreement = command<RescindAgreement, Rescinded>(
  "rescind",
  "agreement.rescind",
  async (unit, { input, today }) => {
    const empty = checkReason(input.reason);
    if (empty !== undefined) return refuse(empty);
    const loaded = await loadLive(unit, input.agreement);
    if (!loaded.ok) return loaded;
    const agreement = loaded.value;
    for (const { invoice } of agreement.members) await voidApproval(unit, invoice, today);
    const { restored, left } =
      agreement.kind === "unchanged"
        ? await restoreAwaited(unit, agreement)
        : await restoreReplaced(unit, agreement, today);
    const credited = sumCents(restored.map((source) => source.credited));
    await unit.setAgreementStatus(agreement.number, "rescinded", {
      on: today,
      reason: input.reason,
    });
    await record(unit, [
      ...restored.map(({ invoice, amount, credited: creditedCents, settled }) => ({
        kind: "invoice_restored" as const,
        customer: agreement.customer,
        agreement: agreement.number,
        invoice,
        data: { amountCents: amount, creditedCents, settled },
      })),
      {
        kind: "agreement_rescinded",
        customer: agreement.customer,
        agreement: agreement.number,
        data: { reason: input.reason, creditedCents: credited, leftCents: left },
      },
    ]);
    return accept({
      agreement: agreement.number,
      restored: restored.map(({ invoice, amount, credited: c }) => ({
        invoice,
        amount,
        credited: c,
      })),
    });
  },
);

async function loadLive(unit: Unit, number: AgreementNumber): Promise<Result<Agreement, Refusal>> {
  const customer = await unit.customerOfAgreement(number);
  if (customer === undefined) return refuse({ code: "agreement_unknown", agreement: number });
  await unit.lockCustomer(customer);
  const agreement = await unit.agreement(number);
  if (agreement === undefined) return refuse({ code: "agreement_unknown", agreement: number });
  if (agreement.status !== "live") {
    return refuse({ code: "agreement_not_live", agreement: number, status: agreement.status });
  }
  for (const { live, invoice } of agreement.members) {
    if (live || invoice.agreement === undefined) continue;
    return refuse({ code: "invoice_moved_on", invoice: invoice.id, agreement: invoice.agreement });
  }
  const [listed] = await unit.liveSpcRecords(idsOf(agreement.members.filter(isUnpaid)));
  return listed === undefined
    ? accept(agreement)
    : refuse({ code: "spc_record_live", invoice: listed.invoice, record: listed.record });
}

/** Open, and this agreement's: a new invoice that moved on and came back, when its later agreement was rescinded, still is. */
const isUnpaid = ({ live, isSource, isAwaited, invoice }: AgreementMember): boolean =>
  isAwaited && invoice.state === "open" && (live || !isSource);

/** An unchanged agreement's invoices are its sources: the unpaid ones go back as they are, the paid ones stay paid. */
async function restoreAwaited(unit: Unit, agreement: Agreement): Promise<Rescission> {
  const members = agreement.members.filter(({ live }) => live);
  const unpaid = members.filter(({ invoice }) => invoice.place === "in agreement");
  await unit.freeMembers(agreement.number, idsOf(unpaid));
  await unit.changeCollection(
    unpaid.map(({ invoice }) => ({
      ...inNoAgreement(invoice),
      stage: "awaiting negotiation",
      operator: invoice.operator,
    })),
  );
  const restored = members.map(({ invoice, enteredCents }) => ({
    invoice: invoice.id,
    amount: invoice.amountCents,
    credited: cents(enteredCents - balanceOf(invoice)),
    settled: invoice.state === "paid",
  }));
  return { restored, left: ZERO };
}

async function restoreReplaced(
  unit: Unit,
  agreement: Agreement,
  today: CivilDate,
): Promise<Rescission> {
  const sources = agreement.members.filter(({ isSource }) => isSource);
  const awaited = agreement.members.filter(({ isAwaited }) => isAwaited);
  await deleteUnpaid(unit, agreement, awaited);
  const paidCents = sumCents(awaited.map(({ invoice }) => invoice.paidCents));
  const rescission = planRescission(
    sources.map(({ invoice }) => ({
      invoice: invoice.id,
      number: invoice.number ?? "",
      dueDate: invoice.dueDate,
      amount: invoice.amountCents,
      alreadyPaid: invoice.paidCents,
    })),
    paidCents,
  );
  await unit.freeMembers(agreement.number, idsOf(sources));
  await giveBack(unit, { agreement, sources, restored: rescission.restored, today });
  return rescission;
}

async function deleteUnpaid(
  unit: Unit,
  { number, customer }: Agreement,
  awaited: readonly AgreementMember[],
): Promise<void> {
  const unpaid = awaited.filter(isUnpaid);
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

type GivingBack = {
  readonly agreement: Agreement;
  readonly sources: readonly AgreementMember[];
  readonly restored: readonly RestoredSource[];
  readonly today: CivilDate;
};

async function giveBack(
  unit: Unit,
  { agreement, sources, restored, today }: GivingBack,
): Promise<void> {
  const outcome = new Map(restored.map((source) => [source.invoice, source]));
  const rows = sources.map(({ invoice }) => {
    const { credited = ZERO, settled = false } = outcome.get(invoice.id) ?? {};
    const paidCents = cents(invoice.paidCents + credited);
    return { invoice: { ...invoice, paidCents }, credited, settled };
  });
  for (const { invoice, credited } of rows.filter((row) => row.credited > 0)) {
    await unit.recordPayment({
      invoice: invoice.id,
      customer: agreement.customer,
      amountCents: credited,
      appliedCents: credited,
      paidAt: today,
      method: `agreement ${agreement.number}`,
      source: "credit",
    });
  }
  await unit.setInvoiceState(
    rows.map(({ invoice, settled }) => ({
      invoice: invoice.id,
      state: settled ? "paid" : "open",
      paidCents: invoice.paidCents,
    })),
  );
  await settleRecords(
    unit,
    rows.filter((row) => row.settled).map(({ invoice }) => invoice),
    today,
  );
  await unit.changeCollection(
    rows.map(({ invoice, settled }) => ({
      ...inNoAgreement(invoice),
      operator: invoice.operator,
      ...(settled
        ? {
            stage: "settled",
            amountCents: invoice.amountCents,
            agreement: agreement.number,
            settledOn: today,
          }
        : { stage: "awaiting negotiation" }),
    })),
  );
}

const idsOf = (members: readonly AgreementMember[]): InvoiceId[] =>
  members.map(({ invoice }) => invoice.id);
