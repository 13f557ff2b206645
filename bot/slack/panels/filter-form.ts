import type { ModalView, PlainTextOption } from "@slack/types";
import type { OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import { accept, type Result, refuse } from "#core/result.ts";
import type { PanelFilters, PanelOrder } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";
import type { Texts } from "../../texts/texts.ts";
import { option, plain, select } from "../block-kit.ts";
import { inputBlock, VALUE } from "../fields.ts";
import type { PanelState } from "../home/state.ts";
import { LIMITS } from "../limits.ts";
import { modalOf, short } from "../plain-blocks.ts";
import { amountIn, amountText } from "../typed-values.ts";
import type { FormValues } from "../view-of.ts";
import { FACES } from "./faces.ts";

export const FILTER_FORM = "panel.filters";
/** The select's own id, by which its options are asked for. */
export const FILTER_OPERATOR = "panel.filters.operator";

/** Blocks, at which errors stand. */
const FIELDS = {
  text: "text",
  operator: "operator",
  city: "city",
  daysFrom: "days-from",
  daysTo: "days-to",
  amountFrom: "amount-from",
  amountTo: "amount-to",
  order: "order",
} as const;

const MAX_TEXT = 150;
const MAX_DAYS = 36_500;

export function filterForm(
  state: PanelState,
  nameOf: (operator: OperatorId) => string,
  texts: Texts,
): ModalView {
  const { say } = texts;
  const { filters, panel } = state;
  const field = (id: string) => ({ id, label: say(`slack-panels-field-${id}`), optional: true });
  const amount = (id: string, value: Cents | undefined) =>
    inputBlock(
      { ...field(id), hint: say("slack-panels-amount-hint") },
      textInput(value === undefined ? "" : amountText(value, texts)),
    );
  return modalOf(texts, {
    callbackId: FILTER_FORM,
    title: say("slack-panels-filter"),
    submit: say("slack-panels-filter-submit"),
    metadata: { panel },
    blocks: [
      inputBlock(
        { ...field(FIELDS.text), hint: say("slack-panels-text-hint") },
        textInput(filters.search),
      ),
      inputBlock(field(FIELDS.operator), operatorSelect(filters.operator, nameOf, texts)),
      inputBlock(field(FIELDS.city), textInput(filters.city)),
      inputBlock(field(FIELDS.daysFrom), numberInput(filters.daysOverdueFrom)),
      inputBlock(field(FIELDS.daysTo), numberInput(filters.daysOverdueTo)),
      amount(FIELDS.amountFrom, filters.amountFrom),
      amount(FIELDS.amountTo, filters.amountTo),
      inputBlock(field(FIELDS.order), orderSelect(state, texts)),
    ],
  });
}

export type Filtering = { readonly filters: PanelFilters; readonly order: PanelOrder };

/** What was typed, or what is wrong at which field. */
export function readFilters(
  values: FormValues,
  texts: Texts,
): Result<Filtering, Readonly<Record<string, string>>> {
  const typed = (id: string) => {
    const text = values[id]?.[VALUE]?.value?.trim();
    return text === "" ? undefined : (text ?? undefined);
  };
  const chosen = (id: string, element: string = VALUE) =>
    values[id]?.[element]?.selected_option?.value;
  const amounts = {
    [FIELDS.amountFrom]: readAmount(typed(FIELDS.amountFrom), texts),
    [FIELDS.amountTo]: readAmount(typed(FIELDS.amountTo), texts),
  };
  const wrong = Object.entries(amounts).filter(([, amount]) => amount === "unreadable");
  if (wrong.length > 0) {
    const sentence = texts.say("slack-panels-amount-unreadable");
    return refuse(Object.fromEntries(wrong.map(([id]) => [id, sentence])));
  }
  const days = (id: string) => (typed(id) === undefined ? undefined : Number(typed(id)));
  const filters: PanelFilters = {
    search: typed(FIELDS.text),
    operator: chosen(FIELDS.operator, FILTER_OPERATOR) as OperatorId | undefined,
    city: typed(FIELDS.city),
    daysOverdueFrom: days(FIELDS.daysFrom),
    daysOverdueTo: days(FIELDS.daysTo),
    amountFrom: amounts[FIELDS.amountFrom] as Cents | undefined,
    amountTo: amounts[FIELDS.amountTo] as Cents | undefined,
  };
  const crossed = crossedRanges(filters, texts);
  return Object.keys(crossed).length > 0
    ? refuse(crossed)
    : accept({ filters, order: (chosen(FIELDS.order) ?? "default") as PanelOrder });
}

function crossedRanges(filters: PanelFilters, { say }: Texts): Record<string, string> {
  const crosses = (from: number | undefined, to: number | undefined) =>
    from !== undefined && to !== undefined && from > to;
  const sentence = say("slack-panels-range-crossed");
  return {
    ...(crosses(filters.daysOverdueFrom, filters.daysOverdueTo)
      ? { [FIELDS.daysTo]: sentence }
      : {}),
    ...(crosses(filters.amountFrom, filters.amountTo) ? { [FIELDS.amountTo]: sentence } : {}),
  };
}

/** Nothing where nothing was typed. */
const readAmount = (text: string | undefined, texts: Texts): Cents | undefined | "unreadable" =>
  text === undefined ? undefined : (amountIn(text, texts) ?? "unreadable");

export const operatorOption = (operator: {
  readonly id: string;
  readonly name: string;
}): PlainTextOption => option(short(operator.name, 60), operator.id);

const textInput = (initial = "") =>
  ({
    type: "plain_text_input",
    action_id: VALUE,
    max_length: MAX_TEXT,
    ...(initial === "" ? {} : { initial_value: initial.slice(0, MAX_TEXT) }),
  }) as const;

const numberInput = (initial: number | undefined) =>
  ({
    type: "number_input",
    action_id: VALUE,
    is_decimal_allowed: false,
    min_value: "0",
    max_value: String(MAX_DAYS),
    ...(initial === undefined ? {} : { initial_value: String(initial) }),
  }) as const;

const operatorSelect = (
  chosen: OperatorId | undefined,
  nameOf: (operator: OperatorId) => string,
  texts: Texts,
) =>
  ({
    type: "external_select",
    action_id: FILTER_OPERATOR,
    min_query_length: 0,
    placeholder: plain(texts.say("slack-panels-any-operator"), LIMITS.placeholder),
    ...(chosen === undefined
      ? {}
      : { initial_option: operatorOption({ id: chosen, name: nameOf(chosen) }) }),
  }) as const;

const orderSelect = ({ panel, order }: PanelState, { say }: Texts) =>
  select({
    id: VALUE,
    placeholder: say("slack-panels-field-order"),
    options: FACES[panel].orders.map((one) =>
      option(
        say(one === "default" ? `slack-panels-order-of-${panel}` : `slack-panels-order-${one}`),
        one,
      ),
    ),
    chosen: order,
  });

export type FilterMetadata = { readonly panel: PanelName };
