import { buildFreeField } from "#core/bank/free-field.ts";
import { normaliseAgreement } from "#core/bank/return/identity.ts";
import { normaliseOurNumber } from "#core/bank/return/our-number.ts";
import { type BankCode, isBankCode } from "#core/bank/return/title.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";

/** What a payment profile says of the provider's agreement with its bank. All as people type it. */
export type ChargeProfile = {
  readonly name: string;
  readonly bank: string | null;
  readonly wallet: string | null;
  readonly agreementCode: string | null;
  readonly branch: string | null;
  readonly account: string | null;
  /** Sicredi's posto. */
  readonly unit: string | null;
  /** Where the numbers that are given here begin; null: in the last tenth of what the bank has. */
  readonly firstOurNumber: string | null;
};

/** A title at the bank: the invoice's number there, kept at issue, and the free field of its boleto. */
export type Charge = {
  readonly bank: BankCode;
  readonly profile: string;
  readonly agreementCode: string;
  /** Without punctuation and padding, to compare by: the agreement, and the account (branch and account). */
  readonly agreementKey: string;
  readonly accountKey: string | null;
  /** The whole number without its check digit. */
  readonly ourNumber: string;
  readonly ourNumberKey: string;
  readonly freeField: string;
};
export type InvoiceCharge = Charge & { readonly invoice: InvoiceId };

/** From which the bank's numbers are taken, one after the other. */
export type NumberRange = {
  readonly bank: BankCode;
  readonly agreementKey: string;
  readonly first: number;
};

/** Undefined: the profile charges through no bank whose boletos can be proved (core/bank/free-field.ts). */
export function numberRange(profile: ChargeProfile, today: CivilDate): NumberRange | undefined {
  const rule = ruleOf(profile);
  if (rule === undefined) return undefined;
  const { firstOurNumber } = profile;
  const first = firstOurNumber === null ? lastTenth(rule.last) : Number(firstOurNumber);
  if (chargeOf(profile, first, today) === undefined) return undefined;
  return { bank: rule.bank, agreementKey: agreementKeyOf(profile), first };
}

/** Undefined when the bank has no such number: its range is used up. */
export function chargeOf(
  profile: ChargeProfile,
  sequence: number,
  today: CivilDate,
): Charge | undefined {
  const rule = ruleOf(profile);
  if (rule === undefined || sequence < 1 || sequence > rule.last) return undefined;
  const { wallet, agreementCode, branch, account, unit } = profile;
  const ourNumber = rule.numberOf(sequence, today);
  const freeField = buildFreeField({
    bank: rule.bank,
    wallet: wallet ?? "",
    ourNumber,
    ...(agreementCode === null ? {} : { agreementCode: digitsOf(agreementCode) }),
    ...(branch === null ? {} : { branch: digitsOf(branch) }),
    ...(account === null ? {} : { account: digitsOf(account) }),
    ...(unit === null ? {} : { unit: digitsOf(unit) }),
  });
  if (!freeField.ok) return undefined;
  return {
    bank: rule.bank,
    profile: profile.name,
    agreementCode: agreementCode ?? "",
    agreementKey: agreementKeyOf(profile),
    accountKey: accountKeyOf(profile),
    ourNumber,
    ourNumberKey: normaliseOurNumber(rule.bank, ourNumber),
    freeField: freeField.value,
  };
}

/** A profile without an agreement code is told from others of its bank by its account. */
export const agreementKeyOf = (
  profile: Pick<ChargeProfile, "agreementCode" | "branch" | "account">,
): string => normaliseAgreement(profile.agreementCode ?? "") || (accountKeyOf(profile) ?? "");

const accountKeyOf = ({ branch, account }: Pick<ChargeProfile, "branch" | "account">) =>
  branch === null || account === null ? null : normaliseAgreement(branch + account);

/** Left to the provider: what its billing system gives begins low. */
const lastTenth = (last: number): number => Math.floor((last + 1) / 10) * 9;

const digitsOf = (code: string): string => code.replace(/[\s./-]/g, "");

type Rule = {
  readonly bank: BankCode;
  readonly last: number;
  readonly numberOf: (sequence: number, today: CivilDate) => string;
};

function ruleOf({ bank, agreementCode }: ChargeProfile): Rule | undefined {
  if (bank === null || !isBankCode(bank)) return undefined;
  const agreement = digitsOf(agreementCode ?? "");
  switch (bank) {
    case "001": {
      const width = { 7: 10, 6: 5 }[agreement.length];
      return width === undefined ? undefined : prefixed(bank, agreement, width);
    }
    case "033":
      return prefixed(bank, "", 12);
    case "104":
      return prefixed(bank, "14", 15);
    case "237":
      return prefixed(bank, "", 11);
    case "341":
      return prefixed(bank, "", 8);
    case "748":
      return sicredi(bank);
    case "756":
      return prefixed(bank, "", 7);
  }
}

const prefixed = (bank: BankCode, prefix: string, width: number): Rule => ({
  bank,
  last: 10 ** width - 1,
  numberOf: (sequence) => prefix + String(sequence).padStart(width, "0"),
});

/** Year of issue, a digit from 2 to 9 (1 is the cooperative's own), and five digits. */
const sicredi = (bank: BankCode): Rule => ({
  bank,
  last: 799_999,
  numberOf(sequence, today) {
    const byte = 2 + Math.floor(sequence / 100_000);
    return `${today.slice(2, 4)}${byte}${String(sequence % 100_000).padStart(5, "0")}`;
  },
});
