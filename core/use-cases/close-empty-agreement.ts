import type { CivilDate } from "../calendar.ts";
import type { AgreementNumber } from "../ids.ts";
import type { Unit } from "../ports.ts";
import { awaitsMore } from "./leave-agreements.ts";
import { record } from "./record.ts";
import { fulfil } from "./settle-invoice.ts";

type Cause = { readonly today: CivilDate; readonly reason: string };

/** An invoice left: an agreement that awaits nothing more is fulfilled by what was paid of it, or has lost its object. */
export async function closeEmptyAgreement(
  unit: Unit,
  number: AgreementNumber,
  { today, reason }: Cause,
): Promise<void> {
  const agreement = await unit.agreement(number);
  if (agreement?.status !== "live" || awaitsMore(agreement)) return;
  const isPaid = agreement.members.some(
    ({ live, isAwaited, invoice }) => live && isAwaited && invoice.state === "paid",
  );
  if (isPaid) return fulfil(unit, number, { today, paidOn: today });
  await unit.setAgreementStatus(number, "void", { on: today, reason });
  await record(unit, [
    { kind: "agreement_voided", customer: agreement.customer, agreement: number, data: { reason } },
  ]);
}
