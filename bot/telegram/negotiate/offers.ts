import type { Refusal } from "#core/refusals.ts";
import type { Offer } from "#core/self-service/offer.ts";
import { type Proposed, proposeOffers } from "#core/use-cases/propose-offers.ts";
import type { Texts } from "../../texts/texts.ts";
import { DEBTS } from "../debts/verbs.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { PERSON } from "../person/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import type { KnownTalk } from "../talk.ts";
import { discountOf } from "./discount.ts";
import { HAND, OFFER, OFFERS, OWN } from "./verbs.ts";

export const showOffers = (talk: KnownTalk): Promise<void> => offersAfter(talk, undefined);

/** The offers of now; `because`: what was wanted first could not be, and why. */
export async function offersAfter(talk: KnownTalk, because: string | undefined): Promise<void> {
  const { deps, texts } = talk;
  const proposed = await proposeOffers(deps.ports, {
    input: { ...talk.fromChat(), description: texts.say("self-service-description") },
    today: deps.today(),
  });
  if (proposed.ok) return talk.show(offersScreen(proposed.value, because, talk));
  if (proposed.refusal.code === "self_service_not_configured") {
    deps.log.error({ refusal: proposed.refusal }, "customers cannot agree alone");
  }
  await talk.show(noOffersScreen(proposed.refusal, because, texts));
}

function offersScreen(
  { debt, offers, withOperator }: Proposed,
  because: string | undefined,
  { texts }: KnownTalk,
): Screen {
  const say = htmlSay(texts);
  const owed = say("telegram-offers-debt", {
    total: texts.money(debt.totalCents),
    count: debt.invoices.length,
    days: debt.daysOverdue,
  });
  return {
    text: paragraphs(
      because === undefined ? undefined : say("telegram-offers-because", { because }),
      say("telegram-offers-title"),
      owed,
      offers.length === 0
        ? say("telegram-offers-none")
        : paragraphs(
            say("telegram-offers-choose"),
            offers.map((offer) => line(offer, texts)).join("\n"),
            validity(offers, texts),
          ),
      withOperator ? say("telegram-offers-with-operator") : undefined,
    ),
    buttons: [
      ...offers.map((offer): Button[] => [
        {
          text: label(offer, texts),
          verb: OFFER,
          row: `${offer.id}`,
        },
      ]),
      ...(withOperator
        ? []
        : [
            [{ text: texts.say("telegram-offers-own"), verb: OWN }],
            [{ text: texts.say("telegram-offers-hand"), verb: HAND, row: "asked" }],
          ]),
      [{ text: texts.say("telegram-back-to-debts"), verb: DEBTS }, toMenu(texts)],
    ],
  };
}

/** Whoever has read one date knows all, most often. */
function validity(offers: readonly Offer[], texts: Texts): string {
  const days = [...new Set(offers.map(({ standsUntil }) => standsUntil))].sort();
  const shown = days.map((day) => texts.date(day));
  return htmlSay(texts)("telegram-offers-stand", { count: shown.length, first: shown[0] ?? "" });
}

function label({ count, instalments, totalCents }: Offer, { say, money }: Texts): string {
  if (count === 1) return say("telegram-offer-once", { amount: money(totalCents) });
  const [first, second] = instalments;
  const entry = first?.amount ?? totalCents;
  // Even parts differ by a cent at the most.
  const isEven = entry - (second?.amount ?? entry) <= 1;
  return say(isEven ? "telegram-offer-split" : "telegram-offer-entry", {
    count,
    amount: money(entry),
  });
}

function line(offer: Offer, texts: Texts): string {
  const { count, totalCents, discountCents, instalments, standsUntil } = offer;
  const [first] = instalments;
  return htmlSay(texts)(count === 1 ? "telegram-offer-line-once" : "telegram-offer-line-split", {
    count,
    total: texts.money(totalCents),
    first: texts.money(first?.amount ?? totalCents),
    firstDue: texts.date(first?.dueDate ?? standsUntil),
    discount:
      discountCents > 0
        ? texts.say("telegram-offer-discount", {
            amount: texts.money(discountCents),
            rate: texts.percent(discountOf(offer)),
          })
        : "",
  });
}

function noOffersScreen(refusal: Refusal, because: string | undefined, texts: Texts): Screen {
  const say = htmlSay(texts);
  const isBroken = refusal.code === "nothing_to_negotiate" && refusal.broken;
  return {
    text: paragraphs(
      because === undefined ? undefined : say("telegram-offers-because", { because }),
      refusal.code === "self_service_not_configured"
        ? say("telegram-offers-by-person")
        : texts.refusal(refusal),
    ),
    buttons: [
      isBroken
        ? [{ text: texts.say("telegram-offers-hand"), verb: HAND, row: "broken" }]
        : [{ text: texts.say("telegram-menu-person"), verb: PERSON }],
      [{ text: texts.say("telegram-back-to-debts"), verb: DEBTS }, toMenu(texts)],
    ],
  };
}

export const toMenu = ({ say }: Texts): Button => ({
  text: say("telegram-to-menu"),
  verb: BACK_TO_MENU,
});
export const toOffers = ({ say }: Texts): Button => ({
  text: say("telegram-back-to-offers"),
  verb: OFFERS,
});
