import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { AgreementNumber } from "../ids.ts";
import type { Agreement, Unit } from "../ports.ts";
import { record } from "./record.ts";

/** Frees broken invoices from their earlier agreements for a new one; an agreement left with none is closed. */
export async function leaveAgreements(
  unit: Unit,
  invoices: readonly Invoice[],
  next: { readonly agreement: AgreementNumber; readonly today: CivilDate },
): Promise<void> {
  const leaving = Map.groupBy(
    invoices.filter((invoice) => invoice.place === "in agreement"),
    (invoice) => invoice.agreement,
  );
  for (const [number, members] of leaving) {
    if (number === undefined) continue;
    await unit.freeMembers(
      number,
      members.map(({ id }) => id),
    );
    const left = await unit.agreement(number);
    if (left === undefined || awaitsMore(left)) continue;
    await unit.setAgreementStatus(number, "renegotiated", {
      on: next.today,
      reason: `agreement ${next.agreement}`,
    });
    await record(unit, [
      {
        kind: "agreement_renegotiated",
        customer: left.customer,
        agreement: number,
        data: { by: next.agreement },
      },
    ]);
  }
}

/** Some invoice of the agreement is still in it and unpaid. */
export const awaitsMore = (agreement: Agreement): boolean =>
  agreement.members.some(
    ({ live, isAwaited, invoice }) => live && isAwaited && invoice.state === "open",
  );
