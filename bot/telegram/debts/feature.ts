import { type Feature, forCustomer } from "../feature.ts";
import { askWhoItIs } from "../identity/ask.ts";
import { isKnown } from "../talk.ts";
import { showDebts } from "./list.ts";
import { DEBTS, WHY } from "./verbs.ts";
import { showWhy } from "./why.ts";

export const debts: Feature = {
  presses: { [DEBTS]: forCustomer(showDebts), [WHY]: forCustomer(showWhy) },
  commands: {
    status: (talk) => (isKnown(talk) ? showDebts(talk, "") : askWhoItIs(talk)),
  },
};
