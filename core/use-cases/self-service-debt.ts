import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { CustomerId } from "../ids.ts";
import { packFor } from "../law/rule-pack.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { negotiable, offeredDebt, type Rules } from "../self-service/negotiable-debt.ts";
import type { NewOffer, OfferedDebt, OfferTerms } from "../self-service/offer.ts";
import { type AgreementDefaults, proposalOf } from "../self-service/proposal.ts";
import { lastDayOf } from "../self-service/recheck.ts";

export const rulesOn = async (unit: Unit, today: CivilDate): Promise<Rules> => ({
  settings: await unit.settings(),
  pack: packFor(today),
  today,
});

/** What a customer may agree on now, and all that an agreement over it is made with. */
export type Negotiating = {
  readonly customer: CustomerId;
  readonly rules: Rules;
  readonly invoices: readonly Invoice[];
  readonly debt: OfferedDebt;
  readonly defaults: AgreementDefaults;
};

export async function loadNegotiable(
  unit: Unit,
  customer: CustomerId,
  today: CivilDate,
): Promise<Result<Negotiating, Refusal>> {
  const rules = await rulesOn(unit, today);
  const open = await unit.openInvoices(customer);
  const invoices = negotiable(open, rules);
  const debt = offeredDebt(invoices, rules);
  if (debt === undefined) {
    return refuse({
      code: "nothing_to_negotiate",
      broken: open.some(({ breaksAfter }) => breaksAfter !== undefined && today > breaksAfter),
    });
  }
  const defaults = await unit.agreementDefaults(invoices.map(({ id }) => id));
  return accept({ customer, rules, invoices, debt, defaults });
}

export type Making = {
  readonly terms: OfferTerms;
  readonly standsUntil: CivilDate;
  readonly description: string;
};

/** An offer in full, with the agreement that it would be. */
export function newOffer(
  unit: Unit,
  { debt, defaults, rules }: Negotiating,
  { terms, standsUntil, description }: Making,
): Result<NewOffer, Refusal> {
  const { settings, today } = rules;
  const proposal = proposalOf({ debt, terms, defaults, settings, description });
  if (!proposal.ok) return proposal;
  const { count, totalCents, discountCents, instalments } = terms;
  return accept({
    count,
    totalCents,
    discountCents,
    instalments,
    debt,
    proposal: proposal.value,
    madeBy: unit.actor.id,
    madeOn: today,
    standsUntil: lastDayOf(terms, standsUntil),
  });
}
