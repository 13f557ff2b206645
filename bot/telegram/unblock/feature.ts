import { type Feature, forCustomer } from "../feature.ts";
import { askDay, askSure, unblock as carryOut } from "./trust.ts";
import { UNBLOCK, UNBLOCK_ON, UNBLOCK_YES } from "./verbs.ts";

export const unblock: Feature = {
  presses: {
    [UNBLOCK]: forCustomer(askDay),
    [UNBLOCK_ON]: forCustomer(askSure),
    [UNBLOCK_YES]: forCustomer(carryOut),
  },
};
