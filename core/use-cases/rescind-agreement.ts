import { mayBeRescinded, type Rescission } from "../agreement/rescind.ts";
import { balanceOf } from "../collection/invoice.ts";
import type { AgreementNumber, InvoiceId } from "../ids.ts";
import { type Cents, cents, sumCents, ZERO } from "../money.ts";
import type { Agreement, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { command } from "./command.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";
import { idsOf, isUnpaid, restoreReplaced } from "./restore-replaced.ts";
import { voidApproval } from "./settle-invoice.ts";

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
    const loaded = await loadRescindable(unit, input.agreement);
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

async function loadRescindable(
  unit: Unit,
  number: AgreementNumber,
): Promise<Result<Agreement, Refusal>> {
  const customer = await unit.customerOfAgreement(number);
  if (customer === undefined) return refuse({ code: "agreement_unknown", agreement: number });
  await unit.lockCustomer(customer);
  const agreement = await unit.agreement(number);
  if (agreement === undefined) return refuse({ code: "agreement_unknown", agreement: number });
  if (!mayBeRescinded(agreement)) {
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
