/** The numbering plan comes from a library, one of the two that core imports: it is pure, and areas change. */
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** A Brazilian number in E.164, "+5511987654321". */
export type Phone = string & { readonly of: "phone" };

/** Reads what people write, with or without +55 and the trunk zero. Undefined when no subscriber can have the number. */
export function parsePhone(text: string): Phone | undefined {
  const national = nationalDigits(text.trim());
  if (national === undefined) return undefined;
  const parsed = parsePhoneNumberFromString(`+55${withNinthDigit(national)}`);
  return SUBSCRIBER_TYPES.has(parsed?.getType()) ? (parsed?.number as Phone) : undefined;
}

/** Mobile numbers have nine digits after the area code, fixed ones eight. */
export const isMobile = (phone: Phone): boolean => phone.length === "+55".length + MOBILE_DIGITS;

/** "(11) 98765-4321". */
export function formatPhone(phone: Phone): string {
  const { area, start, end } = partsOf(phone);
  return `(${area}) ${start}-${end}`;
}

/** "(11) *****-4321": enough for its owner to recognise. */
export function maskPhone(phone: Phone): string {
  const { area, start, end } = partsOf(phone);
  return `(${area}) ${"*".repeat(start.length)}-${end}`;
}

/** A toll-free or service number is valid, but nobody's own. `getType` is undefined when the number is not valid. */
const SUBSCRIBER_TYPES: ReadonlySet<string | undefined> = new Set([
  "MOBILE",
  "FIXED_LINE",
  "FIXED_LINE_OR_MOBILE",
]);
const MOBILE_DIGITS = 11;
const FIXED_DIGITS = 10;

function nationalDigits(text: string): string | undefined {
  if (!/^\+?[\d\s().-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, "").replace(/^00/, "");
  const isBrazilian = digits.startsWith("55");
  if (text.startsWith("+") && !isBrazilian) return undefined;
  // Without the plus, 55 is the country only when a whole number follows it: it is also an area of Rio Grande do Sul.
  const hasCountry = isBrazilian && (text.startsWith("+") || digits.length > MOBILE_DIGITS);
  const national = (hasCountry ? digits.slice(2) : digits).replace(/^0/, "");
  return national.length === FIXED_DIGITS || national.length === MOBILE_DIGITS
    ? national
    : undefined;
}

/** Mobile numbers gained a 9 in front from 2012 to 2016; old records still lack it. Fixed ones start with 2 to 5. */
const withNinthDigit = (national: string): string =>
  /^\d{2}[6-9]\d{7}$/.test(national) ? `${national.slice(0, 2)}9${national.slice(2)}` : national;

const partsOf = (phone: Phone) => ({
  area: phone.slice(3, 5),
  start: phone.slice(5, -4),
  end: phone.slice(-4),
});
