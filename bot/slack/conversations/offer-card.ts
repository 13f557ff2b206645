import { type CivilDate, daysBetween } from "#core/calendar.ts";
import { CUSTOMER_ACTOR } from "#core/ids.ts";
import type { Handed } from "#core/self-service/offer.ts";
import type { NegotiationCard } from "#db/queries/self-service/read-negotiation.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Message } from "../approvals/message.ts";
import {
  actions,
  type Blocks,
  button,
  context,
  cut,
  header,
  section,
  typed,
} from "../block-kit.ts";
import { short } from "../plain-blocks.ts";
import { CUSTOMER_TALK } from "./ids.ts";

export type OfferCard = {
  readonly card: NegotiationCard;
  readonly today: CivilDate;
  /** Whoever answered just now. */
  readonly by?: string | undefined;
};

/** What a customer wants beyond the policy, what is owed and how it went before; with buttons while it waits. */
export function offerCardMessage(of: OfferCard, texts: Texts): Message {
  const { card } = of;
  const { say } = texts;
  const name = short(card.name);
  return {
    text: say("talk-offer-notification", { name }),
    blocks: [
      header(say("talk-offer-title", { name })),
      section([whyLine(card, texts), wantedLines(card.handed, texts)].join("\n")),
      section(debtLines(of, texts)),
      context(...historyLines(card, texts)),
      ...(card.status === "handed"
        ? [context(say("talk-offer-effect")), ...buttons(card, texts)]
        : [context(outcomeLine(of, texts)), ...actions(accountButton(card, texts))]),
    ],
  };
}

const whyLine = ({ handed }: NegotiationCard, { say }: Texts): string =>
  say("talk-offer-why", {
    because: say(`handed-because-${(handed?.because ?? "asked for").replaceAll(" ", "-")}`),
  });

function wantedLines(handed: Handed | null, texts: Texts): string {
  const { say, money, date } = texts;
  const wanted = handed?.wanted ?? null;
  if (wanted === null) return say("talk-offer-no-terms");
  const { count, totalCents, discountCents, instalments } = wanted;
  const [first] = instalments;
  const terms = say("talk-offer-wanted", {
    count,
    total: money(totalCents),
    first: first === undefined ? "–" : money(first.amount),
    date: date(first?.dueDate ?? wanted.firstDue),
  });
  return discountCents > 0
    ? `${terms}\n${say("talk-offer-discount", { discount: money(discountCents) })}`
    : terms;
}

function debtLines({ card, today }: OfferCard, { say, money }: Texts): string {
  const { negotiableInvoices, negotiableCents, oldestDue, taxId, city } = card;
  const who = [taxId, city].flatMap((one) => (one === null ? [] : [typed(short(one))]));
  return [
    say("talk-offer-debt", {
      invoices: negotiableInvoices,
      amount: money(negotiableCents),
      days: oldestDue === null ? 0 : Math.max(0, daysBetween(oldestDue, today)),
    }),
    ...(who.length === 0 ? [] : [who.join(" · ")]),
  ].join("\n");
}

function historyLines({ kept, broken, offers }: NegotiationCard, texts: Texts): string[] {
  const { say, money } = texts;
  const ofPolicy = offers.filter(({ madeBy }) => madeBy === CUSTOMER_ACTOR).slice(0, 4);
  return [
    say("talk-offer-history", { kept, broken }),
    ...(ofPolicy.length === 0
      ? []
      : [
          say("talk-offer-made", {
            offers: texts.list(
              ofPolicy.map(({ count, totalCents }) => `${count}x (${money(totalCents)})`),
            ),
          }),
        ]),
  ];
}

function outcomeLine({ card, by }: OfferCard, { say }: Texts): string {
  const status = say(`talk-offer-${card.status}`);
  const note =
    card.note === null ? "" : ` ${say("talk-note", { note: typed(cut(card.note, 500)) })}`;
  return by === undefined
    ? `${status}${note}`
    : `${status} ${say("talk-by", { name: typed(by) })}${note}`;
}

function buttons(card: NegotiationCard, texts: Texts): Blocks {
  const { negotiation, handed, name } = card;
  const { say, money } = texts;
  const value = `${negotiation}`;
  const wanted = handed?.wanted ?? null;
  return actions(
    ...(wanted === null
      ? []
      : [
          button({
            id: CUSTOMER_TALK.acceptOffer,
            text: say("talk-offer-accept"),
            value,
            style: "primary",
            confirm: {
              title: say("talk-offer-accept"),
              text: say("talk-offer-accept-confirm", {
                name: typed(cut(name, 80)),
                count: wanted.count,
                total: money(wanted.totalCents),
              }),
              yes: say("talk-offer-accept"),
              no: say("slack-no"),
            },
          }),
        ]),
    button({ id: CUSTOMER_TALK.counterOffer, text: say("talk-offer-counter"), value }),
    button({
      id: CUSTOMER_TALK.refuseOffer,
      text: say("talk-offer-refuse"),
      value,
      style: "danger",
    }),
    accountButton(card, texts),
  );
}

const accountButton = ({ customer }: NegotiationCard, { say }: Texts) =>
  button({ id: CUSTOMER_TALK.openAccount, text: say("approval-open-account"), value: customer });
