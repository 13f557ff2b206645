import type { CustomerId, OperatorId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { command, lockedCustomer } from "./command.ts";
import { checkActive } from "./locked-task.ts";
import { record } from "./record.ts";

export type AssignCustomer = { readonly customer: CustomerId; readonly operator: OperatorId };

/** Hands a customer to an operator. */
export const assignCustomer = command<AssignCustomer, AssignCustomer>(
  "customer assign",
  "customer.assign",
  async (unit, { input: { customer, operator } }) => {
    const locked = await lockedCustomer(unit, customer);
    if (!locked.ok) return locked;
    const refusal = await checkActive(unit, operator);
    if (refusal !== undefined) return refuse(refusal);
    if (locked.value.operator === operator) return refuse({ code: "nothing_changed" });
    await unit.assignCustomer(customer, operator);
    await record(unit, [{ kind: "customer_assigned", customer, data: { operator } }]);
    return accept({ customer, operator });
  },
);
