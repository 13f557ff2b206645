import { setChatLanguage } from "#core/use-cases/stop-chat.ts";
import { showStart } from "../menu/start.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { isKnown, type Talk } from "../talk.ts";
import { LANGUAGE } from "./verbs.ts";

/** Each language is named in itself. */
export async function chooseLanguage(talk: Talk): Promise<void> {
  const { say } = talk.texts;
  await talk.show({
    text: say("telegram-language"),
    buttons: [
      [
        { text: "Português", verb: LANGUAGE, row: "pt-BR" },
        { text: "English", verb: LANGUAGE, row: "en" },
      ],
      [{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }],
    ],
  });
}

export async function setLanguage(talk: Talk, row: string): Promise<void> {
  const language = row === "en" ? "en" : "pt-BR";
  if (isKnown(talk)) {
    const input = { ...talk.fromChat(), language };
    await setChatLanguage(talk.deps.ports, { input, today: talk.deps.today(), key: talk.key });
  }
  const speaking = await talk.speak(language);
  await showStart(speaking, speaking.texts.say("telegram-language-set"));
}
