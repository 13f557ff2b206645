import type {
  AgreementProposal,
  Renegotiated,
  Split,
  Unchanged,
} from "#core/agreement/agreement.ts";
import { NO_TERMS, type Terms } from "#core/agreement/terms.ts";
import type { CivilDate } from "#core/calendar.ts";
import { cents, percent } from "#core/money.ts";
import { LEDGER_UNITS, PROFILES } from "./catalogue.ts";

export const unchangedUntil = (toleranceDate: CivilDate): Unchanged => ({
  kind: "unchanged",
  toleranceDate,
  category: "Promessa de pagamento",
});

export const renegotiated = (
  toleranceDate: CivilDate,
  split: Split,
  terms: Terms,
): AgreementProposal => ({
  kind: "renegotiated",
  toleranceDate,
  category: terms.discount > 0 ? "Campanha de desconto" : "Renegociação",
  terms,
  units: unitsFor(terms),
  split,
  description: split.kind === "single" ? "Acordo à vista" : `Acordo em ${split.count} parcelas`,
  profile: PROFILES.pix,
  keepDiscount: false,
});

export const single = (dueDate: CivilDate): Split => ({ kind: "single", dueDate });
export const inInstalments = (count: number, firstDue: CivilDate): Split => ({
  kind: "instalments",
  count,
  firstDue,
});

/** Within the caps of a debt that is more than a month late; fees only of companies. */
export const ordinaryTerms = (isCompany: boolean): Terms => ({
  ...NO_TERMS,
  increase: percent(1),
  fine: percent(1),
  charges: cents(250),
  fees: isCompany ? cents(1_000) : NO_TERMS.fees,
});

export const discountOf = (rate: number): Terms => ({ ...NO_TERMS, discount: percent(rate) });

/** A unit for each term that is asked for, and for no other. */
function unitsFor(terms: Terms): Renegotiated["units"] {
  const { increase, fine, charges, fees, discount } = LEDGER_UNITS;
  return {
    ...(terms.increase > 0 && { increase: increase.code }),
    ...(terms.fine > 0 && { fine: fine.code }),
    ...(terms.charges > 0 && { charges: charges.code }),
    ...(terms.fees > 0 && { fees: fees.code }),
    ...(terms.discount + terms.discountAmount > 0 && { discount: discount.code }),
  };
}
