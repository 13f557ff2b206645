import type { AgreementPlan } from "../agreement/agreement.ts";
import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import { type AgreementNumber, CUSTOMER_ACTOR, type InvoiceId } from "../ids.ts";
import type { Customer, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { negotiable } from "../self-service/negotiable-debt.ts";
import type { Offer } from "../self-service/offer.ts";
import { isInsidePolicy, type Overtaken, whyOvertaken } from "../self-service/recheck.ts";
import { enterAwaiting } from "./enter-awaiting.ts";
import { planAgreement } from "./make-agreement.ts";
import { record } from "./record.ts";
import { type ChatRequest, selfService } from "./self-service.ts";
import { rulesOn } from "./self-service-debt.ts";
import { putInForce } from "./write-agreement.ts";

export type AcceptOffer = {
  readonly offer: number;
  /** The summary, as it stands on the customer's screen. */
  readonly text: string;
};

export type OfferTaken = {
  readonly agreement: AgreementNumber;
  /** Whose payment is awaited now; empty when it had been taken before. */
  readonly invoices: readonly InvoiceId[];
  /** Said yes to before: nothing happened now. */
  readonly again: boolean;
};

/**
 * Makes an agreement of an offer that still holds: in time, over the same invoices with the same figures, and inside the
 * policy of today unless an operator made it. Twice, or from two chats, it is one agreement.
 */
export const acceptOffer = selfService<AcceptOffer, OfferTaken>(
  "offer accept",
  async (unit, customer, request) => {
    const offer = await unit.offer(request.input.offer);
    if (offer === undefined || offer.customer !== customer.id) {
      return refuse({ code: "offer_unknown", offer: request.input.offer });
    }
    if (offer.agreement !== null) {
      return accept({ agreement: offer.agreement, invoices: [], again: true });
    }
    const standing = await checkStanding(unit, offer, request.today);
    if (!standing.ok) return standing;
    const sources = await enterAwaiting(
      unit,
      { customer, invoices: standing.value },
      request.today,
    );
    const plan = await planOffer(unit, { offer, customer, sources }, request.today);
    if (!plan.ok) return plan;
    const made = await makeIt(unit, { offer, customer, sources, plan: plan.value }, request);
    return accept({ ...made, again: false });
  },
);

async function checkStanding(
  unit: Unit,
  offer: Offer,
  today: CivilDate,
): Promise<Result<readonly Invoice[], Refusal>> {
  const { id, status, standsUntil } = offer;
  if (standsUntil < today) {
    return refuse({ code: "offer_expired", offer: id, stoodUntil: standsUntil });
  }
  const rules = await rulesOn(unit, today);
  const own = await unit.invoices(offer.debt.invoices.map(({ invoice }) => invoice));
  const now = negotiable(await unit.openInvoices(offer.customer), rules);
  const why = whyOvertaken(offer, { own, negotiable: now, rules });
  if (why !== undefined) return overtaken(offer, why);
  if (status !== "open") return refuse({ code: "offer_replaced", offer: id });
  const isPolicy = offer.madeBy === CUSTOMER_ACTOR;
  if (isPolicy && !isInsidePolicy(await unit.policyRows(), offer)) {
    return overtaken(offer, { what: "policy" });
  }
  return accept(own);
}

const overtaken = ({ id }: Offer, why: Overtaken) =>
  refuse({ code: "offer_overtaken", offer: id, ...why } as const);

type Planning = {
  readonly offer: Offer;
  readonly customer: Customer;
  readonly sources: readonly Invoice[];
};

async function planOffer(
  unit: Unit,
  { offer, customer, sources }: Planning,
  today: CivilDate,
): Promise<Result<AgreementPlan, Refusal>> {
  const invoices = sources.map(({ id }) => id);
  const { proposal } = offer;
  const plan = await planAgreement(unit, { customer, sources, invoices, proposal }, today);
  if (plan.ok && plan.value.total !== offer.totalCents) {
    throw new Error(`offer ${offer.id} of ${offer.totalCents} would be ${plan.value.total}`);
  }
  return plan;
}

async function makeIt(
  unit: Unit,
  { offer, customer, sources, plan }: Planning & { readonly plan: AgreementPlan },
  { input, today }: ChatRequest<AcceptOffer>,
): Promise<Omit<OfferTaken, "again">> {
  const agreement = await unit.createAgreement(
    {
      customer: customer.id,
      status: "live",
      plan,
      proposal: offer.proposal,
      feesReason: null,
      sourcesBecome: plan.sourcesBecome === "awaited" ? null : plan.sourcesBecome,
    },
    today,
  );
  const { invoices } = await putInForce(
    unit,
    // Whose offer it was is measured by it: the operator, or the customers who settle alone.
    { agreement, customer, sources, plan, feesReason: null, operator: offer.madeBy },
    today,
  );
  const others = (await unit.openOffers(customer.id)).filter(({ id }) => id !== offer.id);
  await unit.setOffers(
    others.map(({ id }) => id),
    { status: "overtaken" },
  );
  await unit.setOffers([offer.id], { status: "accepted", agreement });
  await unit.changeNegotiation(offer.negotiation, { status: "agreed" });
  const { chat, text, now: atMs } = input;
  const evidence = { offer: offer.id, customer: customer.id, agreement, chat, text, atMs };
  const textSha256 = await unit.keepEvidence(evidence);
  const data = { offer: offer.id, totalCents: offer.totalCents, textSha256 };
  await record(unit, [{ kind: "offer_accepted", customer: customer.id, agreement, data }]);
  return { agreement, invoices };
}
