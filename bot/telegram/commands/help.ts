import { escapeHtml } from "../html.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { creditorLine, ofProvider } from "../provider-name.ts";
import type { Talk } from "../talk.ts";

export async function showHelp(talk: Talk): Promise<void> {
  await showText(talk, talk.texts.say("telegram-help", await provider(talk)));
}

export async function showPrivacy(talk: Talk): Promise<void> {
  await showText(talk, talk.texts.say("telegram-privacy", await provider(talk)));
}

const showText = (talk: Talk, text: string): Promise<void> =>
  talk.show({
    text,
    buttons: [[{ text: talk.texts.say("telegram-to-menu"), verb: BACK_TO_MENU }]],
  });

async function provider({ deps, texts }: Talk) {
  const face = await deps.reads.provider();
  const creditor = creditorLine(face) || texts.say("telegram-your-provider");
  return { provider: ofProvider(face, texts), creditor: escapeHtml(creditor) };
}
