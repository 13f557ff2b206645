import type { Language } from "#bot/config.ts";
import type { CivilDate } from "#core/calendar.ts";
import { type Cents, formatAmount, formatPercent, type Percent } from "#core/money.ts";

/** How values are written for people. English dates stay YYYY-MM-DD, as they are typed at the command line. */
export type Formats = {
  /** R$ 1.234,56 */
  money(amount: Cents): string;
  /** 24/11/2026 */
  date(day: CivilDate): string;
  /** 3,5 % */
  percent(rate: Percent): string;
  number(value: number): string;
  /** a, b e c */
  list(items: readonly string[]): string;
  /** a, b ou c; the first ones only when there are many. */
  choice(items: readonly string[]): string;
};

export const formats = (language: Language): Formats =>
  language === "pt-BR" ? PORTUGUESE : ENGLISH;

const MAX_CHOICES = 12;

const grouped = (digits: string, separator: string): string =>
  digits.replace(/\B(?=(\d{3})+$)/g, separator);

/** From the digits, never through a float. */
function money(amount: Cents, thousands: string, decimal: string): string {
  const [whole = "0", fraction = "00"] = formatAmount(Math.abs(amount) as Cents).split(".");
  return `${amount < 0 ? "-" : ""}R$ ${grouped(whole, thousands)}${decimal}${fraction}`;
}

const listing = (language: Language, type: "conjunction" | "disjunction") => {
  const format = new Intl.ListFormat(language, { type });
  return (items: readonly string[]) => format.format(items);
};

const choosing = (language: Language) => {
  const format = listing(language, "disjunction");
  return (items: readonly string[]) =>
    items.length > MAX_CHOICES ? `${items.slice(0, MAX_CHOICES).join(", ")}, …` : format(items);
};

const PORTUGUESE: Formats = {
  money: (amount) => money(amount, ".", ","),
  date: (day) => day.split("-").reverse().join("/"),
  percent: (rate) => `${formatPercent(rate).replace(".", ",")} %`,
  number: (value) => grouped(String(value), "."),
  list: listing("pt-BR", "conjunction"),
  choice: choosing("pt-BR"),
};

const ENGLISH: Formats = {
  money: (amount) => money(amount, ",", "."),
  date: (day) => day,
  percent: (rate) => `${formatPercent(rate)} %`,
  number: (value) => grouped(String(value), ","),
  list: listing("en", "conjunction"),
  choice: choosing("en"),
};
