import { Api } from "grammy";

const PATIENCE_SECONDS = 5;

/** The bot's user name, as in t.me/name. Undefined when Telegram does not answer, or does not know the token. */
export async function readBotName(botToken: string): Promise<string | undefined> {
  try {
    const api = new Api(botToken, { timeoutSeconds: PATIENCE_SECONDS });
    return (await api.getMe()).username;
  } catch {
    return undefined;
  }
}
