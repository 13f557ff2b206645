import type { CustomerId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { Conversation } from "../self-service-ports.ts";
import { attachmentName, type StoredFile } from "../work/attachments.ts";
import { manyLines } from "../work/clean-text.ts";
import { MAX_BODY } from "../work/limits.ts";
import { checkOptionalText } from "./check-optional-text.ts";
import { checkText } from "./check-text.ts";
import { lockedCustomer } from "./command.ts";
import { record } from "./record.ts";
import { selfService } from "./self-service.ts";
import { timedCommand } from "./timed-command.ts";

export type Said = {
  readonly body: string;
  /** In the store already. */
  readonly file?: { readonly stored: StoredFile; readonly name: string } | undefined;
};
export type Written = { readonly conversation: number; readonly message: number };

/** The customer writes to a person: the first words open the conversation. */
export const writeToOperators = selfService<Said, Written>(
  "conversation write",
  async (unit, { id: customer }, { input }) => {
    const { chat, now: atMs } = input;
    const open = await unit.openConversation(customer);
    const conversation = open ?? (await unit.startConversation({ customer, chat }));
    if (open === undefined) {
      const data = { conversation: conversation.id };
      await record(unit, [{ kind: "conversation_opened", customer, data }]);
    }
    return write(unit, conversation, { ...input, by: "customer", atMs });
  },
);

export type WriteToCustomer = Said & { readonly conversation: number };

/** An operator writes into a customer's chat, in answer: the law's hours are for what the provider begins. */
export const writeToCustomer = timedCommand<WriteToCustomer, Written>(
  "conversation answer",
  "message.send",
  async (unit, { input }) => {
    const conversation = await lockedOpen(unit, input.conversation);
    if (!conversation.ok) return conversation;
    return write(unit, conversation.value, { ...input, by: "operator", atMs: input.now });
  },
);

export type CloseConversation = { readonly conversation: number };

/** An operator ends the talk: the chat is the bot's again. */
export const closeConversation = timedCommand<CloseConversation, CloseConversation>(
  "conversation close",
  "message.send",
  async (unit, { input }) => {
    const found = await lockedOpen(unit, input.conversation);
    return found.ok ? close(unit, found.value, "operator") : found;
  },
);

/** The customer is done talking. Nothing to close is as good as closed. */
export const leaveConversation = selfService<object, { readonly conversation: number | null }>(
  "conversation leave",
  async (unit, { id: customer }) => {
    const open = await unit.openConversation(customer);
    return open === undefined ? accept({ conversation: null }) : close(unit, open, "customer");
  },
);

async function lockedOpen(unit: Unit, id: number): Promise<Result<Conversation, Refusal>> {
  const seen = await unit.conversation(id);
  if (seen === undefined) return refuse({ code: "conversation_unknown", conversation: id });
  const customer = await lockedCustomer(unit, seen.customer);
  if (!customer.ok) return customer;
  const now = await unit.conversation(id);
  return now?.isOpen === true
    ? accept(now)
    : refuse({ code: "conversation_closed", conversation: id });
}

type Writing = Said & { readonly by: "customer" | "operator"; readonly atMs: number };

async function write(
  unit: Unit,
  { id: conversation, customer }: Conversation,
  { body: typed, file, by, atMs }: Writing,
): Promise<Result<Written, Refusal>> {
  const body = manyLines(typed);
  // A picture needs no words.
  const refusal =
    file === undefined
      ? checkText("body", body, MAX_BODY)
      : checkOptionalText("body", body === "" ? null : body, MAX_BODY);
  if (refusal !== undefined) return refuse(refusal);
  const attachment = file === undefined ? null : await attach(unit, customer, file);
  const message = await unit.addConversationMessage({
    conversation,
    customer,
    by,
    body,
    attachment,
    atMs,
  });
  const data = { conversation, message, by };
  await record(unit, [{ kind: "conversation_message_written", customer, data }]);
  return accept({ conversation, message });
}

async function attach(
  unit: Unit,
  customer: CustomerId,
  { stored, name: given }: NonNullable<Said["file"]>,
): Promise<number> {
  const name = attachmentName(given, stored.mediaType);
  const attachment = await unit.addAttachment({ ...stored, customer, name, description: null });
  const { sizeBytes } = stored;
  await record(unit, [
    { kind: "attachment_added", customer, data: { attachment, name, sizeBytes } },
  ]);
  return attachment;
}

async function close(
  unit: Unit,
  { id: conversation, customer }: Conversation,
  by: "customer" | "operator",
): Promise<Result<CloseConversation, Refusal>> {
  await unit.closeConversation(conversation);
  await record(unit, [{ kind: "conversation_closed", customer, data: { conversation, by } }]);
  return accept({ conversation });
}
