import type { CivilDate } from "../calendar.ts";
import type { Cents, Percent } from "../money.ts";
import type { ChargeCaps } from "./charge-caps.ts";
import type { Law } from "./settings.ts";
import { ALLOWED, refused, type Verdict } from "./verdict.ts";

export type ChargeFacts =
  | { readonly term: "increase"; readonly rate: Percent; readonly caps: ChargeCaps }
  | { readonly term: "fine" | "fees"; readonly amountCents: Cents; readonly caps: ChargeCaps }
  /** A day of subscription, and since when the connection was blocked on it. */
  | { readonly term: "subscription"; readonly blockedOn: CivilDate | null }
  | { readonly term: "reconnection" };

/** May this be asked of a customer? Above a cap it is refused, never cut down silently. */
export function mayCharge(facts: ChargeFacts, { pack }: Law): Verdict {
  const { rules } = pack;
  switch (facts.term) {
    case "increase": {
      const { max } = facts.caps.increase;
      const fact = { code: "increase_above_cap", asked: facts.rate, max } as const;
      return facts.rate > max ? refused(rules.interest.id, fact) : ALLOWED;
    }
    case "fine":
      return capped(facts.amountCents, facts.caps.fine.maxCents, (fact) =>
        refused(rules.fine.id, { code: "fine_above_cap", ...fact }),
      );
    case "fees":
      return capped(facts.amountCents, facts.caps.fees.maxCents, (fact) =>
        refused(rules.fees.id, { code: "fees_above_cap", ...fact }),
      );
    case "subscription":
      return facts.blockedOn === null
        ? ALLOWED
        : refused(rules.noSubscriptionWhileBlocked.id, {
            code: "blocked_that_day",
            blockedOn: facts.blockedOn,
          });
    case "reconnection":
      return refused(rules.noReconnectionFee.id, { code: "reconnection_is_free" });
  }
}

type Excess = { readonly askedCents: Cents; readonly maxCents: Cents };

const capped = (
  askedCents: Cents,
  maxCents: Cents | null,
  refusal: (fact: Excess) => Verdict,
): Verdict =>
  maxCents !== null && askedCents > maxCents ? refusal({ askedCents, maxCents }) : ALLOWED;
