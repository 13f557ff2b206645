import type { Permission } from "../access/permissions.ts";
import type { Ports, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import type { Result } from "../result.ts";
import { command, type Request } from "./command.ts";

/** `now`: the instant of the request in ms, for what a civil date does not answer. */
export type Timed<Input> = Input & { readonly now: number };

type TimedWork<Input, Value> = (
  unit: Unit,
  request: Request<Timed<Input>>,
) => Promise<Result<Value, Refusal>>;

/** A command that asks for the moment. It is no part of what was asked: a retry a second later is the same request. */
export const timedCommand =
  <Input extends object, Value>(
    name: string,
    permission: Permission,
    work: TimedWork<Input, Value>,
  ) =>
  (ports: Ports, request: Request<Timed<Input>>): Promise<Result<Value, Refusal>> => {
    const { now: _, ...asked } = request.input;
    const run = command<object, Value>(name, permission, (unit) => work(unit, request));
    return run(ports, { ...request, input: asked });
  };
