import { BANK_TABLES } from "../bank/return/bank-tables.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { Change, Saved } from "./change.ts";

/** One that was given up stays for the past and is offered no more. */
type Entry = { readonly id: string; readonly active: boolean };

export type Category = Entry & { readonly name: string };
export type LedgerUnit = Entry & { readonly code: string; readonly name: string };
export type PaymentProfile = Entry & {
  readonly name: string;
  /** Three digits. */
  readonly bank: string | null;
  readonly wallet: string | null;
  readonly agreementCode: string | null;
  readonly beneficiary: string | null;
  readonly pixKey: string | null;
  /** Agência and conta without check digits, and Sicredi's posto: digits of the boleto's free field. */
  readonly branch: string | null;
  readonly account: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  /** Where the numbers that are given to new titles begin; null: core/payment/charge.ts chooses. */
  readonly firstOurNumber: string | null;
};

/** The lists from which an agreement chooses. */
export type Entries = {
  readonly category: Category;
  readonly ledgerUnit: LedgerUnit;
  readonly paymentProfile: PaymentProfile;
};
export type ListName = keyof Entries;

/** As a person fills it in; null for the id of a new one. */
export type EntryForm<List extends ListName> = Omit<Entries[List], keyof Entry> & {
  readonly id: string | null;
};

export type EntryRefusal =
  | { readonly code: "entry_unknown"; readonly list: ListName; readonly got: string }
  | {
      readonly code: "entry_name_taken";
      readonly list: ListName;
      readonly got: string;
      /** False: whoever wants it can have that one back. */
      readonly active: boolean;
    }
  | {
      readonly code: "entry_name_kept";
      readonly list: ListName;
      readonly got: string;
      readonly name: string;
    };

export type ProfileRefusal =
  | { readonly code: "bank_unknown"; readonly got: string; readonly known: readonly string[] }
  | { readonly code: "pix_key_invalid"; readonly got: string; readonly max: number }
  | {
      readonly code: "profile_digits_invalid";
      readonly field: ProfileDigits;
      readonly got: string;
      readonly max: number;
    };

/** Adds an entry or changes the one of that id; what is saved is offered (again). `newId` is for one that is added. */
export function decideEntry<List extends ListName>(
  list: List,
  standing: readonly Entries[List][],
  { form, newId }: { readonly form: EntryForm<List>; readonly newId: string },
): Result<Saved<Entries[List]>, EntryRefusal> {
  const before = standing.find(({ id }) => id === form.id) ?? null;
  if (form.id !== null && before === null) return refuse(unknown(list, form.id));
  const { nameOf, keepsName, fill }: Rules<List> = RULES[list];
  const after = { ...fill(form), id: form.id ?? newId, active: true } as Entries[List];
  const name = nameOf(after);
  if (keepsName && before !== null && nameOf(before) !== name) {
    return refuse({ code: "entry_name_kept", list, got: name, name: nameOf(before) });
  }
  const holder = standing.find((other) => nameOf(other) === name && other.id !== after.id);
  return holder === undefined
    ? accept({ before, after })
    : refuse({ code: "entry_name_taken", list, got: name, active: holder.active });
}

export function decideDeactivation<List extends ListName>(
  list: List,
  standing: readonly Entries[List][],
  id: string,
): Result<Saved<Entries[List]>, EntryRefusal> {
  const before = standing.find((entry) => entry.id === id);
  return before === undefined
    ? refuse(unknown(list, id))
    : accept({ before, after: { ...before, active: false } });
}

export type CatalogueChange = { [List in ListName]: Change<Entries[List]> }[ListName];

type Rules<List extends ListName> = {
  readonly nameOf: (entry: Entries[List]) => string;
  /** Invoices and ledger lines hold it as their only reference: under another name they would lead nowhere. */
  readonly keepsName: boolean;
  readonly fill: (form: EntryForm<List>) => Omit<Entries[List], keyof Entry>;
};

const RULES: { readonly [List in ListName]: Rules<List> } = {
  category: {
    nameOf: ({ name }) => name,
    keepsName: false,
    fill: ({ name }) => ({ name: name.trim() }),
  },
  ledgerUnit: {
    nameOf: ({ code }) => code,
    keepsName: true,
    fill: ({ code, name }) => ({ code: code.trim(), name: name.trim() }),
  },
  paymentProfile: {
    nameOf: ({ name }) => name,
    keepsName: true,
    fill: (form) => ({
      name: form.name.trim(),
      bank: filled(form.bank),
      wallet: filled(form.wallet),
      agreementCode: filled(form.agreementCode),
      beneficiary: filled(form.beneficiary),
      pixKey: filled(form.pixKey),
      branch: filled(form.branch),
      account: filled(form.account),
      unit: filled(form.unit),
      city: filled(form.city),
      firstOurNumber: filled(form.firstOurNumber),
    }),
  },
};

/** A field that was left blank holds nothing. */
const filled = (text: string | null): string | null => text?.trim() || null;

const unknown = (list: ListName, got: string): EntryRefusal => ({
  code: "entry_unknown",
  list,
  got,
});

/** As in the field of a Pix code: core/bank/pix.ts. */
const MAX_PIX_KEY = 77;
const PIX_KEY = /^[\x21-\x7e]+$/;

/** Widths of the longest among the banks' free fields, and of their longest sequence. */
export const PROFILE_DIGITS = { branch: 5, account: 12, unit: 2, firstOurNumber: 15 } as const;
export type ProfileDigits = keyof typeof PROFILE_DIGITS;

/** A bank whose files we read, a key that fits into a Pix code, and digits where only digits can be printed. */
export function checkProfile(
  profile: Pick<PaymentProfile, "bank" | "pixKey"> & Partial<Pick<PaymentProfile, ProfileDigits>>,
): ProfileRefusal | undefined {
  const { bank, pixKey } = profile;
  for (const field of Object.keys(PROFILE_DIGITS) as ProfileDigits[]) {
    const got = filled(profile[field] ?? null);
    const max = PROFILE_DIGITS[field];
    if (got !== null && (got.length > max || !/^\d+$/.test(got))) {
      return { code: "profile_digits_invalid", field, got, max };
    }
  }
  const code = filled(bank);
  const known = Object.keys(BANK_TABLES).sort();
  if (code !== null && !known.includes(code)) return { code: "bank_unknown", got: code, known };
  const key = filled(pixKey);
  return key !== null && (key.length > MAX_PIX_KEY || !PIX_KEY.test(key))
    ? { code: "pix_key_invalid", got: key, max: MAX_PIX_KEY }
    : undefined;
}
