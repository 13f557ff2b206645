import { escapeHtml } from "../html.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
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

/** Who is responsible for what is kept, with name, address and tax id where they are filled in. */
async function provider({ deps, texts }: Talk) {
  const { name, address, taxId } = await deps.reads.provider();
  const told = [name, taxId && `CNPJ ${taxId}`, address].filter((part) => part !== "");
  const fallback = texts.say("telegram-your-provider");
  return {
    provider: escapeHtml(name || fallback),
    creditor: escapeHtml(told.join(", ") || fallback),
  };
}
