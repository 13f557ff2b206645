import { BANK_TABLES } from "#core/bank/return/bank-tables.ts";
import { normaliseAgreement } from "#core/bank/return/identity.ts";
import { normaliseOurNumber } from "#core/bank/return/our-number.ts";
import type { BankCode, ReturnTitle } from "#core/bank/return/title.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";

/** By what an invoice was found, the surest first. */
export const MATCH_WAYS = ["our number", "charge number", "document"] as const;
export type MatchWay = (typeof MATCH_WAYS)[number];

/** An invoice that may be meant by a title; what its payment profile says is null where it has none. */
export type TitleCandidate = {
  readonly way: MatchWay;
  readonly invoice: InvoiceId;
  readonly customer: CustomerId;
  readonly bank: string | null;
  /** Without punctuation and padding; empty or null: not known. */
  readonly agreementKey: string | null;
  readonly accountKey: string | null;
};

export type Matched =
  | { readonly answer: "found"; readonly invoice: InvoiceId; readonly customer: CustomerId }
  | { readonly answer: "ambiguous" | "none" };

type Named = Pick<ReturnTitle, "bank" | "agreementCode">;

/**
 * By the number at the bank within the agreement, then by the same number as billing's charge number, then by the document
 * number; never by amount. Two invoices that fit alike are nobody's to choose from.
 */
export function matchTitle(title: Named, candidates: readonly TitleCandidate[]): Matched {
  for (const way of MATCH_WAYS) {
    const fitting = candidates.filter((one) => one.way === way && fits(title, one));
    const exact = fitting.filter((one) => isSameAgreement(title, one));
    const chosen = exact.length > 0 ? exact : fitting;
    const [first] = chosen;
    if (first === undefined) continue;
    return chosen.every(({ invoice }) => invoice === first.invoice)
      ? { answer: "found", invoice: first.invoice, customer: first.customer }
      : { answer: "ambiguous" };
  }
  return { answer: "none" };
}

/** How billing may have written the title's number, to look its charge numbers up by. */
export function chargeNumberForms({
  bank,
  ourNumber,
  ourNumberKey,
}: Pick<ReturnTitle, "bank" | "ourNumber" | "ourNumberKey">): readonly string[] {
  if (ourNumberKey === "") return [];
  const padded = BANK_TABLES[bank].ourNumberWidths.map((width) =>
    ourNumberKey.padStart(width, "0"),
  );
  const forms = new Set([ourNumber, ourNumber.replace(/^0+/, ""), ourNumberKey, ...padded]);
  // "114" may be number 11 with its check digit, or number 114: only what can be read in one way is looked for.
  return [...forms].filter((form) => normaliseOurNumber(bank, form) === ourNumberKey);
}

/** Itaú's files name the account, where others name the agreement. */
const NAMES_ACCOUNT: ReadonlySet<BankCode> = new Set(["341"]);

const fits = (title: Named, candidate: TitleCandidate): boolean =>
  (candidate.bank === null || candidate.bank === title.bank) &&
  mayBeSameAgreement(title, candidate);

function isSameAgreement(title: Named, candidate: TitleCandidate): boolean {
  const printed = normaliseAgreement(title.agreementCode ?? "");
  return printed !== "" && printed === candidate.agreementKey;
}

/** What one of the two does not tell speaks against nothing. */
function mayBeSameAgreement({ bank, agreementCode }: Named, candidate: TitleCandidate): boolean {
  const printed = normaliseAgreement(agreementCode ?? "");
  const { agreementKey, accountKey } = candidate;
  // A profile without an agreement code is known by its account.
  const agreement = agreementKey === accountKey ? "" : (agreementKey ?? "");
  const known = NAMES_ACCOUNT.has(bank) ? (accountKey ?? "") : agreement;
  if (printed === "" || known === "") return true;
  return printed === known || holds(printed, known) || holds(known, printed);
}

/** Files print codes with branch or check digits that people leave out. Shorter ones stand in too many others. */
const LEAST_DIGITS = 4;

const holds = (whole: string, part: string): boolean =>
  part.length >= LEAST_DIGITS && whole.includes(part);
