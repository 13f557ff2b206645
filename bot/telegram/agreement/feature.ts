import { type Feature, forCustomer } from "../feature.ts";
import { pressPdf } from "./pdf.ts";
import { showAgreement } from "./show.ts";
import { AGREEMENT, AGREEMENT_PDF } from "./verbs.ts";

export const agreement: Feature = {
  presses: {
    [AGREEMENT]: forCustomer(showAgreement),
    [AGREEMENT_PDF]: forCustomer(pressPdf),
  },
};
