import { addDays, type CivilDate, parseDate } from "#core/calendar.ts";
import { type Cents, parseAmount } from "#core/money.ts";
import { MOST_WANTED } from "#core/self-service/wanted-terms.ts";

/** "3", "3x", "em 3 vezes". */
export function readCount(text: string): number | undefined {
  const [, digits] = /^\D*(\d{1,3})\D*$/.exec(text) ?? [];
  const count = Number(digits);
  return digits !== undefined && count >= 1 && count <= MOST_WANTED ? count : undefined;
}

/** "150", "R$ 1.234,56", "1234.5": a comma or point before one or two last digits parts centavos, never thousands. */
export function readAmount(text: string): Cents | undefined {
  const typed = text.replace(/r\$|reais|real|\s/gi, "");
  const [, whole, centavos] = /^(\d[\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(typed) ?? [];
  if (whole === undefined || !/^(?:\d+|\d{1,3}(?:[.,]\d{3})+)$/.test(whole)) return undefined;
  const reais = whole.replace(/[.,]/g, "");
  const amount = parseAmount(centavos === undefined ? reais : `${reais}.${centavos}`);
  return amount === undefined || amount <= 0 ? undefined : amount;
}

/** "hoje", "amanhã", "dia 10", "10/07", "10/07/2026", "2026-07-10"; a day without its month or year is the next one there is. */
export function readDay(text: string, today: CivilDate): CivilDate | undefined {
  const typed = text.trim().toLowerCase();
  if (/^(hoje|today|agora|now)$/.test(typed)) return today;
  if (/^(amanh[ãa]|tomorrow)$/.test(typed)) return addDays(today, 1);
  const iso = parseDate(typed);
  if (iso !== undefined) return iso;
  const [, day, month, year] =
    /^(?:dia\s+)?(\d{1,2})(?:[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?)?$/.exec(typed) ?? [];
  if (day === undefined) return undefined;
  return year === undefined
    ? nextSuch(today, { day, month })
    : parseDate(`${year.length === 2 ? `20${year}` : year}-${two(month ?? "")}-${two(day)}`);
}

const two = (digits: string): string => digits.padStart(2, "0");

/** Nobody means a day of a year ago. */
function nextSuch(
  today: CivilDate,
  { day, month }: { readonly day: string; readonly month: string | undefined },
): CivilDate | undefined {
  const wanted = month === undefined ? `-${two(day)}` : `-${two(month)}-${two(day)}`;
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const candidate = addDays(today, ahead);
    if (candidate.endsWith(wanted)) return candidate;
  }
  return undefined;
}
