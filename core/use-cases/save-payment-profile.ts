import { checkProfile, type EntryForm, type PaymentProfile } from "../administration/catalogue.ts";
import type { Refusal } from "../refusals.ts";
import { refuse } from "../result.ts";
import { saveEntry } from "./catalogue-entries.ts";
import { checkText } from "./check-text.ts";
import { command } from "./command.ts";

/** Adds a payment profile, or changes the one of that id; its name stays what invoices know. */
export const savePaymentProfile = command<EntryForm<"paymentProfile">, PaymentProfile>(
  "profile set",
  "profile.manage",
  async (unit, { input }) => {
    const refusal = checkText("name", input.name, 150) ?? checkTexts(input) ?? checkProfile(input);
    return refusal === undefined ? saveEntry(unit, "paymentProfile", input) : refuse(refusal);
  },
);

const MAX_LENGTHS = { wallet: 100, agreementCode: 100, beneficiary: 150, city: 100 } as const;

function checkTexts(form: EntryForm<"paymentProfile">): Refusal | undefined {
  for (const field of Object.keys(MAX_LENGTHS) as (keyof typeof MAX_LENGTHS)[]) {
    const text = form[field];
    if (text === null || text.trim() === "") continue;
    const refusal = checkText(field, text, MAX_LENGTHS[field]);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
