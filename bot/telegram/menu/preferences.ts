import { LANGUAGE_CHOICE, RESUME } from "../commands/verbs.ts";
import type { KnownTalk } from "../talk.ts";
import { BACK_TO_MENU, LEAVE, STOP } from "./verbs.ts";

/** Language, messages, and the way out. */
export async function showPreferences(talk: KnownTalk): Promise<void> {
  const { say } = talk.texts;
  const { optedOut } = talk.owner;
  await talk.show({
    text: say(optedOut ? "telegram-preferences-stopped" : "telegram-preferences"),
    buttons: [
      [{ text: say("telegram-preferences-language"), verb: LANGUAGE_CHOICE }],
      [
        optedOut
          ? { text: say("telegram-preferences-resume"), verb: RESUME }
          : { text: say("telegram-preferences-stop"), verb: STOP },
      ],
      [{ text: say("telegram-preferences-leave"), verb: LEAVE }],
      [{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }],
    ],
  });
}
