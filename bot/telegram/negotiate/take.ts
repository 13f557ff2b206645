import type { AgreementNumber } from "#core/ids.ts";
import type { Offer } from "#core/self-service/offer.ts";
import { acceptOffer } from "#core/use-cases/accept-offer.ts";
import { sendAgreementPdf } from "../agreement/pdf.ts";
import { AGREEMENT } from "../agreement/verbs.ts";
import { rowOf } from "../debts/invoice-row.ts";
import { IDLE } from "../dialog.ts";
import { PAY_ONE } from "../pay/verbs.ts";
import { htmlSay, paragraphs, readAs } from "../say.ts";
import type { KnownTalk } from "../talk.ts";
import { offersAfter, toMenu } from "./offers.ts";
import { type Summed, summaryScreen } from "./summary.ts";

/** What stood on the screen when the customer was asked. */
type Asked = { readonly offer: number; readonly text: string };

/** One offer in full, to say yes to. */
export async function showOffer(talk: KnownTalk, row: string): Promise<void> {
  const offer = await offerOfRow(talk, row);
  if (offer === undefined) return offersAfter(talk, talk.texts.say("telegram-offer-gone"));
  await showSummary(talk, { offer });
}

export async function showSummary(talk: KnownTalk, summed: Summed): Promise<void> {
  const screen = await summaryScreen(talk, summed);
  const asked: Asked = { offer: summed.offer.id, text: readAs(screen.text) };
  await talk.show(screen, { step: IDLE, data: asked });
}

/** Only an open one of the customer's own. */
async function offerOfRow({ deps, owner }: KnownTalk, row: string): Promise<Offer | undefined> {
  const id = /^\d{1,15}$/.test(row) ? Number(row) : 0;
  return deps.reads.openOffer(owner.customer, id);
}

/** Yes to what was read. Why it can be no more is said, with the offers of now. */
export async function takeOffer(talk: KnownTalk, row: string): Promise<void> {
  const { deps, texts } = talk;
  const offer = /^\d{1,15}$/.test(row) ? Number(row) : 0;
  const text = wasAsked(talk.dialog().data, offer);
  // Nobody says yes to what was not shown.
  if (text === undefined) return showOffer(talk, row);
  const taken = await acceptOffer(deps.ports, {
    input: { ...talk.fromChat(), offer, text },
    today: deps.today(),
    key: `${talk.key}:accept`,
  });
  if (!taken.ok) return offersAfter(talk, texts.refusal(taken.refusal));
  await showAgreed(talk, taken.value.agreement);
  await sendAgreementPdf(talk, taken.value.agreement);
}

function wasAsked(data: unknown, offer: number): string | undefined {
  const { offer: shown, text } = (data ?? {}) as Partial<Asked>;
  return shown === offer && typeof text === "string" ? text : undefined;
}

async function showAgreed(talk: KnownTalk, number: AgreementNumber): Promise<void> {
  const { deps, texts, owner } = talk;
  const say = htmlSay(texts);
  const agreements = await deps.reads.ownAgreements(owner.customer, deps.today());
  const made = agreements.find(({ agreement }) => agreement === number);
  const first = made?.instalments.find(({ isPaid }) => !isPaid);
  await talk.show({
    text: paragraphs(
      say("telegram-agreed", { agreement: `${number}` }),
      first === undefined
        ? undefined
        : say("telegram-agreed-first", {
            amount: texts.money(first.amountCents),
            dueDate: texts.date(first.dueDate),
          }),
      say("telegram-agreed-proof"),
    ),
    buttons: [
      ...(first === undefined
        ? []
        : [[{ text: texts.say("telegram-agreed-pay"), verb: PAY_ONE, row: rowOf(first.invoice) }]]),
      [
        { text: texts.say("telegram-menu-agreement"), verb: AGREEMENT, row: `${number}` },
        toMenu(texts),
      ],
    ],
  });
}
