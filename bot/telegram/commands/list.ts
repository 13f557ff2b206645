import type { Api } from "grammy";
import type { Language } from "../../config.ts";
import type { TelegramDeps } from "../deps.ts";

/** As Telegram lists them, in the order of their use. Each name with the id of what it does. */
export const LISTED: Readonly<
  Record<Language, readonly (readonly [name: string, text: string])[]>
> = {
  "pt-BR": [
    ["menu", "telegram-command-menu"],
    ["status", "telegram-command-status"],
    ["humano", "telegram-command-person"],
    ["ajuda", "telegram-command-help"],
    ["parar", "telegram-command-stop"],
    ["sair", "telegram-command-leave"],
    ["privacidade", "telegram-command-privacy"],
    ["idioma", "telegram-command-language"],
  ],
  en: [
    ["menu", "telegram-command-menu"],
    ["status", "telegram-command-status"],
    ["human", "telegram-command-person"],
    ["help", "telegram-command-help"],
    ["stop", "telegram-command-stop"],
    ["logout", "telegram-command-leave"],
    ["privacy", "telegram-command-privacy"],
    ["language", "telegram-command-language"],
  ],
};

/** Portuguese for everybody, English for whoever has their Telegram in English. */
export async function tellCommands({ textsOf }: TelegramDeps, api: Api): Promise<void> {
  const described = (language: Language) =>
    LISTED[language].map(([command, text]) => ({
      command,
      description: textsOf(language).say(text),
    }));
  await api.setMyCommands(described("pt-BR"));
  await api.setMyCommands(described("en"), { language_code: "en" });
}
