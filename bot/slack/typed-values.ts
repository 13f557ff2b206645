import { type CivilDate, parseDate } from "#core/calendar.ts";
import {
  type Cents,
  formatAmount,
  formatPercent,
  type Percent,
  parseAmount,
  parsePercent,
} from "#core/money.ts";
import type { Texts } from "../texts/texts.ts";

/** What people type into a field, read as their language writes it; undefined: it is something else. */
export type Reading<Value> = (text: string, texts: Texts) => Value | undefined;

/** R$ 1.234,56 or 1234,56; a single point before one or two digits parts cents in either language. */
export const amountIn: Reading<Cents> = (text, { language }) => {
  const bare = text.replace(/^\s*R\$/, "").replace(/\s/g, "");
  const thousands =
    language === "pt-BR" ? /^\d{1,3}(\.\d{3})+(,\d*)?$/ : /^\d{1,3}(,\d{3})+(\.\d*)?$/;
  const joined = thousands.test(bare)
    ? bare.replaceAll(language === "pt-BR" ? "." : ",", "")
    : bare;
  return parseAmount(joined.replace(",", "."));
};

/** 3,5 or 3,5 % */
export const percentIn: Reading<Percent> = (text) =>
  parsePercent(text.replace(/[\s%]/g, "").replace(",", "."));

export const wholeIn: Reading<number> = (text) =>
  /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;

/** 24/11/2026, or as at the command line: 2026-11-24. */
export function dayIn(text: string): CivilDate | undefined {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (parts === null) return parseDate(text.trim());
  const [, day = "", month = "", year = ""] = parts;
  return parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** As the same field shows it again. */
export const amountText = (amount: Cents, { language }: Texts): string =>
  language === "pt-BR" ? formatAmount(amount).replace(".", ",") : formatAmount(amount);

export const percentText = (rate: Percent, { language }: Texts): string =>
  language === "pt-BR" ? formatPercent(rate).replace(".", ",") : formatPercent(rate);
