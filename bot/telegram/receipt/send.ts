import { sendReceipt } from "#core/use-cases/send-receipt.ts";
import { MAX_ATTACHMENT_BYTES } from "#core/work/limits.ts";
import type { Texts } from "../../texts/texts.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { PERSON } from "../person/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Screen } from "../screen.ts";
import { isKnown, type KnownTalk, type SentFile, type Talk } from "../talk.ts";

/** The step at which a file is a proof of payment. */
export const AWAITS_RECEIPT = "receipt";

export const askReceipt = (talk: KnownTalk): Promise<void> => ask(talk, undefined);

function ask(talk: Talk, wrong: string | undefined): Promise<void> {
  const { texts } = talk;
  return talk.show(
    {
      text: paragraphs(wrong, htmlSay(texts)("telegram-receipt-ask")),
      buttons: [
        [{ text: texts.say("telegram-menu-person"), verb: PERSON }],
        [{ text: texts.say("telegram-to-menu"), verb: BACK_TO_MENU }],
      ],
    },
    { step: AWAITS_RECEIPT },
  );
}

/** Words are no proof: what is wanted is said again. */
export const receiptTyped = (talk: Talk): Promise<void> =>
  ask(talk, talk.texts.say("telegram-receipt-words"));

export async function receiptSent(
  talk: Talk,
  file: SentFile & { readonly caption: string },
): Promise<void> {
  if (!isKnown(talk)) return;
  const { deps, texts, owner } = talk;
  if (file.sizeBytes > MAX_ATTACHMENT_BYTES) {
    return ask(
      talk,
      texts.refusal({ code: "attachment_too_large", maxBytes: MAX_ATTACHMENT_BYTES }),
    );
  }
  const stored = await deps.files.put(chunksOf(await talk.download(file)));
  if (!stored.ok) return ask(talk, texts.refusal(stored.refusal));
  const sent = await sendReceipt(deps.ports, {
    input: {
      ...talk.fromChat(),
      file: stored.value,
      name: file.name,
      description: texts.say("self-service-receipt-file"),
      task: {
        title: texts.say("self-service-receipt-task", { name: owner.name }),
        ...(file.caption === "" ? {} : { body: file.caption }),
      },
      invoices: [],
    },
    today: deps.today(),
    key: `${talk.key}:receipt`,
  });
  if (!sent.ok) return ask(talk, texts.refusal(sent.refusal));
  await talk.show(thanksScreen(texts, texts.date(sent.value.heldUntil)));
}

const thanksScreen = (texts: Texts, until: string): Screen => ({
  text: htmlSay(texts)("telegram-receipt-thanks", { until }),
  buttons: [[{ text: texts.say("telegram-to-menu"), verb: BACK_TO_MENU }]],
});

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
