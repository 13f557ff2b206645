import { CUSTOMER_ACTOR } from "../ids.ts";
import { type CounterOffer, type Judgement, judgeCounterOffer } from "../policy/counter-offer.ts";
import { findRow, type PolicyRow } from "../policy/policy-table.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import {
  type CounterAnswer,
  type HandedBecause,
  MAX_ROUNDS,
  type Negotiation,
  type OfferTerms,
} from "../self-service/offer.ts";
import { wantedTerms } from "../self-service/wanted-terms.ts";
import { enterNegotiation, tellOffers } from "./propose-offers.ts";
import { record } from "./record.ts";
import { selfService } from "./self-service.ts";
import { loadNegotiable, type Negotiating, newOffer } from "./self-service-debt.ts";

/** How many payments, how much of it first, from which day. A total is for operators to name. */
export type MakeCounterOffer = Omit<CounterOffer, "totalCents"> & {
  readonly description: string;
};

/** Judges what the customer proposes: accepted or countered it is an offer to be confirmed, else an operator looks at it. */
export const makeCounterOffer = selfService<MakeCounterOffer, CounterAnswer>(
  "counter-offer",
  async (unit, customer, { input, today }) => {
    const loaded = await loadNegotiable(unit, customer.id, today);
    if (!loaded.ok) return loaded;
    const negotiation = await enterNegotiation(unit, loaded.value, input);
    if (negotiation.status === "handed") {
      return refuse({ code: "already_with_operator", negotiation: negotiation.id });
    }
    const { count, firstAmountCents, firstDue } = input;
    const wanted: CounterOffer = { count, firstAmountCents, firstDue };
    const { debt } = loaded.value;
    const owed = { amount: debt.totalCents, daysOverdue: debt.daysOverdue };
    const row = findRow(await unit.policyRows(), owed);
    const terms = wantedTerms(debt, row, wanted, today);
    const judged = judgeCounterOffer(row, wanted, owed, today);
    // What the policy can move into its limits need not be right by itself.
    if (!terms.ok && judged.kind === "hand_to_operator") return terms;
    const answer = await answerTo(unit, {
      negotiating: loaded.value,
      negotiation,
      judged,
      row,
      wanted: terms.ok ? { ...wanted, ...terms.value } : null,
    });
    if (answer.ok) await tell(unit, negotiation, { wanted, answer: answer.value });
    return answer;
  },
);

type Judged = {
  readonly negotiating: Negotiating;
  readonly negotiation: Negotiation;
  readonly judged: Judgement;
  readonly row: PolicyRow | undefined;
  readonly wanted: (CounterOffer & OfferTerms) | null;
};

async function answerTo(unit: Unit, of: Judged): Promise<Result<CounterAnswer, Refusal>> {
  const { judged, negotiation, wanted } = of;
  if (judged.kind === "hand_to_operator") return hand(unit, of, "no policy");
  if (judged.kind === "counter" && negotiation.rounds >= MAX_ROUNDS && wanted !== null) {
    return hand(unit, of, "rounds used");
  }
  const { standsUntil, ...terms } = judged.offer;
  const { description } = negotiation;
  const made = newOffer(unit, of.negotiating, { terms, standsUntil, description });
  if (!made.ok) return made;
  await overtakeSame(unit, negotiation, made.value);
  const [offer] = await unit.addOffers(negotiation, [made.value]);
  if (offer === undefined) throw new Error("no offer was written");
  const counters = judged.kind === "counter" ? 1 : 0;
  await unit.changeNegotiation(negotiation.id, { rounds: negotiation.rounds + counters });
  await tellOffers(unit, negotiation, [offer]);
  return accept(
    judged.kind === "counter"
      ? { kind: "counter", offer, because: judged.because }
      : { kind: "accept", offer },
  );
}

/** The same once more would be shown twice. */
async function overtakeSame(unit: Unit, { customer }: Negotiation, made: OfferTerms) {
  const same = (await unit.openOffers(customer)).filter(
    ({ madeBy, instalments }) =>
      madeBy === CUSTOMER_ACTOR && JSON.stringify(instalments) === JSON.stringify(made.instalments),
  );
  await unit.setOffers(
    same.map(({ id }) => id),
    { status: "overtaken" },
  );
}

async function hand(
  unit: Unit,
  { negotiation, wanted }: Judged,
  because: HandedBecause,
): Promise<Result<CounterAnswer, Refusal>> {
  await handNegotiation(unit, negotiation, { because, wanted });
  return accept({ kind: "handed", negotiation: negotiation.id, because });
}

export async function handNegotiation(
  unit: Unit,
  { id: negotiation, customer }: Negotiation,
  handed: NonNullable<Negotiation["handed"]>,
): Promise<void> {
  await unit.changeNegotiation(negotiation, { status: "handed", handed, note: null });
  const { because } = handed;
  await record(unit, [{ kind: "offer_handed", customer, data: { negotiation, because } }]);
}

type Told = { readonly wanted: CounterOffer; readonly answer: CounterAnswer };

const tell = (unit: Unit, { id, customer }: Negotiation, { wanted, answer }: Told) =>
  record(unit, [
    {
      kind: "counter_offer_made",
      customer,
      data: {
        negotiation: id,
        count: wanted.count,
        firstAmountCents: wanted.firstAmountCents ?? null,
        firstDue: wanted.firstDue,
        answer: answer.kind,
        offer: answer.kind === "handed" ? null : answer.offer.id,
      },
    },
  ]);
