import type { AgreementPlan, AgreementProposal } from "../agreement/agreement.ts";
import { breaksAfter } from "../agreement/breaking.ts";
import { firstBusinessDayOnOrAfter } from "../business-days.ts";
import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import {
  type AgreementNumber,
  agreementInvoiceId,
  type InvoiceId,
  type OperatorId,
} from "../ids.ts";
import { cents } from "../money.ts";
import type { Exceeded } from "../policy/allowance.ts";
import type { CollectionChange, Customer, NewInvoice, NewMember, Unit } from "../ports.ts";
import { inNoAgreement } from "./collection-rows.ts";
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
  const invoices =
    plan.kind === "unchanged"
      ? await awaitAsTheyAre(unit, inForce, promise)
      : await replaceByNew(unit, inForce, promise);
  await record(unit, [
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

type Promised = Pick<CollectionChange, "agreement" | "toleranceDate" | "breaksAfter" | "operator">;
type PromiseFor = (dueDate: CivilDate) => Promised;

async function awaitAsTheyAre(
  unit: Unit,
  { agreement, sources, customer }: InForce,
  promise: PromiseFor,
): Promise<readonly InvoiceId[]> {
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
  await record(unit, entered(customer, agreement, sources, "awaited"));
  return sources.map(({ id }) => id);
}

async function replaceByNew(
  unit: Unit,
  { agreement, sources, customer, plan, operator }: InForce,
  promise: PromiseFor,
): Promise<readonly InvoiceId[]> {
  if (plan.kind !== "renegotiated") return [];
  const made = newInvoices(agreement, sources, plan);
  await unit.createInvoices(made);
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
  await record(unit, entered(customer, agreement, sources, "replaced"));
  await record(unit, created(customer, agreement, made));
  return made.map(({ id }) => id);
}

type RenegotiatedPlan = Extract<AgreementPlan, { kind: "renegotiated" }>;

function newInvoices(
  agreement: AgreementNumber,
  sources: readonly Invoice[],
  plan: RenegotiatedPlan,
): NewInvoice[] {
  const contracts = new Set(sources.map(({ contract }) => contract));
  const [contract = null] = contracts.size === 1 ? contracts : [];
  const fined = plan.terms.fine > 0 || sources.some((invoice) => invoice.fined);
  const [first] = sources;
  if (first === undefined) return [];
  return plan.instalments.map(({ number, amount, dueDate, onTimeDiscountCents }) => ({
    id: agreementInvoiceId(agreement, number),
    customer: first.customer,
    contract,
    description: plan.description,
    amountCents: amount,
    dueDate,
    profile: plan.profile,
    agreement,
    instalment: number,
    onTimeDiscountCents,
    fined,
  }));
}

const linesOf = ({ instalments, units }: RenegotiatedPlan) =>
  instalments.flatMap(({ number, lines }) =>
    lines.map((line) => ({ ...line, instalment: number, unit: unitOf(line.term, units) })),
  );

function unitOf(
  term: RenegotiatedPlan["instalments"][number]["lines"][number]["term"],
  units: RenegotiatedPlan["units"],
): string | null {
  if (term === "base") return null;
  return units[term === "discountAmount" ? "discount" : term] ?? null;
}

const asSource = (invoice: Invoice): NewMember => ({
  invoice: invoice.id,
  amountCents: balanceOf(invoice),
  dueDate: invoice.dueDate,
  isSource: true,
  isAwaited: false,
  instalment: null,
});

const asMember = ({ id, amountCents, dueDate }: NewInvoice) => ({
  invoice: id,
  amountCents,
  dueDate,
});

const asRow = (invoice: NewInvoice) => ({
  ...asMember(invoice),
  customer: invoice.customer,
  settledOn: null,
});

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
