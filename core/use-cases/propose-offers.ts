import { CUSTOMER_ACTOR } from "../ids.ts";
import { makeOffers } from "../policy/offers.ts";
import { findRow, type PolicyRow } from "../policy/policy-table.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result } from "../result.ts";
import type {
  Negotiation,
  NewOffer,
  Offer,
  OfferedDebt,
  OfferTerms,
} from "../self-service/offer.ts";
import { isInsidePolicy, whyOvertaken } from "../self-service/recheck.ts";
import { record } from "./record.ts";
import { type FromChat, selfService } from "./self-service.ts";
import { loadNegotiable, type Negotiating, newOffer } from "./self-service-debt.ts";

/** `description`: what the invoices of an agreement will say. */
export type ProposeOffers = { readonly description: string };

export type Proposed = {
  readonly negotiation: number;
  readonly debt: OfferedDebt;
  /** First at once, then longer and longer. None: no row of the policy is for this debt. */
  readonly offers: readonly Offer[];
  /** An operator is looking at what the customer wanted. */
  readonly withOperator: boolean;
};

/** What the policy offers a customer over all that is negotiable. Those that still hold are shown again. */
export const proposeOffers = selfService<ProposeOffers, Proposed>(
  "offers propose",
  async (unit, customer, { input, today }) => {
    const loaded = await loadNegotiable(unit, customer.id, today);
    if (!loaded.ok) return loaded;
    const negotiation = await enterNegotiation(unit, loaded.value, input);
    const offers = await currentOffers(unit, loaded.value, negotiation);
    if (!offers.ok) return offers;
    return accept({
      negotiation: negotiation.id,
      debt: loaded.value.debt,
      offers: offers.value,
      withOperator: negotiation.status === "handed",
    });
  },
);

/** The one that is open, from now on in this chat, or a new one. */
export async function enterNegotiation(
  unit: Unit,
  { customer }: Pick<Negotiating, "customer">,
  { chat, description }: ProposeOffers & Pick<FromChat, "chat">,
): Promise<Negotiation> {
  const open = await unit.openNegotiation(customer);
  if (open === undefined) return unit.startNegotiation({ customer, chat, description });
  if (open.chat !== chat) await unit.changeNegotiation(open.id, { chat });
  return { ...open, chat };
}

/** An offer keeps its word while it stands, also where a new one of that count would cost more by now. */
async function currentOffers(
  unit: Unit,
  negotiating: Negotiating,
  negotiation: Negotiation,
): Promise<Result<readonly Offer[], Refusal>> {
  const { debt, rules } = negotiating;
  const { today } = rules;
  const table = await unit.policyRows();
  const standing = await keepStanding(unit, negotiating, table);
  const row = findRow(table, owed(debt));
  const wanted = row === undefined ? [] : makeOffers(row, owed(debt), today);
  const made: NewOffer[] = [];
  for (const { standsUntil, ...terms } of wanted) {
    if (standing.some((offer) => isNoWorse(offer, terms))) continue;
    // So much off would leave nothing of the debt itself, and no agreement does that.
    if (terms.discountCents >= debt.balanceCents) continue;
    const { description } = negotiation;
    const offer = newOffer(unit, negotiating, { terms, standsUntil, description });
    if (!offer.ok) return offer;
    made.push(offer.value);
  }
  const offers = made.length === 0 ? [] : await unit.addOffers(negotiation, made);
  await tellOffers(unit, negotiation, offers);
  const dearer = standing.filter((offer) => offers.some((newer) => isNoWorse(newer, offer)));
  await overtake(unit, dearer);
  const shown = [...standing.filter((offer) => !dearer.includes(offer)), ...offers];
  return accept(shown.sort((a, b) => a.count - b.count || a.id - b.id));
}

const isNoWorse = (a: OfferTerms, b: OfferTerms): boolean =>
  a.count === b.count && a.totalCents <= b.totalCents;

/** The open offers that could still be taken; the others are none any more. */
async function keepStanding(
  unit: Unit,
  { customer, invoices, rules }: Negotiating,
  table: readonly PolicyRow[],
): Promise<Offer[]> {
  const open = await unit.openOffers(customer);
  const standing = open.filter(
    (offer) =>
      offer.standsUntil >= rules.today &&
      whyOvertaken(offer, { own: invoices, negotiable: invoices, rules }) === undefined &&
      (offer.madeBy !== CUSTOMER_ACTOR || isInsidePolicy(table, offer)),
  );
  await overtake(
    unit,
    open.filter((offer) => !standing.includes(offer)),
  );
  return standing;
}

const overtake = (unit: Unit, offers: readonly Offer[]): Promise<void> =>
  unit.setOffers(
    offers.map(({ id }) => id),
    { status: "overtaken" },
  );

const owed = (debt: OfferedDebt) => ({
  amount: debt.totalCents,
  daysOverdue: debt.daysOverdue,
});

export async function tellOffers(
  unit: Unit,
  { id: negotiation, customer }: Negotiation,
  offers: readonly Offer[],
): Promise<void> {
  const [first] = offers;
  if (first === undefined) return;
  await record(unit, [
    {
      kind: "offers_made",
      customer,
      data: {
        negotiation,
        offers: offers.map(({ id }) => id),
        debtCents: first.debt.totalCents,
        standsUntil: first.standsUntil,
      },
    },
  ]);
}
