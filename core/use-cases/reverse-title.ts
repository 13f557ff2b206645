import { breaksAfter } from "../agreement/breaking.ts";
import { firstBusinessDayOnOrAfter } from "../business-days.ts";
import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import {
  type AgreementNumber,
  type CustomerId,
  type InvoiceId,
  isReservedInvoiceId,
} from "../ids.ts";
import { cents, ZERO } from "../money.ts";
import type { Unit } from "../ports.ts";
import type { KeptPayment, TitleChange } from "../return-ports.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { record } from "./record.ts";

type Put = Omit<TitleChange, "id" | "spcCritiques">;
type Reversing = {
  readonly titleKey: string;
  readonly invoice: InvoiceId | null;
  readonly customer: CustomerId | null;
};

/**
 * The bank takes a settlement back: a payment of the opposite sign stands beside the first, and the invoice is owed again
 * where it stood before. What moved on since (its agreement was rescinded, the invoice replaced) is for people to sort out.
 */
export async function reverseTitle(
  unit: Unit,
  { titleKey, ...about }: Reversing,
  today: CivilDate,
): Promise<Put> {
  const money = await unit.lastMoneyOf(titleKey);
  if (money === null) return put("not-reversible", about);
  if (money.payment === null) {
    await unit.changeTitles([
      { id: money.title, ...put("dismissed", about), spcCritiques: 0, note: REVERSED },
    ]);
    return put("reversed", about);
  }
  const payment = await unit.payment(money.payment);
  const customer = payment && (await unit.customerOfInvoice(payment.invoice));
  if (payment === undefined || customer === undefined) return put("not-reversible", about);
  await unit.lockCustomer(customer);
  const [invoice] = await unit.invoices([payment.invoice]);
  const of = { invoice: payment.invoice, customer };
  if (invoice === undefined || !isReversible(invoice)) {
    await tell(unit, { payment, of, reversed: false });
    return put("not-reversible", of);
  }
  await takeBack(unit, { invoice, payment }, today);
  return put("reversed", of);
}

const REVERSED = "reversed by the bank";

const put = (
  outcome: Put["outcome"],
  { invoice, customer }: { invoice: InvoiceId | null; customer: CustomerId | null },
): Put => ({ outcome, invoice, customer, payment: null, chargesCents: ZERO });

/** An invoice that its agreement deleted or released with its money credited elsewhere cannot simply be owed again. */
function isReversible(invoice: Invoice): boolean {
  if (invoice.state === "deleted" || invoice.state === "suspended") return false;
  if (invoice.place === "replaced") return false;
  // An agreement's own invoice outside of it: the agreement was taken back, and the money given to its sources.
  return invoice.place !== "none" || !isReservedInvoiceId(invoice.id);
}

type TakingBack = { readonly invoice: Invoice; readonly payment: KeptPayment };

async function takeBack(
  unit: Unit,
  { invoice, payment }: TakingBack,
  today: CivilDate,
): Promise<void> {
  const left = invoice.place === "none" ? await unit.stageLeftByPayment(invoice.id) : undefined;
  const paidCents = cents(invoice.paidCents - payment.appliedCents);
  await unit.recordPayment({
    invoice: invoice.id,
    customer: invoice.customer,
    amountCents: cents(-payment.amountCents),
    appliedCents: cents(-payment.appliedCents),
    paidAt: today,
    method: payment.method,
    source: "return",
    reverses: payment.id,
  });
  await unit.setInvoiceState([{ invoice: invoice.id, state: "open", paidCents }]);
  await tell(unit, {
    payment,
    of: { invoice: invoice.id, customer: invoice.customer },
    reversed: true,
  });
  const owed: Invoice = { ...invoice, state: "open", paidCents };
  if (invoice.place === "settled" && invoice.agreement !== undefined) {
    await reopenInAgreement(unit, { invoice: owed, number: invoice.agreement });
  } else if (invoice.place !== "none") {
    await unit.setBalance(invoice.id, balanceOf(owed));
    await unit.clearRecheck([invoice.id]);
  } else if (left !== undefined) {
    await unit.changeCollection([{ ...inNoAgreement(owed), ...left }]);
    await unit.returnToCollections([invoice.id]);
  }
  await unsettleRecords(unit, owed);
}

/** The promise is awaited again, and an agreement that it had fulfilled is live. */
async function reopenInAgreement(
  unit: Unit,
  { invoice, number }: { readonly invoice: Invoice; readonly number: AgreementNumber },
): Promise<void> {
  const agreement = await unit.agreement(number);
  if (agreement === undefined) return;
  const { toleranceDate, status, customer } = agreement;
  if (status === "rescinded") {
    const { operator } = invoice;
    const stage = "awaiting negotiation" as const;
    return unit.changeCollection([{ ...inNoAgreement(invoice), stage, operator }]);
  }
  const holidays = new Set((await unit.settings())["calendar.extraHolidays"]);
  await unit.changeCollection([
    {
      ...inNoAgreement(invoice),
      stage: "in agreement",
      agreement: number,
      toleranceDate,
      breaksAfter: breaksAfter(toleranceDate, invoice.dueDate, (day) =>
        firstBusinessDayOnOrAfter(day, holidays),
      ),
      operator: invoice.operator,
    },
  ]);
  if (status === "live") return;
  await unit.setAgreementStatus(number, "live", null);
  await record(unit, [
    {
      kind: "agreement_reopened",
      customer,
      agreement: number,
      data: { invoice: invoice.id },
    },
  ]);
}

/** What stands at the bureau stands for a debt again: nothing has to be removed for a payment that was none. */
async function unsettleRecords(unit: Unit, invoice: Invoice): Promise<void> {
  const own = (await unit.spcRecords([invoice.id])).filter(({ settledOn }) => settledOn !== null);
  const replaced =
    invoice.agreement === undefined ? [] : await unit.reopenedSpcRecords(invoice.agreement);
  for (const { record: number, customer, invoice: of, removed } of [...own, ...replaced]) {
    await unit.settleSpc(number, null);
    if (removed) continue;
    await record(unit, [
      { kind: "spc_critique_lifted", customer, invoice: of, data: { record: number } },
    ]);
  }
}

type Telling = {
  readonly payment: KeptPayment;
  readonly of: { readonly invoice: InvoiceId; readonly customer: CustomerId };
  /** False: people have to sort it out. */
  readonly reversed: boolean;
};

const tell = (unit: Unit, { payment, of, reversed }: Telling): Promise<void> =>
  record(unit, [
    {
      kind: "payment_reversed",
      ...of,
      data: { payment: payment.id, amountCents: payment.amountCents, reversed },
    },
  ]);
