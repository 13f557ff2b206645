import { addDays, addMonths, type CivilDate, daysBetween } from "#core/calendar.ts";
import { type Cents, cents, formatAmount } from "#core/money.ts";
import { type Arrears, dueDates } from "./arrears.ts";
import { type Plan, PROFILES } from "./catalogue.ts";
import type { InvoiceRecord, PaymentRecord } from "./import-record.ts";
import type { Random } from "./random.ts";

/** How a customer has been paying; `planned` debtors are told apart so that nothing odd befalls what a case needs. */
export type Conduct =
  | { readonly kind: "prompt" | "late" }
  | { readonly kind: "left"; readonly endedOn: CivilDate }
  | { readonly kind: "owes"; readonly arrears: Arrears; readonly planned: boolean };

export type Subscription = {
  readonly customer: string;
  readonly contract: string;
  readonly plan: Plan;
  /** The months at the end of the history on which another plan held. */
  readonly laterPlan?: { readonly plan: Plan; readonly from: CivilDate };
  readonly anchor: CivilDate;
  readonly since: CivilDate;
  readonly conduct: Conduct;
  readonly isCompany: boolean;
};

/** Ids and numbers run on over all customers. */
export type Numbering = { invoice: number; payment: number; notice: number };

export type Billing = {
  readonly today: CivilDate;
  readonly random: Random;
  readonly numbering: Numbering;
};

export type Billed = { readonly invoices: InvoiceRecord[]; readonly payments: PaymentRecord[] };

export const MONTHS_OF_HISTORY = 18;

/** Every invoice of a subscription with what was paid on it. Nothing is billed while service is blocked or after it ended. */
export function billSubscription(subscription: Subscription, billing: Billing): Billed {
  const { today } = billing;
  const history = addMonths(today, -MONTHS_OF_HISTORY);
  const from = subscription.since > history ? subscription.since : addDays(history, 1);
  const billed: Billed = { invoices: [], payments: [] };
  for (const due of dueDates(subscription.anchor, from, addDays(today, ISSUED_DAYS_AHEAD))) {
    if (isBilled(subscription.conduct, due)) billMonth(subscription, due, { ...billing, billed });
  }
  return billed;
}

const ISSUED_DAYS_AHEAD = 15;

function isBilled(conduct: Conduct, due: CivilDate): boolean {
  if (conduct.kind === "left") return due <= conduct.endedOn;
  if (conduct.kind !== "owes") return true;
  const { missed, resumesOn } = conduct.arrears;
  return due <= (missed.at(-1) ?? missed[0]) || (resumesOn !== undefined && due >= resumesOn);
}

function billMonth(
  subscription: Subscription,
  due: CivilDate,
  { billed, ...billing }: Billing & { billed: Billed },
): void {
  const plan = planOn(subscription, due);
  const payment = paymentOf(subscription, due, billing);
  const invoice = invoiceOf(subscription, { due, plan, payment }, billing);
  billed.invoices.push(invoice);
  if (payment !== undefined && invoice.state !== "deleted") {
    billed.payments.push(paymentRecord(invoice, payment, billing));
  }
}

const planOn = ({ plan, laterPlan }: Subscription, due: CivilDate): Plan =>
  laterPlan !== undefined && due >= laterPlan.from ? laterPlan.plan : plan;

type Payment = { readonly paidAt: CivilDate; readonly amountCents: Cents; readonly full: boolean };

/** Undefined while nothing is paid. */
function paymentOf(
  subscription: Subscription,
  due: CivilDate,
  { today, random }: Billing,
): Payment | undefined {
  const { conduct } = subscription;
  const { priceCents, onTimeDiscountCents } = planOn(subscription, due);
  if (conduct.kind === "owes" && conduct.arrears.missed.includes(due)) {
    const isPart = !conduct.planned && random.chance(0.06) && daysBetween(due, today) > 3;
    if (!isPart) return undefined;
    const amountCents = cents(Math.round((priceCents * random.int(30, 70)) / 100));
    return { paidAt: addDays(due, random.int(0, 3)), amountCents, full: false };
  }
  const paidAt = addDays(due, delayDays(conduct, random));
  if (paidAt > today) return undefined;
  const amountCents = paidAt <= due ? cents(priceCents - onTimeDiscountCents) : priceCents;
  return { paidAt, amountCents, full: true };
}

/** Most pay in the week before; the slow ones mostly in the week after, and always before collections would call. */
function delayDays(conduct: Conduct, random: Random): number {
  if (conduct.kind === "late") return random.int(-2, 7);
  if (conduct.kind === "owes") return random.int(-4, conduct.planned ? 0 : 6);
  return random.chance(0.04) ? random.int(1, 3) : random.int(-6, 0);
}

type Month = {
  readonly due: CivilDate;
  readonly plan: Plan;
  readonly payment: Payment | undefined;
};

function invoiceOf(
  subscription: Subscription,
  { due, plan, payment }: Month,
  { random, numbering }: Billing,
): InvoiceRecord {
  const { customer, contract, conduct, isCompany } = subscription;
  numbering.invoice += 1;
  const sequence = numbering.invoice;
  const isPlain = conduct.kind === "owes" && conduct.planned;
  const isBoleto = random.chance(0.4);
  const state = payment?.full === true ? "paid" : "open";
  return {
    type: "invoice",
    id: `F${String(sequence).padStart(6, "0")}`,
    customer,
    contract,
    number: String(100_000 + sequence),
    chargeNumber: String(sequence).padStart(11, "0"),
    description: `Internet ${plan.name}, ${due.slice(5, 7)}/${due.slice(0, 4)}`,
    amount: formatAmount(plan.priceCents),
    dueDate: due,
    state: isPlain ? state : odd(state, random),
    remittance: !isPlain && isBoleto && random.chance(0.03),
    fiscalDocument: !isPlain && random.chance(isCompany ? 0.05 : 0.005),
    paymentProfile: isBoleto ? PROFILES.boleto : PROFILES.pix,
  };
}

/** Now and then an invoice is a mistake, or waits for an answer of the provider. */
function odd(state: "paid" | "open", random: Random): InvoiceRecord["state"] {
  if (random.chance(0.001)) return "deleted";
  return state === "open" && random.chance(0.01) ? "suspended" : state;
}

function paymentRecord(
  { id, chargeNumber, paymentProfile }: InvoiceRecord,
  { paidAt, amountCents }: Payment,
  { random, numbering }: Billing,
): PaymentRecord {
  numbering.payment += 1;
  const byBank = paymentProfile === PROFILES.boleto;
  return {
    type: "payment",
    id: `P${String(numbering.payment).padStart(6, "0")}`,
    ...(byBank && random.chance(0.25) ? { chargeNumber } : { invoice: id }),
    amount: formatAmount(amountCents),
    paidAt,
    method: byBank ? "boleto" : random.pick(["pix", "pix", "pix", "card", "cash"]),
  };
}
