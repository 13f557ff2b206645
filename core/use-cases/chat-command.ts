import { CUSTOMER_ACTOR } from "../ids.ts";
import type { Ports, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import type { Result } from "../result.ts";
import type { ChatRequest } from "./self-service.ts";

type Work<Input, Value> = (
  unit: Unit,
  request: ChatRequest<Input>,
) => Promise<Result<Value, Refusal>>;

/**
 * The way in for chats that may be nobody's: to prove whose they are, to leave. Failures are answers, not refusals: the tries
 * have to be counted. What was typed may be a tax id or a code, and is not kept with the key.
 */
export const chatCommand =
  <Input extends object, Value>(name: string, work: Work<Input, Value>) =>
  async (ports: Ports, request: ChatRequest<Input>): Promise<Value> => {
    const { input, today, key } = request;
    const fingerprint = JSON.stringify({ chat: input.chat });
    const meta = { command: name, actor: CUSTOMER_ACTOR, today, key, fingerprint };
    const result = await ports.transact(meta, (unit) => work(unit, request));
    if (!result.ok) throw new Error(`${name} was refused: ${result.refusal.code}`);
    return result.value;
  };
