import type { CivilDate } from "../calendar.ts";
import { addDays } from "../calendar.ts";
import type { CounterOffer } from "../policy/counter-offer.ts";
import { findRow } from "../policy/policy-table.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { Negotiation, NewOffer, Offer } from "../self-service/offer.ts";
import { wantedTerms } from "../self-service/wanted-terms.ts";
import { orNull } from "../work/clean-text.ts";
import { MAX_NOTE } from "../work/limits.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { command, lockedCustomer } from "./command.ts";
import { exceededBy, planAgreement } from "./make-agreement.ts";
import { record } from "./record.ts";
import { loadNegotiable, type Negotiating, newOffer } from "./self-service-debt.ts";

export type AnswerHandedOffer = {
  readonly negotiation: number;
  readonly answer: /** What the customer wanted, as it wanted it. */
    | { readonly kind: "accept" }
    /** Without a total: the whole debt, or what the policy lets go of it. */
    | ({ readonly kind: "counter" } & CounterOffer)
    | { readonly kind: "refuse" };
  /** For the customer to read. */
  readonly note?: string | undefined;
};

export type HandedAnswered = {
  readonly negotiation: number;
  /** To be confirmed by the customer; null: refused. */
  readonly offer: Offer | null;
};

/** How long an offer of an operator stands where the policy has no row for the debt. */
const STANDS_DAYS = 3;

/**
 * An operator's answer to what a customer wanted beyond the policy. It is an offer inside the operator's own allowance, and an
 * agreement once the customer confirms it.
 */
export const answerHandedOffer = command<AnswerHandedOffer, HandedAnswered>(
  "negotiation answer",
  "agreement.make",
  async (unit, { input, today }) => {
    const found = await lockedHanded(unit, input.negotiation);
    if (!found.ok) return found;
    const note = orNull(input.note);
    const tooLong = checkOptionalText("note", note, MAX_NOTE);
    if (tooLong !== undefined) return refuse(tooLong);
    const negotiation = found.value;
    const { id, customer } = negotiation;
    const made = await answerOf(unit, negotiation, { answer: input.answer, today });
    if (!made.ok) return made;
    const [offer = null] =
      made.value === null ? [] : await unit.addOffers(negotiation, [made.value]);
    const status = offer === null ? "open" : "answered";
    await unit.changeNegotiation(id, { status, note });
    const said = { accept: "accepted", counter: "countered", refuse: "refused" } as const;
    const data = {
      negotiation: id,
      answer: said[input.answer.kind],
      offer: offer?.id ?? null,
    };
    await record(unit, [{ kind: "offer_answered", customer, data }]);
    return accept({ negotiation: id, offer });
  },
);

async function lockedHanded(unit: Unit, id: number): Promise<Result<Negotiation, Refusal>> {
  const seen = await unit.negotiation(id);
  if (seen === undefined) return refuse({ code: "negotiation_unknown", negotiation: id });
  const customer = await lockedCustomer(unit, seen.customer);
  if (!customer.ok) return customer;
  const now = await unit.negotiation(id);
  if (now?.status !== "handed") {
    const { status } = now ?? seen;
    return refuse({ code: "negotiation_not_handed", negotiation: id, status });
  }
  return accept(now);
}

type Answering = {
  readonly answer: AnswerHandedOffer["answer"];
  readonly today: CivilDate;
};

/** Null: refused. */
async function answerOf(
  unit: Unit,
  negotiation: Negotiation,
  { answer, today }: Answering,
): Promise<Result<NewOffer | null, Refusal>> {
  if (answer.kind === "refuse") return accept(null);
  const wanted = answer.kind === "accept" ? negotiation.handed?.wanted : answer;
  if (wanted == null) return refuse({ code: "counter_offer_invalid", field: "count" });
  const loaded = await loadNegotiable(unit, negotiation.customer, today);
  if (!loaded.ok) return loaded;
  const { debt } = loaded.value;
  const owed = { amount: debt.totalCents, daysOverdue: debt.daysOverdue };
  const row = findRow(await unit.policyRows(), owed);
  const terms = wantedTerms(debt, row, onlyAsked(wanted), today);
  if (!terms.ok) return terms;
  const made = newOffer(unit, loaded.value, {
    terms: terms.value,
    standsUntil: addDays(today, row?.offerStandsDays ?? STANDS_DAYS),
    description: negotiation.description,
  });
  if (!made.ok) return made;
  const forbidden = await whyNotAllowed(unit, loaded.value, made.value);
  return forbidden === undefined ? made : refuse(forbidden);
}

/** Figured out anew: the debt may have grown since the customer asked. */
const onlyAsked = ({ count, firstAmountCents, firstDue, totalCents }: CounterOffer) => ({
  count,
  firstAmountCents,
  firstDue,
  totalCents,
});

async function whyNotAllowed(
  unit: Unit,
  { customer: id, invoices, rules }: Negotiating,
  { proposal }: NewOffer,
): Promise<Refusal | undefined> {
  const customer = await lockedCustomer(unit, id);
  if (!customer.ok) return customer.refusal;
  const planning = {
    customer: customer.value,
    sources: invoices,
    invoices: invoices.map((invoice) => invoice.id),
    proposal,
  };
  const plan = await planAgreement(unit, planning, rules.today);
  if (!plan.ok) return plan.refusal;
  const [exceeded] = exceededBy(plan.value, unit.actor);
  return exceeded === undefined ? undefined : { code: "approver_allowance_exceeded", ...exceeded };
}
