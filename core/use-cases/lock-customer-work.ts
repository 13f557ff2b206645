import type { CustomerId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { MAX_LOCK_MINUTES } from "../work/limits.ts";
import { lockedCustomer } from "./command.ts";
import { timedCommand } from "./timed-command.ts";
import { heldByAnother } from "./work-holder.ts";

export type LockCustomerWork = { readonly customer: CustomerId; readonly minutes: number };
export type WorkLocked = { readonly customer: CustomerId; readonly untilMs: number };

/** Takes a customer of the day's queue for a while, so that two people never call one debtor; again prolongs it. */
export const lockCustomerWork = timedCommand<LockCustomerWork, WorkLocked>(
  "work lock",
  "tab.invoices",
  async (unit, { input: { customer, minutes, now } }) => {
    const locked = await lockedCustomer(unit, customer);
    if (!locked.ok) return locked;
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_LOCK_MINUTES) {
      return refuse({ code: "minutes_out_of_bounds", got: minutes, max: MAX_LOCK_MINUTES });
    }
    const held = await heldByAnother(unit, customer, now);
    if (held !== undefined) return refuse(held);
    const untilMs = now + minutes * 60_000;
    await unit.lockWork(customer, untilMs);
    return accept({ customer, untilMs });
  },
);
