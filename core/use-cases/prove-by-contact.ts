import { ownerOfPhone } from "../identity/proof.ts";
import type { CustomerId } from "../ids.ts";
import { accept } from "../result.ts";
import { chatCommand } from "./chat-command.ts";
import { type Entered, enterChat, NOT_PROVED } from "./enter-chat.ts";

export type ProveByContact = {
  /** Those with the tax id that was claimed. */
  readonly customers: readonly CustomerId[];
  /** As Telegram tells it of the account's own owner; whoever asks has made sure of that. */
  readonly phone: string;
  readonly language: string;
};

/** The phone of the Telegram account is the one on record. */
export const proveByContact = chatCommand<ProveByContact, Entered>(
  "identity contact",
  async (unit, { input }) => {
    const { chat, now, phone, language } = input;
    const customer = ownerOfPhone(await unit.claimed(input.customers), phone);
    return accept(
      customer === undefined
        ? NOT_PROVED
        : await enterChat(unit, { chat, customer, by: "contact", language, atMs: now }),
    );
  },
);
