import { accept } from "../result.ts";
import { chatCommand } from "./chat-command.ts";
import { type Entered, enterChat } from "./enter-chat.ts";

export type ProveByCode = { readonly code: string; readonly language: string };
export type CodeProof =
  | Exclude<Entered, { readonly outcome: "not proved" }>
  | { readonly outcome: "not proved"; readonly mayTryAgain: boolean };

/** The code that was sent to the customer comes back from the chat that asked for it, in time and within a few tries. */
export const proveByCode = chatCommand<ProveByCode, CodeProof>(
  "identity code",
  async (unit, { input }) => {
    const { chat, now, code, language } = input;
    await unit.lockChat(chat);
    const standing = await unit.identityCode(chat);
    if (standing === undefined || standing.expiresAtMs <= now || standing.triesLeft < 1) {
      return accept({ outcome: "not proved", mayTryAgain: false });
    }
    const { customer, triesLeft } = standing;
    if (customer === null || standing.code !== code) {
      await unit.spendCodeTry(chat);
      return accept({ outcome: "not proved", mayTryAgain: triesLeft > 1 });
    }
    await unit.dropIdentityCode(chat);
    const entered = await enterChat(unit, { chat, customer, by: "code", language, atMs: now });
    return accept(entered.outcome === "not proved" ? { ...entered, mayTryAgain: false } : entered);
  },
);
