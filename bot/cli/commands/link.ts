import { createHash, randomBytes } from "node:crypto";
import type { CustomerId } from "#core/ids.ts";
import { linkCustomer } from "#core/use-cases/link-customer.ts";
import { ask } from "../call.ts";
import { define } from "../command.ts";
import { id } from "../readers.ts";

/** 256 bits: nobody guesses one, and as base64url they are under Telegram's 64 characters. */
const TOKEN_BYTES = 32;

export const link = define({
  name: "link",
  help: "Makes a customer's one-time link to the Telegram bot. It is shown once: only a digest of it is kept.",
  example: "C1042",
  args: [
    { name: "<customer>", help: "the customer's id", read: id<CustomerId>("a customer's id") },
  ],
  async work(call, _, [customer]) {
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    const tokenSha256 = createHash("sha256").update(token).digest("hex");
    const { shell, config } = call;
    const bot = config.telegram.state === "off" ? undefined : await shell.botName?.(config);
    const { expiresOn } = await ask(call, linkCustomer, { customer, tokenSha256 });
    const start = `?start=${token}`;
    const url = bot === undefined ? null : `https://t.me/${bot}${start}`;
    return {
      json: { customer, url, start, expiresOn },
      text:
        url === null
          ? [
              `${config.telegram.state === "off" ? "Telegram is not configured yet (TELEGRAM_BOT_TOKEN)" : "Telegram does not say the bot's name right now"}. The link is https://t.me/ and the bot's name, followed by:`,
              start,
              `It can be used until ${expiresOn}.`,
            ]
          : [url, `It can be used once, until ${expiresOn}.`],
    };
  },
});
