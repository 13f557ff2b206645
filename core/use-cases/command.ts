import type { Permission } from "../access/permissions.ts";
import type { CivilDate } from "../calendar.ts";
import type { CustomerId, OperatorId } from "../ids.ts";
import type { Customer, Ports, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { type Result, refuse } from "../result.ts";

/** Who asks for what, on which of the provider's days, and under which key (asking twice with one key acts once). */
export type Request<Input> = {
  readonly input: Input;
  readonly actor: OperatorId;
  readonly today: CivilDate;
  readonly key?: string | undefined;
};

type Work<Input, Value> = (unit: Unit, request: Request<Input>) => Promise<Result<Value, Refusal>>;

/** The one way in: a known actor, a permission, and the work in a single transaction. */
export const command =
  <Input, Value>(name: string, permission: Permission, work: Work<Input, Value>) =>
  (ports: Ports, request: Request<Input>): Promise<Result<Value, Refusal>> =>
    ports.transact(metaOf(name, request), async (unit) => {
      const { permissions, role } = unit.actor;
      return permissions.has(permission)
        ? work(unit, request)
        : refuse({ code: "not_permitted", permission, role });
    });

const metaOf = <Input>(name: string, { input, actor, today, key }: Request<Input>) => ({
  command: name,
  actor,
  today,
  key,
  fingerprint: JSON.stringify(input),
});

export async function lockedCustomer(
  unit: Unit,
  id: CustomerId,
): Promise<Result<Customer, Refusal>> {
  const customer = await unit.lockCustomer(id);
  return customer === undefined
    ? refuse({ code: "customer_unknown", customer: id })
    : { ok: true, value: customer };
}
