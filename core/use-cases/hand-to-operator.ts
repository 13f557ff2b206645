import { accept, refuse } from "../result.ts";
import type { HandedBecause } from "../self-service/offer.ts";
import { handNegotiation } from "./counter-offer.ts";
import { enterNegotiation } from "./propose-offers.ts";
import { selfService } from "./self-service.ts";

export type HandToOperator = {
  readonly because: Extract<HandedBecause, "asked for" | "broken agreement" | "no policy">;
  readonly description: string;
};
export type HandedOver = { readonly negotiation: number };

/** The customer wants a person to find a way: no terms of its own. */
export const handToOperator = selfService<HandToOperator, HandedOver>(
  "negotiation hand",
  async (unit, { id: customer }, { input }) => {
    const negotiation = await enterNegotiation(unit, { customer }, input);
    if (negotiation.status === "handed") {
      return refuse({ code: "already_with_operator", negotiation: negotiation.id });
    }
    await handNegotiation(unit, negotiation, { because: input.because, wanted: null });
    return accept({ negotiation: negotiation.id });
  },
);
