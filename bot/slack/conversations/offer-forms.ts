import type { ModalView } from "@slack/types";
import type { Cents } from "#core/money.ts";
import type { CounterOffer } from "#core/policy/counter-offer.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import type { NegotiationCard } from "#db/queries/self-service/read-negotiation.ts";
import type { Texts } from "../../texts/texts.ts";
import { dateField, dateIn, numberField, textField, typedIn } from "../fields.ts";
import { modalOf, plainSection, short } from "../plain-blocks.ts";
import { amountIn, amountText } from "../typed-values.ts";
import type { FormValues } from "../view-of.ts";
import { CUSTOMER_TALK } from "./ids.ts";

/** Blocks, named as the core names the fields that it refuses. */
export const OFFER_FIELDS = {
  count: "count",
  firstAmount: "first_amount",
  firstDue: "first_due",
  total: "total",
  note: "note",
} as const;
const F = OFFER_FIELDS;

/** Other terms for the customer to confirm; filled in with what the customer wanted. */
export function counterForm(card: NegotiationCard, texts: Texts): ModalView {
  const { say } = texts;
  const wanted = card.handed?.wanted ?? null;
  const amount = (id: string, cents: Cents | undefined) =>
    textField({
      id,
      label: say(`talk-field-${id}`),
      hint: say("slack-panels-amount-hint"),
      optional: true,
      initial: cents === undefined ? "" : amountText(cents, texts),
      most: 20,
    });
  return modalOf(texts, {
    callbackId: CUSTOMER_TALK.counterForm,
    title: say("talk-offer-counter"),
    submit: say("talk-send"),
    metadata: { negotiation: card.negotiation },
    blocks: [
      plainSection([say("talk-counter-explained", { name: short(card.name) })]),
      numberField({ id: F.count, label: say("talk-field-count"), initial: wanted?.count ?? 1 }),
      amount(F.firstAmount, wanted?.firstAmountCents),
      dateField({
        id: F.firstDue,
        label: say("talk-field-first_due"),
        initial: wanted?.firstDue,
      }),
      amount(F.total, wanted?.totalCents),
      noteField(texts),
    ],
  });
}

export const refuseOfferForm = (card: NegotiationCard, texts: Texts): ModalView =>
  modalOf(texts, {
    callbackId: CUSTOMER_TALK.refuseForm,
    title: texts.say("talk-offer-refuse"),
    submit: texts.say("talk-offer-refuse"),
    metadata: { negotiation: card.negotiation },
    blocks: [
      plainSection([texts.say("talk-refuse-explained", { name: short(card.name) })]),
      noteField(texts),
    ],
  });

/** Read by the customer. */
export const noteField = ({ say }: Texts) =>
  textField({
    id: F.note,
    label: say("talk-field-note"),
    hint: say("talk-note-hint"),
    lines: "many",
    optional: true,
  });

/** What was typed, or what cannot be read at which field; the rest is the core's to judge. */
export function counterIn(
  values: FormValues,
  texts: Texts,
): Result<CounterOffer, Readonly<Record<string, string>>> {
  const firstDue = dateIn(values, F.firstDue);
  const count = Number(typedIn(values, F.count) ?? "");
  const read = (id: string) => {
    const text = typedIn(values, id)?.trim() ?? "";
    return text === "" ? undefined : (amountIn(text, texts) ?? ("unreadable" as const));
  };
  const [first, total] = [read(F.firstAmount), read(F.total)];
  const unreadable = texts.say("slack-panels-amount-unreadable");
  const errors = {
    ...(firstDue === undefined ? { [F.firstDue]: texts.say("talk-date-missing") } : {}),
    ...(first === "unreadable" ? { [F.firstAmount]: unreadable } : {}),
    ...(total === "unreadable" ? { [F.total]: unreadable } : {}),
  };
  if (firstDue === undefined || first === "unreadable" || total === "unreadable") {
    return refuse(errors);
  }
  return accept({
    count,
    firstDue,
    ...(first === undefined ? {} : { firstAmountCents: first }),
    ...(total === undefined ? {} : { totalCents: total }),
  });
}
