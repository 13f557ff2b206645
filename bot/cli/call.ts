import type { Config } from "#bot/config.ts";
import type { Permission } from "#core/access/permissions.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { OperatorId } from "#core/ids.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import { accept, type Result } from "#core/result.ts";
import { command, type Request } from "#core/use-cases/command.ts";
import type { Texts } from "../texts/texts.ts";
import { Failure } from "./failure.ts";
import type { Services, Shell } from "./services.ts";

/** One command being carried out: for whom, on which day, and what it may use. */
export type Call = {
  readonly shell: Shell;
  readonly config: Config;
  readonly today: CivilDate;
  readonly actor: OperatorId;
  readonly key: string | undefined;
  readonly json: boolean;
  readonly texts: Texts;
  /** Opens the database the first time. */
  open(): Promise<Services>;
};

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
  const { actor, today, key, texts } = call;
  const { ports } = await call.open();
  const outcome = await useCase(ports, { input, actor, today, key });
  if (outcome.ok) return outcome.value;
  throw new Failure(texts.refusal(outcome.refusal));
}

/** What may not be done is refused also where nothing is changed. */
export async function mustHold(call: Call, permission: Permission): Promise<void> {
  const check = command<null, null>(permission, permission, async () => accept(null));
  await ask({ ...call, key: undefined }, check, null);
}
