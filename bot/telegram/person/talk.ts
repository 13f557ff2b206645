import { leaveConversation, writeToOperators } from "#core/use-cases/converse.ts";
import { MAX_ATTACHMENT_BYTES } from "#core/work/limits.ts";
import type { Typed } from "../feature.ts";
import { askWhoItIs } from "../identity/ask.ts";
import { showStart } from "../menu/start.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import { isKnown, type KnownTalk, type SentFile, type Talk } from "../talk.ts";
import { PERSON_CLOSE } from "./verbs.ts";

/** The step at which words and files are for a person. */
export const WITH_PERSON = "person";

export async function askWords(talk: KnownTalk): Promise<void> {
  const { deps, owner } = talk;
  const isOpen = await deps.reads.isTalking(owner.customer);
  await talk.show(screen(talk, isOpen ? "telegram-person-goes-on" : "telegram-person-ask"), {
    step: WITH_PERSON,
  });
}

function screen(talk: Talk, id: string, wrong?: string): Screen {
  const { texts } = talk;
  return {
    text: paragraphs(wrong, htmlSay(texts)(id)),
    buttons: [
      ...(id === "telegram-person-ask"
        ? []
        : [[{ text: texts.say("telegram-person-close"), verb: PERSON_CLOSE }]]),
      [toMenu(talk)],
    ],
  };
}

export async function wordsTyped(talk: Talk, { text }: Typed): Promise<void> {
  if (isKnown(talk)) await passOn(talk, { body: text });
}

export async function fileSent(
  talk: Talk,
  file: SentFile & { readonly caption: string },
): Promise<void> {
  if (!isKnown(talk)) return;
  const { deps, texts } = talk;
  if (file.sizeBytes > MAX_ATTACHMENT_BYTES) {
    const tooLarge = { code: "attachment_too_large", maxBytes: MAX_ATTACHMENT_BYTES } as const;
    return goOn(talk, texts.refusal(tooLarge));
  }
  const stored = await deps.files.put(chunksOf(await talk.download(file)));
  if (!stored.ok) return goOn(talk, texts.refusal(stored.refusal));
  await passOn(talk, { body: file.caption, file: { stored: stored.value, name: file.name } });
}

async function passOn(
  talk: KnownTalk,
  said: Omit<Parameters<typeof writeToOperators>[1]["input"], "chat" | "now">,
): Promise<void> {
  const { deps, texts } = talk;
  const written = await writeToOperators(deps.ports, {
    input: { ...talk.fromChat(), ...said },
    today: deps.today(),
    key: `${talk.key}:person`,
  });
  await goOn(talk, written.ok ? undefined : texts.refusal(written.refusal));
}

const goOn = (talk: Talk, wrong: string | undefined): Promise<void> =>
  talk.show(screen(talk, "telegram-person-sent", wrong), { step: WITH_PERSON });

/** `/humano`, also from somebody who has to say first who it is. */
export const personAsked = (talk: Talk): Promise<void> =>
  isKnown(talk) ? askWords(talk) : askWhoItIs(talk);

/** While a person is in the chat, words that nothing asked for are for that person; else they ask for the menu. */
export async function wordsWhileIdle(talk: Talk, typed: Typed): Promise<void> {
  if (await isWithPerson(talk)) return wordsTyped(talk, typed);
  await showStart(talk);
}

export async function fileWhileIdle(talk: Talk, file: SentFile & { readonly caption: string }) {
  if (await isWithPerson(talk)) return fileSent(talk, file);
  await showStart(talk);
}

const isWithPerson = async (talk: Talk): Promise<boolean> =>
  isKnown(talk) && (await talk.deps.reads.isTalking(talk.owner.customer));

export async function closeTalk(talk: KnownTalk): Promise<void> {
  const { deps, texts } = talk;
  const closed = await leaveConversation(deps.ports, {
    input: talk.fromChat(),
    today: deps.today(),
    key: `${talk.key}:leave`,
  });
  await talk.show({
    text: closed.ok ? htmlSay(texts)("telegram-person-closed") : texts.refusal(closed.refusal),
    buttons: [[toMenu(talk)]],
  });
}

const toMenu = ({ texts }: Talk): Button => ({
  text: texts.say("telegram-to-menu"),
  verb: BACK_TO_MENU,
});

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
