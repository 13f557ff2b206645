import type { CivilDate } from "#core/calendar.ts";
import { type Cents, formatAmount } from "#core/money.ts";
import type { ChartLanguage } from "./language.ts";

/** How figures are written in a chart. */
export type ChartFormats = {
  /** R$ 1.234,56 */
  money(amount: Cents): string;
  /** For axes and bars: R$ 950, R$ 12,3 mil, R$ 4 mi */
  shortMoney(amount: number): string;
  /** 1.234 */
  count(value: number): string;
  /** 950, 12,3 mil */
  shortCount(value: number): string;
  /** Of a share between 0 and 1: 38% */
  share(value: number): string;
  /** 24/11/2026 */
  date(day: CivilDate): string;
  /** 24/11 */
  shortDay(day: string): string;
  /** jan */
  month(month: string): string;
  /** janeiro de 2026 */
  longMonth(month: string): string;
};

export const formatsOf = (language: ChartLanguage): ChartFormats =>
  language === "pt-BR" ? PORTUGUESE : ENGLISH;

type Marks = {
  readonly thousands: string;
  readonly decimal: string;
  /** For 10^3, 10^6, 10^9, 10^12. */
  readonly steps: readonly [string, string, string, string];
};

/** From 10,000 on: 9.876 is as short as 9,9 mil and says more. */
const SHORT_FROM = 10_000;

const grouped = (digits: string, separator: string): string =>
  digits.replace(/\B(?=(\d{3})+$)/g, separator);

/** The digits of an amount come from its cents, never through a float. */
function money(amount: Cents, { thousands, decimal }: Marks): string {
  const [whole = "0", fraction = "00"] = formatAmount(Math.abs(amount) as Cents).split(".");
  return `${amount < 0 ? "-" : ""}R$ ${grouped(whole, thousands)}${decimal}${fraction}`;
}

function short(value: number, { thousands, decimal, steps }: Marks): string {
  const size = Math.abs(value);
  if (size < SHORT_FROM) return grouped(String(Math.round(value)), thousands);
  // 999,950 rounds up into the next step.
  const digits = Math.floor(Math.log10(size * 1.000_05));
  const step = Math.min(Math.max(Math.floor(digits / 3), 1), steps.length);
  const scaled = value / 1_000 ** step;
  const rounded =
    Math.abs(scaled) < 100 ? scaled.toFixed(1).replace(/\.0$/, "") : scaled.toFixed(0);
  const [whole = "0", fraction] = rounded.split(".");
  const number = grouped(whole, thousands) + (fraction === undefined ? "" : decimal + fraction);
  return `${number}\u00A0${steps[step - 1]}`;
}

const withMarks = (marks: Marks) => ({
  money: (amount: Cents) => money(amount, marks),
  shortMoney: (amount: number) => `R$\u00A0${short(amount / 100, marks)}`,
  count: (value: number) => grouped(String(value), marks.thousands),
  shortCount: (value: number) => short(value, marks),
});

const monthOf = (month: string, names: readonly string[]): string =>
  names[Number(month.slice(5, 7)) - 1] ?? month;

const PT_MONTHS = [
  "janeiro",
  "fevereiro",
  "março",
  "abril",
  "maio",
  "junho",
  "julho",
  "agosto",
  "setembro",
  "outubro",
  "novembro",
  "dezembro",
];
const EN_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const PORTUGUESE: ChartFormats = {
  ...withMarks({ thousands: ".", decimal: ",", steps: ["mil", "mi", "bi", "tri"] }),
  share: (value) => `${Math.round(value * 100)}%`,
  date: (day) => day.split("-").reverse().join("/"),
  shortDay: (day) => `${day.slice(8, 10)}/${day.slice(5, 7)}`,
  month: (month) => monthOf(month, PT_MONTHS).slice(0, 3),
  longMonth: (month) => `${monthOf(month, PT_MONTHS)} de ${month.slice(0, 4)}`,
};

/** English dates stay YYYY-MM-DD, as they are typed at the command line. */
const ENGLISH: ChartFormats = {
  ...withMarks({ thousands: ",", decimal: ".", steps: ["k", "M", "bn", "tn"] }),
  share: (value) => `${Math.round(value * 100)}%`,
  date: (day) => day,
  shortDay: (day) => day.slice(5, 10),
  month: (month) => monthOf(month, EN_MONTHS).slice(0, 3),
  longMonth: (month) => `${monthOf(month, EN_MONTHS)} ${month.slice(0, 4)}`,
};
