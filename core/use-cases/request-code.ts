import type { CodeChannel } from "../identity/effects.ts";
import { CODE_MINUTES, CODE_TRIES, CODES_A_DAY } from "../identity/limits.ts";
import { reachedBy } from "../identity/proof.ts";
import type { CustomerId } from "../ids.ts";
import { accept } from "../result.ts";
import { chatCommand } from "./chat-command.ts";

export type RequestCode = {
  readonly customers: readonly CustomerId[];
  readonly channel: CodeChannel;
  /** Fresh and random; of `CODE_DIGITS` digits. */
  readonly code: string;
};

const DAY_MS = 86_400_000;

/** Prepares a code, and has it sent where the record says. Where there is nobody, all looks the same and nothing leaves. */
export const requestCode = chatCommand<RequestCode, { readonly minutes: number }>(
  "identity code request",
  async (unit, { input }) => {
    const { chat, now, channel, code } = input;
    await unit.lockChat(chat);
    const claimed = reachedBy(await unit.claimed(input.customers), channel);
    const customer = claimed?.customer ?? null;
    const expiresAtMs = now + CODE_MINUTES * 60_000;
    await unit.saveIdentityCode({
      chat,
      customer,
      channel,
      code,
      expiresAtMs,
      triesLeft: CODE_TRIES,
    });
    const subject = `code:${customer ?? ""}`;
    const sent = await unit.attemptsSince(subject, now - DAY_MS);
    await unit.addAttempt(subject, now);
    // Somebody who only knows a tax id shall not fill its owner's mailbox.
    if (customer !== null && sent < CODES_A_DAY) {
      await unit.enqueue([{ kind: "send_identity_code", customer, chat, channel }]);
    }
    return accept({ minutes: CODE_MINUTES });
  },
);
