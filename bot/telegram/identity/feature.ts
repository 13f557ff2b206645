import type { Feature } from "../feature.ts";
import { forAnyone, forCustomer, standing } from "../feature.ts";
import { showStart } from "../menu/start.ts";
import { NOT_ME } from "../menu/verbs.ts";
import { takeCode } from "./code-step.ts";
import { askNotMe, disown, throwOut } from "./not-me.ts";
import { takeContact, takeProofKey } from "./proof-step.ts";
import { AGAIN, CODE, NOT_ME_SURE, NOT_MINE, PROOF, TAX_ID } from "./steps.ts";
import { takeTaxId } from "./tax-id-step.ts";

/** Who it is, and who it is not. */
export const identity: Feature = {
  presses: {
    [AGAIN]: forAnyone((talk) => showStart(talk)),
    [NOT_ME]: standing(forCustomer(askNotMe)),
    [NOT_ME_SURE]: forCustomer(disown),
    [NOT_MINE]: standing(forCustomer(throwOut)),
  },
  steps: {
    [TAX_ID]: { typed: takeTaxId },
    [PROOF]: { typed: takeProofKey, contact: takeContact },
    [CODE]: { typed: takeCode },
  },
};
