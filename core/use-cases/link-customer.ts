import { addDays, type CivilDate } from "../calendar.ts";
import type { CustomerId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { command, lockedCustomer } from "./command.ts";
import { record } from "./record.ts";

/** The token itself is made, and shown once, by whoever asks; only its SHA-256 (hex) comes here. */
export type LinkCustomer = { readonly customer: CustomerId; readonly tokenSha256: string };
export type Linked = { readonly customer: CustomerId; readonly expiresOn: CivilDate };

/** Prepares a customer's one-time link to the Telegram bot. */
export const linkCustomer = command<LinkCustomer, Linked>(
  "link",
  "customer.link",
  async (unit, { input, today }) => {
    const customer = await lockedCustomer(unit, input.customer);
    if (!customer.ok) return customer;
    const settings = await unit.settings();
    const expiresOn = addDays(today, settings["link.validDays"]);
    const isNew = await unit.saveTelegramLink({ ...input, expiresOn });
    if (!isNew) return refuse({ code: "link_token_taken" });
    await record(unit, [
      { kind: "telegram_link_made", customer: input.customer, data: { expiresOn } },
    ]);
    return accept({ customer: input.customer, expiresOn });
  },
);
