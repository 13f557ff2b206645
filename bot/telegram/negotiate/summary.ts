import type { Offer } from "#core/self-service/offer.ts";
import type { OwedBy } from "#db/queries/self-service/read-owed.ts";
import type { Texts } from "../../texts/texts.ts";
import { nameOf, owedNow } from "../debts/invoice-row.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import type { KnownTalk } from "../talk.ts";
import { discountOf } from "./discount.ts";
import { toMenu, toOffers } from "./offers.ts";
import { HAND, OWN, TAKE } from "./verbs.ts";

/** Above this they are counted: the agreement's document has them all. */
const MAX_INVOICES = 10;

export type Summed = {
  readonly offer: Offer;
  /** What is said before it: that it is an answer, and to what. */
  readonly before?: string | undefined;
  /** The customer may propose something else instead. */
  readonly canGoOn?: boolean;
};

/** All that is agreed, before it is. The text is kept as the proof of what was said yes to. */
export async function summaryScreen(talk: KnownTalk, of: Summed): Promise<Screen> {
  const { texts, deps } = talk;
  const { offer, before, canGoOn = false } = of;
  const say = htmlSay(texts);
  const [provider, owed] = await Promise.all([deps.reads.provider(), owedNow(talk)]);
  return {
    text: paragraphs(
      before,
      say("telegram-summary-title"),
      figures(offer, texts),
      invoices(offer, owed, texts),
      payments(offer, texts),
      say("telegram-summary-means", {
        count: offer.count,
        until: texts.date(offer.proposal.toleranceDate),
      }),
      provider.name === "" ? undefined : say("telegram-summary-creditor", provider),
      say("telegram-summary-stands", { standsUntil: texts.date(offer.standsUntil) }),
    ),
    buttons: [
      [{ text: texts.say("telegram-summary-accept"), verb: TAKE, row: `${offer.id}` }],
      ...(canGoOn ? [goOn(texts)] : []),
      [toOffers(texts), toMenu(texts)],
    ],
  };
}

const goOn = ({ say }: Texts): Button[] => [
  { text: say("telegram-own-again"), verb: OWN },
  { text: say("telegram-offers-hand"), verb: HAND, row: "asked" },
];

function figures(offer: Offer, texts: Texts): string {
  const { debt, discountCents, totalCents } = offer;
  const say = htmlSay(texts);
  const money = (cents: typeof totalCents) => ({ amount: texts.money(cents) });
  return [
    say("telegram-summary-balance", money(debt.balanceCents)),
    ...(debt.fineCents > 0 ? [say("telegram-summary-fine", money(debt.fineCents))] : []),
    ...(debt.interestCents > 0
      ? [say("telegram-summary-interest", money(debt.interestCents))]
      : []),
    ...(discountCents > 0
      ? [
          say("telegram-summary-discount", {
            ...money(discountCents),
            rate: texts.percent(discountOf(offer)),
          }),
        ]
      : []),
    say("telegram-summary-total", money(totalCents)),
  ].join("\n");
}

function invoices({ debt }: Offer, owed: OwedBy, texts: Texts): string {
  const named = new Map(owed.invoices.map((one) => [one.invoice, one]));
  const say = htmlSay(texts);
  const shown = debt.invoices.slice(0, MAX_INVOICES).map(({ invoice, dueDate, balanceCents }) =>
    say("telegram-summary-invoice", {
      name: nameOf(named.get(invoice) ?? { invoice, number: null, description: null }, texts),
      invoice: named.get(invoice)?.number ?? invoice,
      dueDate: texts.date(dueDate),
      amount: texts.money(balanceCents),
    }),
  );
  const more = debt.invoices.length - shown.length;
  return [
    say("telegram-summary-invoices", { count: debt.invoices.length }),
    ...shown,
    ...(more > 0 ? [say("telegram-summary-more", { count: more })] : []),
  ].join("\n");
}

function payments({ instalments }: Offer, texts: Texts): string {
  const say = htmlSay(texts);
  return [
    say("telegram-summary-payments"),
    ...instalments.map(({ number, dueDate, amount }) =>
      say("telegram-summary-payment", {
        number,
        dueDate: texts.date(dueDate),
        amount: texts.money(amount),
      }),
    ),
  ].join("\n");
}
