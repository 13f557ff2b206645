import { mayThrowOut } from "../identity/chat.ts";
import { accept } from "../result.ts";
import { chatCommand } from "./chat-command.ts";
import { unlink } from "./leave-chat.ts";
import { lockedChat } from "./locked-chat.ts";
import { giveTask, type TaskWords } from "./self-service-task.ts";

export type ThrowOutChat = {
  /** The newer chat that the customer does not know. */
  readonly other: number;
  readonly words: TaskWords;
};

/** "That was not me": a chat that came in later with the customer's link is cut off, and an operator is told to look into it. */
export const throwOutChat = chatCommand<ThrowOutChat, { readonly thrownOut: boolean }>(
  "chat throw out",
  async (unit, { input, today }) => {
    const standing = await lockedChat(unit, input.chat);
    if (standing === undefined) return accept({ thrownOut: false });
    const { customer } = standing;
    const others = await unit.chatsOf(customer);
    const other = others.find(({ chat }) => chat === input.other);
    if (other === undefined || !mayThrowOut(standing, other)) return accept({ thrownOut: false });
    await unlink(unit, { ...other, reason: "thrown out" });
    await unit.dropTelegramLinks(customer);
    const task = await giveTask(unit, { customer, words: input.words, dueOn: today });
    return task.ok ? accept({ thrownOut: true }) : task;
  },
);
