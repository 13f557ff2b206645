import type { ChargeCaps } from "#core/law/charge-caps.ts";
import type { Cents, Percent } from "../money.ts";
import type { ComputedTerms, Terms } from "./terms.ts";

export type LegalCapRefusal = { readonly code: "above_legal_cap"; readonly rule: string } & (
  | { readonly term: "fine" | "fees"; readonly asked: Cents; readonly max: Cents }
  | { readonly term: "increase"; readonly asked: Percent; readonly max: Percent }
);

/** Above a cap an agreement is refused, whoever asks: no setting or role lifts the law. */
export function checkLegalCaps(
  terms: Terms,
  computed: ComputedTerms,
  caps: ChargeCaps,
): LegalCapRefusal | undefined {
  const { fine, increase, fees } = caps;
  if (computed.fine > fine.maxCents) {
    return {
      code: "above_legal_cap",
      term: "fine",
      asked: computed.fine,
      max: fine.maxCents,
      rule: fine.rule,
    };
  }
  if (terms.increase > increase.max) {
    return {
      code: "above_legal_cap",
      term: "increase",
      asked: terms.increase,
      max: increase.max,
      rule: increase.rule,
    };
  }
  if (fees.maxCents !== null && computed.fees > fees.maxCents) {
    return {
      code: "above_legal_cap",
      term: "fees",
      asked: computed.fees,
      max: fees.maxCents,
      rule: fees.rule,
    };
  }
  return undefined;
}
