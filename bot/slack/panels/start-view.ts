import type { Button, ModalView } from "@slack/types";
import { type CivilDate, daysBetween } from "#core/calendar.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { sumCents } from "#core/money.ts";
import type { StageInvoice, StageInvoices } from "#db/queries/home/read-stage-invoices.ts";
import type { Texts } from "../../texts/texts.ts";
import { actions, button, context, option } from "../block-kit.ts";
import { inputBlock, VALUE } from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { modalOf, namedSection, plainSection, short } from "../plain-blocks.ts";
import type { FormValues } from "../view-of.ts";

export const START = {
  choose: "start.choose",
  confirm: "start.confirm",
  turn: "start.turn",
} as const;

/** Of one customer: more are started with the next opening. */
export const MOST_INVOICES = 100;

export type StartMetadata = {
  readonly customer: CustomerId;
  /** From 0. */
  readonly page: number;
  readonly chosen: readonly InvoiceId[];
};

/** The block has another id on each page: Slack would otherwise carry the ticks of one page to the next. */
export const chooseBlock = (page: number): string => `invoices-${page}`;

/** Step 1: which of the customer's classified invoices. */
export function chooseView(
  found: StageInvoices,
  { page, chosen }: StartMetadata,
  { today, texts }: { readonly today: CivilDate; readonly texts: Texts },
): ModalView {
  const shown = pageOf(found.invoices, page);
  // On one of several pages nothing need be ticked.
  const isPaged = found.invoices.length > PAGE;
  const options = shown.map((invoice) => option(line(invoice, today, texts), invoice.invoice));
  const ticked = options.filter(({ value }) => chosen.includes(value as InvoiceId));
  const picked = found.invoices.filter(({ invoice }) => chosen.includes(invoice));
  return modalOf(texts, {
    callbackId: START.choose,
    title: texts.say("slack-panels-start-title"),
    submit: texts.say("slack-panels-start-review"),
    metadata: { customer: found.customer, page, chosen } satisfies StartMetadata,
    blocks: [
      namedSection(found.name, []),
      inputBlock(
        {
          id: chooseBlock(page),
          label: texts.say("slack-panels-start-invoices"),
          optional: isPaged,
        },
        {
          type: "checkboxes",
          action_id: VALUE,
          options,
          ...(ticked.length === 0 ? {} : { initial_options: ticked }),
        },
      ),
      context(
        texts.say("slack-panels-start-chosen", {
          chosen: picked.length,
          of: found.invoices.length,
          amount: texts.money(sumOf(picked)),
        }),
      ),
      ...actions(...turning(page, found.invoices.length, texts)),
    ],
  });
}

/** Step 2: what will be done, for whom and how much. */
export function confirmView(
  found: StageInvoices,
  chosen: readonly InvoiceId[],
  texts: Texts,
): ModalView {
  const picked = found.invoices.filter(({ invoice }) => chosen.includes(invoice));
  return modalOf(texts, {
    callbackId: START.confirm,
    title: texts.say("slack-panels-start-title"),
    submit: texts.say("slack-panels-start-submit"),
    metadata: { customer: found.customer, page: 0, chosen } satisfies StartMetadata,
    blocks: [
      plainSection([
        texts.say("slack-panels-start-confirm", {
          name: short(found.name),
          invoices: picked.length,
          amount: texts.money(sumOf(picked)),
        }),
      ]),
      context(texts.say("slack-panels-start-next")),
    ],
  });
}

/** The ticks of this page, with those that were made on others. */
export function chosenIn(
  values: FormValues,
  { page, chosen }: StartMetadata,
  invoices: readonly StageInvoice[],
): readonly InvoiceId[] {
  const here = new Set(pageOf(invoices, page).map(({ invoice }) => invoice));
  const options = values[chooseBlock(page)]?.[VALUE]?.selected_options ?? [];
  const ticked = options.flatMap(({ value }) => (value === undefined ? [] : [value as InvoiceId]));
  return [...chosen.filter((invoice) => !here.has(invoice)), ...ticked];
}

/** As many as the metadata can carry. */
export function fitting(customer: CustomerId, chosen: readonly InvoiceId[]): readonly InvoiceId[] {
  let most = chosen.length;
  while (!fits({ customer, page: 0, chosen: chosen.slice(0, most) })) most -= 1;
  return chosen.slice(0, most);
}

export const fits = (metadata: StartMetadata): boolean =>
  JSON.stringify(metadata).length <= LIMITS.privateMetadata - MARGIN;

const MARGIN = 20;
const PAGE = LIMITS.checkboxOptions;

const pageOf = (invoices: readonly StageInvoice[], page: number): readonly StageInvoice[] =>
  invoices.slice(page * PAGE, (page + 1) * PAGE);

const sumOf = (invoices: readonly StageInvoice[]) =>
  sumCents(invoices.map(({ balanceCents }) => balanceCents));

/** Amount and date come first: what does not fit is cut at the end. */
const line = (
  { invoice, number, dueDate, balanceCents }: StageInvoice,
  today: CivilDate,
  texts: Texts,
) =>
  texts.say("slack-panels-start-invoice", {
    amount: texts.money(balanceCents),
    day: texts.date(dueDate),
    days: daysBetween(dueDate, today),
    invoice: short(number ?? invoice, 20),
  });

const turning = (page: number, count: number, { say }: Texts): Button[] => [
  ...(page > 0
    ? [turnButton(`${START.turn}.previous`, say("slack-panels-previous"), page - 1)]
    : []),
  ...((page + 1) * PAGE < count
    ? [turnButton(`${START.turn}.next`, say("slack-panels-next"), page + 1)]
    : []),
];

const turnButton = (id: string, text: string, page: number): Button =>
  button({ id, text, value: String(page) });
