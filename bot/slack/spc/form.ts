import type { ModalView } from "@slack/types";
import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import { DETAILS_MAX } from "#core/spc/decide-spc.ts";
import type { BureauInvoice } from "#db/queries/home/read-bureau-invoice.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Place } from "../account/workspace.ts";
import { type Blocks, context } from "../block-kit.ts";
import { textField } from "../fields.ts";
import { deadline } from "../panels/faces.ts";
import { modalOf, plainSection, short } from "../plain-blocks.ts";

export const SPC = {
  register: "spc.register",
  remove: "spc.remove",
  /** Block, at which a refusal of the text stands. */
  details: "details",
} as const;

export type SpcMetadata = {
  readonly invoice: InvoiceId;
  /** The account that the form stands on, to show it again. */
  readonly place?: Place | undefined;
};

export type Standing = {
  readonly today: CivilDate;
  readonly texts: Texts;
  readonly place?: Place | undefined;
};

/** `refused`: why it may not be registered today, in the law's or the register's words; then nothing can be sent. */
export function registerView(
  invoice: BureauInvoice,
  refused: string | undefined,
  { texts, place }: Standing,
): ModalView {
  const { say } = texts;
  const isAllowed = refused === undefined;
  return modalOf(texts, {
    callbackId: SPC.register,
    title: say("slack-panels-spc-register-title"),
    ...(isAllowed ? { submit: say("slack-panels-spc-register-submit") } : {}),
    metadata: { invoice: invoice.invoice, place } satisfies SpcMetadata,
    blocks: [
      ...who(invoice, texts),
      context(say("spc-internal")),
      plainSection(
        isAllowed
          ? [say("slack-panels-spc-law-allows"), ...CHECKED.map((id) => `✓ ${say(id)}`)]
          : [say("slack-panels-spc-refused"), refused],
      ),
      ...(isAllowed ? [detailsField(texts, "slack-panels-spc-register-hint")] : []),
    ],
  });
}

export function removalView(invoice: BureauInvoice, { texts, today, place }: Standing): ModalView {
  const { say, date } = texts;
  const { live } = invoice;
  const standing =
    live === null
      ? []
      : [
          say("slack-panels-registered-on", {
            day: date(live.registeredOn),
            details: short(live.details, 300),
          }),
          live.settledOn === null
            ? ""
            : say("slack-panels-settled-on", { day: date(live.settledOn) }),
          live.removeBy === null
            ? say("slack-panels-expires-on", { day: date(live.expiresOn) })
            : deadline(live.removeBy, today, texts),
        ];
  return modalOf(texts, {
    callbackId: SPC.remove,
    title: say("slack-panels-spc-remove-title"),
    submit: say("slack-panels-spc-remove-submit"),
    metadata: { invoice: invoice.invoice, place } satisfies SpcMetadata,
    blocks: [
      ...who(invoice, texts),
      plainSection(standing),
      context(say("spc-internal")),
      detailsField(texts, "slack-panels-spc-remove-hint"),
    ],
  });
}

/** What the law asks before a record, each of which the gate found fulfilled. */
const CHECKED = [
  "slack-panels-spc-checked-broken",
  "slack-panels-spc-checked-age",
  "slack-panels-spc-checked-dispute",
  "slack-panels-spc-checked-notice",
  "slack-panels-spc-checked-contract",
] as const;

const who = (
  { name, invoice, number, amountCents, dueDate }: BureauInvoice,
  texts: Texts,
): Blocks => [
  plainSection([
    short(name),
    texts.say("slack-panels-spc-invoice", {
      invoice: short(number ?? invoice, 40),
      amount: texts.money(amountCents),
      day: texts.date(dueDate),
    }),
  ]),
];

const detailsField = ({ say }: Texts, hint: string) =>
  textField({
    id: SPC.details,
    label: say("slack-panels-spc-details"),
    hint: say(hint),
    lines: "many",
    most: DETAILS_MAX,
  });
