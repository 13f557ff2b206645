import type { PaymentProfile } from "../administration/catalogue.ts";
import { deactivateEntry } from "./catalogue-entries.ts";
import { command } from "./command.ts";

/** No new invoice may be charged by it any more; those that are stay payable. */
export const deactivatePaymentProfile = command<{ readonly id: string }, PaymentProfile>(
  "profile deactivate",
  "profile.manage",
  (unit, { input }) => deactivateEntry(unit, "paymentProfile", input.id),
);
