import type { CivilDate } from "../calendar.ts";
import { CUSTOMER_ACTOR } from "../ids.ts";
import type { Customer, Ports, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { type Result, refuse } from "../result.ts";

/** `chat`: where the customer asks. Whose it is, the command finds out by itself: nobody says for whom they act. */
export type FromChat = {
  readonly chat: number;
  /** The instant in ms; no part of what was asked. */
  readonly now: number;
};

export type ChatRequest<Input> = {
  readonly input: Input & FromChat;
  readonly today: CivilDate;
  readonly key?: string | undefined;
};

type Work<Input, Value> = (
  unit: Unit,
  customer: Customer,
  request: ChatRequest<Input>,
) => Promise<Result<Value, Refusal>>;

/** The way in for customers: a chat that proved to be theirs, and the work on what is theirs in a single transaction. */
export const selfService =
  <Input extends object, Value>(name: string, work: Work<Input, Value>) =>
  (ports: Ports, request: ChatRequest<Input>): Promise<Result<Value, Refusal>> => {
    const { now: _, ...asked } = request.input;
    const { today, key } = request;
    const meta = {
      command: name,
      actor: CUSTOMER_ACTOR,
      today,
      key,
      fingerprint: JSON.stringify(asked),
    };
    return ports.transact(meta, async (unit) => {
      const owner = await unit.customerOfChat(request.input.chat);
      const customer = owner === undefined ? undefined : await unit.lockCustomer(owner);
      // It may have been left while the customer was being locked.
      const still = await unit.customerOfChat(request.input.chat);
      return customer === undefined || still !== customer.id
        ? refuse({ code: "chat_not_linked" })
        : work(unit, customer, request);
    });
  };
