import { type Feature, forCustomer } from "../feature.ts";
import { AWAITS_RECEIPT, askReceipt, receiptSent, receiptTyped } from "./send.ts";
import { RECEIPT } from "./verbs.ts";

export const receipt: Feature = {
  presses: { [RECEIPT]: forCustomer(askReceipt) },
  steps: { [AWAITS_RECEIPT]: { typed: receiptTyped, sent: receiptSent } },
};
