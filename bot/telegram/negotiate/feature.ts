import { type Feature, forCustomer, standing } from "../feature.ts";
import { handOver } from "./hand.ts";
import { showOffers } from "./offers.ts";
import {
  ASK_COUNT,
  ASK_DAY,
  ASK_ENTRY,
  askCount,
  pressCount,
  pressDay,
  pressEntry,
  typeCount,
  typeDay,
  typeEntry,
} from "./own.ts";
import { showOffer, takeOffer } from "./take.ts";
import { HAND, OFFER, OFFERS, OWN, OWN_COUNT, OWN_DAY, OWN_ENTRY, TAKE } from "./verbs.ts";

export const negotiate: Feature = {
  presses: {
    [OFFERS]: forCustomer(showOffers),
    // Also under an operator's answer, which is a message of its own: the row says whether it still stands.
    [OFFER]: standing(forCustomer(showOffer)),
    [TAKE]: forCustomer(takeOffer),
    [OWN]: forCustomer(askCount),
    [OWN_COUNT]: forCustomer(pressCount),
    [OWN_ENTRY]: forCustomer(pressEntry),
    [OWN_DAY]: forCustomer(pressDay),
    [HAND]: forCustomer(handOver),
  },
  steps: {
    [ASK_COUNT]: { typed: typeCount },
    [ASK_ENTRY]: { typed: typeEntry },
    [ASK_DAY]: { typed: typeDay },
  },
};
