import type { CustomerId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { lockedCustomer } from "./command.ts";
import { timedCommand } from "./timed-command.ts";
import { heldByAnother } from "./work-holder.ts";

export type ReleaseWork = { readonly customer: CustomerId };

/** Lets a customer of the queue go; releasing what nobody holds is no mistake. */
export const releaseWork = timedCommand<ReleaseWork, ReleaseWork>(
  "work release",
  "tab.invoices",
  async (unit, { input: { customer, now } }) => {
    const locked = await lockedCustomer(unit, customer);
    if (!locked.ok) return locked;
    const held = await heldByAnother(unit, customer, now);
    if (held !== undefined) return refuse(held);
    await unit.releaseWork(customer);
    return accept({ customer });
  },
);
