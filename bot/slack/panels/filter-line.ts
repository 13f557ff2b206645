import type { OperatorId } from "#core/ids.ts";
import type { Texts } from "../../texts/texts.ts";
import type { PanelState } from "../home/state.ts";
import { short } from "../plain-blocks.ts";

type Filtered = {
  readonly state: PanelState;
  readonly nameOf: (operator: OperatorId) => string;
};

export const hasFilters = ({ filters, order }: PanelState): boolean =>
  order !== "default" || Object.values(filters).some((value) => value !== undefined);

/** Which filters and order stand; nothing when none do. */
export function filterLine({ state, nameOf }: Filtered, texts: Texts): string {
  if (!hasFilters(state)) return "";
  const { filters, order } = state;
  const { say, money } = texts;
  const parts = [
    part("text", filters.search, (text) => short(text)),
    part("operator", filters.operator, (id) => short(nameOf(id), 40)),
    part("city", filters.city, (city) => short(city)),
    part("days-from", filters.daysOverdueFrom, String),
    part("days-to", filters.daysOverdueTo, String),
    part("amount-from", filters.amountFrom, money),
    part("amount-to", filters.amountTo, money),
    order === "default" ? [] : [say(`slack-panels-order-${order}`)],
  ];
  return say("slack-panels-filters", { filters: parts.flat().join(" · ") });

  function part<Value>(
    name: string,
    value: Value | undefined,
    write: (value: Value) => string,
  ): readonly string[] {
    return value === undefined ? [] : [say(`slack-panels-filter-${name}`, { value: write(value) })];
  }
}
