import { type Feature, forCustomer } from "../feature.ts";
import { ASK_REASON, askReason, contest, pressReason, typeReason } from "./contest.ts";
import { CONTEST, CONTEST_REASON, CONTEST_YES } from "./verbs.ts";

export const dispute: Feature = {
  presses: {
    [CONTEST]: forCustomer(askReason),
    [CONTEST_REASON]: forCustomer(pressReason),
    [CONTEST_YES]: forCustomer(contest),
  },
  steps: { [ASK_REASON]: { typed: typeReason } },
};
