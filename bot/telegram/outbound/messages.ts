import type { CustomerId } from "#core/ids.ts";
import { type Outcome, sendReleased, together } from "../../released.ts";
import { SENT, type Sender } from "../../sending.ts";
import type { Texts } from "../../texts/texts.ts";
import { cut, escapeHtml } from "../html.ts";
import { LIMITS } from "../limits.ts";
import { firstName } from "../menu/first-name.ts";
import { BACK_TO_MENU, NOT_ME, STOP } from "../menu/verbs.ts";
import { creditorLine } from "../provider-name.ts";
import type { ProviderFace } from "../reads.ts";
import type { Screen } from "../screen.ts";
import { languageOf, type Outbound, sendTo } from "./deliver.ts";

/** What operators and the ladder write in the app, into each of the customer's chats. */
export const sendAppMessage =
  (outbound: Outbound): Sender<"send_message:app"> =>
  ({ customer, message }, { isLast }) =>
    sendReleased(outbound.deps, { message, isLast }, ({ to, body }) =>
      toAll(outbound, { customer, body, to: to.map(Number) }),
    );

type Letter = {
  readonly customer: CustomerId;
  readonly body: string;
  readonly to: readonly number[];
};

async function toAll(outbound: Outbound, { customer, body, to }: Letter): Promise<Outcome> {
  const { deps } = outbound;
  const provider = await deps.reads.provider();
  const chats = await deps.reads.chatsOf(customer);
  const outcomes: Outcome[] = [];
  for (const { chat, language } of chats.filter((one) => to.includes(one.chat))) {
    const owner = await deps.reads.chatOwner(chat);
    const name = firstName(owner?.name ?? "");
    const texts = deps.textsOf(languageOf(language));
    outcomes.push(await sendPieces(outbound, chat, letter({ body, name, provider, texts })));
  }
  return together(outcomes);
}

/** A long text takes several messages; the buttons stand under the last. */
async function sendPieces(
  outbound: Outbound,
  chat: number,
  screens: readonly Screen[],
): Promise<Outcome> {
  let outcome: Outcome = SENT;
  for (const screen of screens) {
    outcome = await sendTo(outbound, chat, screen);
    if (outcome.outcome !== "sent") return outcome;
  }
  return outcome;
}

type Writing = {
  readonly body: string;
  readonly name: string;
  readonly provider: ProviderFace;
  readonly texts: Texts;
};

/** Who writes stands under it (CDC art. 42-A), and how to say that it is unwanted or not for oneself. */
function letter({ body, name, provider, texts: { say } }: Writing): Screen[] {
  const creditor = creditorLine(provider);
  const signature = creditor === "" ? "" : `\n\n<i>${escapeHtml(cut(creditor, MAX_SIGNATURE))}</i>`;
  const pieces = body.match(PIECES) ?? [""];
  return pieces.map((piece, index) => {
    const text = escapeHtml(piece);
    if (index < pieces.length - 1) return { text };
    return {
      text: `${text}${signature}`,
      buttons: [
        [{ text: say("telegram-letter-open"), verb: BACK_TO_MENU }],
        [
          { text: say("telegram-menu-not-me", { name }), verb: NOT_ME },
          { text: say("telegram-letter-stop"), verb: STOP },
        ],
      ],
    };
  });
}

const MAX_SIGNATURE = 480;
const PIECES = new RegExp(`[\\s\\S]{1,${LIMITS.text - MAX_SIGNATURE - 16}}`, "gu");
