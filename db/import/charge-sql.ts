import { BANK_TABLES } from "#core/bank/return/bank-tables.ts";
import { BANK_CODES } from "#core/bank/return/title.ts";
import { WORK } from "./plan.ts";

const BANK_LIST = BANK_CODES.map((code) => `'${code}'`).join(", ");
export const KNOWN_BANKS = `'${BANK_CODES.join(", ")}'`;

/** SQL of `normaliseOurNumber` of core/bank/return/our-number.ts, proved against it by a test. */
export function ourNumberKeySql(bank: string, printed: string): string {
  const unwalleted = `case when ${bank} = '748' then ${printed} else regexp_replace(${printed}, '^.*/', '') end`;
  const compact = `regexp_replace(${unwalleted}, '[[:space:]./]', '', 'g')`;
  const bare = `replace(${compact}, '-', '')`;
  return `ltrim(case
    when ${compact} ~ '^.+-[^-]$' then replace(regexp_replace(${compact}, '-[^-]$', ''), '-', '')
    when length(${bare}) > 1 and (${carriesDigit(bank, bare)}) then left(${bare}, -1)
    else ${bare} end, '0')`;
}

const carriesDigit = (bank: string, number: string): string =>
  BANK_CODES.map((code) => {
    const lengths = BANK_TABLES[code].ourNumberWidths.map((width) => width + 1).join(", ");
    return `(${bank} = '${code}' and length(${number}) in (${lengths}))`;
  }).join(" or ");

/** SQL of `normaliseAgreement` of core/bank/return/identity.ts. */
export const agreementKeySql = (code: string): string =>
  `ltrim(regexp_replace(upper(coalesce(${code}, '')), '[^0-9A-Z]', '', 'g'), '0')`;

/** The bank of a line's title: the digit line names it, else the payment profile that joins as `p`. */
export const BANK_OF_TITLE = `coalesce(left(e.digit_line, 3), p.bank)`;

export const isKnownBank = (bank: string): string => `${bank} in (${BANK_LIST})`;

const ACCOUNT_KEY = `case when p.branch is not null and p.account is not null
  then ${agreementKeySql("p.branch || p.account")} end`;

/** Columns of WORK with which a line's charge is written. */
export const CHARGE_NOTES = {
  our_number: "e.our_number",
  digit_line: "e.digit_line",
  pix_code: "e.pix_code",
  charge_bank: BANK_OF_TITLE,
  charge_agreement: "p.agreement_code",
  charge_agreement_key: `coalesce(nullif(${agreementKeySql("p.agreement_code")}, ''), ${ACCOUNT_KEY}, '')`,
  charge_account_key: ACCOUNT_KEY,
  charge_key: `nullif(${ourNumberKeySql(BANK_OF_TITLE, "e.our_number")}, '')`,
} as const;

/** One text to compare lines of a file by; a number without a bank was refused. */
export const TITLE_OF_LINE = `case when e.our_number is not null then
  concat_ws('|', ${CHARGE_NOTES.charge_bank}, ${CHARGE_NOTES.charge_key}, ${CHARGE_NOTES.charge_agreement_key}) end`;

/** Another invoice's charge is the line's title. */
export const sameTitle = (charge: string): string => `${charge}.bank = ${CHARGE_NOTES.charge_bank}
  and ${charge}.our_number_key = ${CHARGE_NOTES.charge_key}
  and ${charge}.agreement_key = ${CHARGE_NOTES.charge_agreement_key} and ${charge}.invoice_id <> s.id`;

/** The number, line and code that billing gave; an invoice that has lost all three has no charge. */
export const WRITE_CHARGES = [
  `insert into charge as h (invoice_id, profile, bank, agreement_code, agreement_key, account_key, our_number,
     our_number_key, digit_line, pix_code)
   select w.id, w.payment_profile, w.charge_bank, w.charge_agreement, w.charge_agreement_key, w.charge_account_key,
     w.our_number, case when w.our_number is not null then w.charge_key end, w.digit_line, w.pix_code
   from ${WORK} w
   where (w.changed or not w.known) and w.refusal is null
     and (w.our_number is not null or w.digit_line is not null or w.pix_code is not null)
   on conflict (invoice_id) do update set profile = excluded.profile, bank = excluded.bank,
     agreement_code = excluded.agreement_code, agreement_key = excluded.agreement_key,
     account_key = excluded.account_key, our_number = excluded.our_number, our_number_key = excluded.our_number_key,
     digit_line = excluded.digit_line, pix_code = excluded.pix_code`,
  `delete from charge h using ${WORK} w
   where w.changed and w.our_number is null and w.digit_line is null and w.pix_code is null and h.invoice_id = w.id`,
];
