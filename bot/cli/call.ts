import type { Permission } from "#core/access/permissions.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import { command, type Request } from "#core/use-cases/command.ts";
import { Failure } from "./failure.ts";
import type { Call } from "./services.ts";

type UseCase<Input, Value> = (
  ports: Ports,
  request: Request<Input>,
) => Promise<Result<Value, Refusal>>;

/** Carries out a command of the core; a refusal ends the call with its sentence. */
export async function ask<Input, Value>(
  call: Call,
  useCase: UseCase<Input, Value>,
  input: Input,
): Promise<Value> {
  const { actor, today, key } = call;
  const { ports } = await call.open();
  return doneOrFail(call, await useCase(ports, { input, actor, today, key }));
}

export function doneOrFail<Value>({ texts }: Call, outcome: Result<Value, Refusal>): Value {
  if (outcome.ok) return outcome.value;
  throw new Failure(texts.refusal(outcome.refusal));
}

/** What may not be done is refused also where nothing is changed. */
export async function mustHold(call: Call, permission: Permission): Promise<void> {
  const check = command<null, null>(permission, permission, async () => accept(null));
  await ask({ ...call, key: undefined }, check, null);
}

/** Of several things, those that the actor may see; a refusal when there is none. */
export async function permitted<Thing extends { readonly permission: Permission }>(
  call: Call,
  things: readonly Thing[],
): Promise<readonly Thing[]> {
  const { ports } = await call.open();
  const { actor, today } = call;
  const meta = { command: "permissions", actor, today, fingerprint: "" };
  const found = await ports.transact(meta, async (unit) => {
    const { permissions, role } = unit.actor;
    const visible = things.filter(({ permission }) => permissions.has(permission));
    const [first] = things;
    return visible.length === 0 && first !== undefined
      ? refuse({ code: "not_permitted", permission: first.permission, role })
      : accept(visible);
  });
  return doneOrFail(call, found);
}
