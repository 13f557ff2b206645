import type { CustomerId } from "../ids.ts";
import type { Unit } from "../ports.ts";
import { accept } from "../result.ts";
import { chatCommand } from "./chat-command.ts";
import { markContact } from "./enter-chat.ts";
import { lockedChat } from "./locked-chat.ts";
import { record } from "./record.ts";
import { giveTask, type TaskWords } from "./self-service-task.ts";

export type Left = { readonly left: boolean };

/** The chat is nobody's any more; what it showed has to be proved again. */
export const leaveChat = chatCommand<object, Left>("chat leave", async (unit, { input }) => {
  const standing = await lockedChat(unit, input.chat);
  if (standing === undefined) return accept({ left: false });
  await unlink(unit, { ...standing, reason: "left" });
  return accept({ left: true });
});

/** `words`: what the operator who looks into it reads. */
export type DisownChat = { readonly words: TaskWords };

/**
 * "This is not me": whoever is here got another's link or has another's number. Honoured at once: the chat is cut off, links that
 * are still out are void, the app (and the phone, where it was the proof) is closed to messages until somebody proves who
 * they are, and an operator looks at the record.
 */
export const disownChat = chatCommand<DisownChat, Left>(
  "chat disown",
  async (unit, { input, today }) => {
    const standing = await lockedChat(unit, input.chat);
    if (standing === undefined) return accept({ left: false });
    const { customer, by } = standing;
    await unlink(unit, { ...standing, reason: "not me" });
    await unit.dropTelegramLinks(customer);
    const outcome = "wrong person";
    await markContact(unit, { customer, medium: "app", outcome, atMs: input.now });
    if (by === "contact") {
      await markContact(unit, { customer, medium: "sms", outcome, atMs: input.now });
    }
    const task = await giveTask(unit, { customer, words: input.words, dueOn: today });
    return task.ok ? accept({ left: true }) : task;
  },
);

type Leaving = {
  readonly chat: number;
  readonly customer: CustomerId;
  readonly reason: "left" | "not me" | "thrown out";
};

export async function unlink(unit: Unit, { chat, customer, reason }: Leaving): Promise<void> {
  await unit.unlinkChat(chat);
  await record(unit, [{ kind: "telegram_chat_unlinked", customer, data: { chat, reason } }]);
}
