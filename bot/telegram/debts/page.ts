import type { Texts } from "../../texts/texts.ts";
import type { Button } from "../screen.ts";

/** So many fit on a phone without much scrolling. */
export const PAGE_SIZE = 8;

export type Page<Row> = {
  readonly rows: readonly Row[];
  /** From 0. */
  readonly number: number;
  readonly count: number;
  /** Number of its first row, from 1. */
  readonly first: number;
};

/** The page that a button's row names; the nearest that there is when the list has become shorter. */
export function pageOf<Row>(all: readonly Row[], row: string): Page<Row> {
  const count = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const asked = /^\d{1,4}$/.test(row) ? Number(row) : 0;
  const number = Math.min(asked, count - 1);
  const start = number * PAGE_SIZE;
  return { rows: all.slice(start, start + PAGE_SIZE), number, count, first: start + 1 };
}

type Leading = { readonly verb: string; readonly texts: Texts };

/** To the pages before and after; no row at all for a single page. */
export function pageRow(page: Page<unknown>, { verb, texts }: Leading): Button[][] {
  const { number, count } = page;
  const buttons: Button[] = [
    ...(number > 0
      ? [{ text: texts.say("telegram-page-before"), verb, row: `${number - 1}` }]
      : []),
    ...(number < count - 1
      ? [{ text: texts.say("telegram-page-after"), verb, row: `${number + 1}` }]
      : []),
  ];
  return buttons.length === 0 ? [] : [buttons];
}
