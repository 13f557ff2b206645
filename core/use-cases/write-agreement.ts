import type { AgreementPlan, AgreementProposal } from "../agreement/agreement.ts";
import { breaksAfter } from "../agreement/breaking.ts";
import { firstBusinessDayOnOrAfter } from "../business-days.ts";
import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import type { DomainEvent } from "../events.ts";
import type { AgreementNumber, InvoiceId, OperatorId } from "../ids.ts";
import { cents } from "../money.ts";
import type { Exceeded } from "../policy/allowance.ts";
import type { CollectionChange, Customer, NewInvoice, Unit } from "../ports.ts";
import { asMember, asRow, asSource, linesOf, newInvoices } from "./agreement-rows.ts";
import { inNoAgreement } from "./collection-rows.ts";
import { issueCharges } from "./issue-charges.ts";
import { leaveAgreements } from "./leave-agreements.ts";
import { record } from "./record.ts";

export type Decided = {
  readonly customer: Customer;
  readonly sources: readonly Invoice[];
  readonly plan: AgreementPlan;
  readonly proposal: AgreementProposal;
  readonly feesReason: string | null;
  readonly exceeded: readonly Exceeded[];
};
type Written = { readonly agreement: AgreementNumber; readonly invoices: readonly InvoiceId[] };

/** Writes a decided agreement: in force at once, or held for an approval when its author's allowance is exceeded. */
export async function writeAgreement(
  unit: Unit,
  decided: Decided,
  today: CivilDate,
): Promise<Written> {
  const waits = decided.exceeded.length > 0;
  const { customer, plan, proposal, feesReason } = decided;
  const agreement = await unit.createAgreement(
    {
      customer: customer.id,
      status: waits ? "awaiting approval" : "live",
      plan,
      proposal,
      feesReason,
      sourcesBecome: plan.sourcesBecome === "awaited" ? null : plan.sourcesBecome,
    },
    today,
  );
  if (!waits) return putInForce(unit, { ...decided, agreement, operator: unit.actor.id }, today);

  await unit.holdMembers(agreement, decided.sources.map(asSource));
  await unit.openApproval(agreement, decided.exceeded, today);
  await record(unit, [
    {
      kind: "agreement_proposed",
      customer: customer.id,
      agreement,
      data: {
        totalCents: plan.total,
        exceeded: decided.exceeded.map(({ what }) => what),
        invoices: plan.sources,
      },
    },
  ]);
  return { agreement, invoices: [] };
}

type InForce = Omit<Decided, "proposal" | "exceeded"> & {
  readonly agreement: AgreementNumber;
  /** Who made it, and is measured by it; not who approved it. */
  readonly operator: OperatorId;
};

/** Moves the sources, makes the new invoices with their lines, and says so. */
export async function putInForce(unit: Unit, inForce: InForce, today: CivilDate): Promise<Written> {
  const { plan, agreement, sources, customer } = inForce;
  await leaveAgreements(unit, sources, { agreement, today });
  const settings = await unit.settings();
  const holidays = new Set(settings["calendar.extraHolidays"]);
  const promise = (dueDate: CivilDate) => ({
    agreement,
    toleranceDate: plan.toleranceDate,
    breaksAfter: breaksAfter(plan.toleranceDate, dueDate, (day) =>
      firstBusinessDayOnOrAfter(day, holidays),
    ),
    operator: inForce.operator,
  });
  const { invoices, events } =
    plan.kind === "unchanged"
      ? await awaitAsTheyAre(unit, inForce, promise)
      : await replaceByNew(unit, inForce, { promise, today });
  await record(unit, [
    ...events,
    {
      kind: "agreement_made",
      customer: customer.id,
      agreement,
      data: {
        agreementKind: plan.kind,
        baseCents: plan.base,
        totalCents: plan.total,
        discountCents: cents(plan.terms.discount + plan.terms.discountAmount),
        toleranceDate: plan.toleranceDate,
        category: plan.category,
        sources: plan.sources,
        invoices,
        ...(inForce.feesReason === null ? {} : { feesReason: inForce.feesReason }),
      },
    },
  ]);
  return { agreement, invoices };
}

/** What an agreement awaits, and what happened to make it so. */
type Moved = { readonly invoices: readonly InvoiceId[]; readonly events: readonly DomainEvent[] };

type Promised = Pick<CollectionChange, "agreement" | "toleranceDate" | "breaksAfter" | "operator">;
type PromiseFor = (dueDate: CivilDate) => Promised;

async function awaitAsTheyAre(
  unit: Unit,
  { agreement, sources, customer }: InForce,
  promise: PromiseFor,
): Promise<Moved> {
  await unit.addMembers(
    agreement,
    sources.map((invoice, i) => ({ ...asSource(invoice), isAwaited: true, instalment: i + 1 })),
  );
  await unit.changeCollection(
    sources.map((invoice) => ({
      ...inNoAgreement(invoice),
      ...promise(invoice.dueDate),
      stage: "in agreement",
    })),
  );
  return {
    invoices: sources.map(({ id }) => id),
    events: entered(customer, agreement, sources, "awaited"),
  };
}

async function replaceByNew(
  unit: Unit,
  { agreement, sources, customer, plan, operator }: InForce,
  { promise, today }: { readonly promise: PromiseFor; readonly today: CivilDate },
): Promise<Moved> {
  if (plan.kind !== "renegotiated") return { invoices: [], events: [] };
  const made = newInvoices(agreement, sources, plan);
  await unit.createInvoices(made);
  await issueCharges(unit, made, today);
  await unit.setInvoiceState(
    sources.map(({ id, paidCents }) => ({ invoice: id, state: plan.sourcesBecome, paidCents })),
  );
  await unit.addMembers(agreement, [
    ...sources.map(asSource),
    ...made.map((invoice) => ({
      ...asMember(invoice),
      isSource: false,
      isAwaited: true,
      instalment: invoice.instalment,
    })),
  ]);
  await unit.addLines(agreement, linesOf(plan));
  await unit.changeCollection([
    ...sources.map((invoice) => ({
      ...inNoAgreement(invoice),
      stage: "replaced" as const,
      agreement,
      operator,
    })),
    ...made.map((invoice) => ({
      ...asRow(invoice),
      ...promise(invoice.dueDate),
      stage: "in agreement" as const,
    })),
  ]);
  return {
    invoices: made.map(({ id }) => id),
    events: [
      ...entered(customer, agreement, sources, "replaced"),
      ...created(customer, agreement, made),
    ],
  };
}

const entered = (
  customer: Customer,
  agreement: AgreementNumber,
  sources: readonly Invoice[],
  role: "awaited" | "replaced",
) =>
  sources.map((invoice) => ({
    kind: "invoice_entered_agreement" as const,
    customer: customer.id,
    agreement,
    invoice: invoice.id,
    data: { amountCents: balanceOf(invoice), role },
  }));

const created = (customer: Customer, agreement: AgreementNumber, invoices: readonly NewInvoice[]) =>
  invoices.map(({ id, amountCents, dueDate, instalment }) => ({
    kind: "invoice_created" as const,
    customer: customer.id,
    agreement,
    invoice: id,
    data: { amountCents, dueDate, instalment },
  }));
