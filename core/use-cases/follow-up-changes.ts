import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import { type CustomerId, type InvoiceId, SYSTEM_OPERATOR } from "../ids.ts";
import type { Ports, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result } from "../result.ts";
import { closeEmptyAgreement } from "./close-empty-agreement.ts";
import { record } from "./record.ts";
import { releaseInvoice, settleInvoice, settleRecords, voidApproval } from "./settle-invoice.ts";
import { unblockPaid } from "./unblock-paid.ts";

const CUSTOMERS_A_ROUND = 200;

/**
 * After an import: invoices in collections that were paid, deleted or suspended outside get what follows from it, customer
 * by customer. Classified ones are left to the classifier's run. Safe to repeat; what one run leaves, the next takes up.
 */
export async function followUpChanges(
  ports: Ports,
  { today }: { readonly today: CivilDate },
): Promise<{ readonly followedUp: number }> {
  let followedUp = 0;
  for (;;) {
    const changed = await ports.changedInvoices(CUSTOMERS_A_ROUND);
    if (changed.length === 0) break;
    for (const { customer, invoices } of changed) {
      const done = await followUpCustomer(ports, { customer, invoices, today });
      if (!done.ok) throw new Error(`follow-up refused: ${JSON.stringify(done.refusal)}`);
      followedUp += done.value;
    }
  }
  await unblockWhoPaid(ports, today);
  return { followedUp };
}

/** Money that billing took in for invoices outside collections opens connections too. */
async function unblockWhoPaid(ports: Ports, today: CivilDate): Promise<void> {
  let after: CustomerId | undefined;
  for (;;) {
    const page = await ports.paidButBlocked(today, { after, limit: CUSTOMERS_A_ROUND });
    for (const { customer, invoice } of page) {
      await ports.transact(
        { command: "follow-up", actor: SYSTEM_OPERATOR, today, fingerprint: "" },
        async (unit) => {
          await unit.lockCustomer(customer);
          await unblockPaid(unit, { id: invoice, customer }, today);
          return accept(null);
        },
      );
    }
    after = page.at(-1)?.customer;
    if (page.length < CUSTOMERS_A_ROUND) return;
  }
}

type Changed = {
  readonly customer: CustomerId;
  readonly invoices: readonly InvoiceId[];
  readonly today: CivilDate;
};

const followUpCustomer = (
  ports: Ports,
  { customer, invoices, today }: Changed,
): Promise<Result<number, Refusal>> =>
  ports.transact(
    { command: "follow-up", actor: SYSTEM_OPERATOR, today, fingerprint: "" },
    async (unit) => {
      await unit.lockCustomer(customer);
      for (const invoice of await unit.invoices(invoices)) {
        await followUp(unit, invoice, today);
      }
      await unit.clearRecheck(invoices);
      return accept(invoices.length);
    },
  );

async function followUp(unit: Unit, invoice: Invoice, today: CivilDate): Promise<void> {
  if (invoice.place === "replaced") return followUpReplaced(unit, invoice, today);
  switch (invoice.state) {
    case "open":
      return voidApproval(unit, invoice, today);
    case "paid":
      return settleInvoice(unit, invoice, {
        today,
        paidOn: (await unit.lastPaidOn(invoice.id)) ?? today,
      });
    case "deleted":
    case "suspended":
      return withdraw(unit, invoice, { state: invoice.state, today });
  }
}

/**
 * Its state is its agreement's doing, so that only the money tells. Whether the agreement's own invoices are still owed then is
 * for people to decide.
 */
async function followUpReplaced(unit: Unit, invoice: Invoice, today: CivilDate): Promise<void> {
  const { id, customer, agreement } = invoice;
  if (agreement === undefined || balanceOf(invoice) > 0) return;
  await settleRecords(unit, [invoice], (await unit.lastPaidOn(id)) ?? today);
  await record(unit, [
    { kind: "replaced_invoice_paid", customer, invoice: id, agreement, data: {} },
  ]);
}

type Withdrawal = { readonly state: "deleted" | "suspended"; readonly today: CivilDate };

/** Nobody can keep a promise on an invoice that the billing system took away: it leaves, also out of its agreement. */
async function withdraw(unit: Unit, invoice: Invoice, { state, today }: Withdrawal): Promise<void> {
  await voidApproval(unit, invoice, today);
  switch (invoice.place) {
    case "in contact":
    case "awaiting negotiation":
      return releaseInvoice(unit, invoice, state);
    case "in agreement":
      return leaveAgreement(unit, invoice, { state, today });
    case "classified":
    case "settled":
    case "replaced":
    case "none":
      return;
  }
}

async function leaveAgreement(
  unit: Unit,
  invoice: Invoice,
  { state, today }: Withdrawal,
): Promise<void> {
  const number = invoice.agreement;
  if (number === undefined) return;
  await unit.freeMembers(number, [invoice.id]);
  await unit.release([invoice.id]);
  await record(unit, [
    {
      kind: "invoice_left_agreement",
      customer: invoice.customer,
      invoice: invoice.id,
      agreement: number,
      data: { state },
    },
  ]);
  const reason = `invoice ${invoice.id} is ${state} in the billing system`;
  await closeEmptyAgreement(unit, number, { today, reason });
}
