import type { App } from "@slack/bolt";
import type { PaymentProfile } from "#core/administration/catalogue.ts";
import { BANK_TABLES } from "#core/bank/return/bank-tables.ts";
import { deactivatePaymentProfile } from "#core/use-cases/deactivate-payment-profile.ts";
import { savePaymentProfile } from "#core/use-cases/save-payment-profile.ts";
import type { Texts } from "../../texts/texts.ts";
import { option, section, typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { chosenIn, optionalTextIn, selectField, textField, textIn } from "../fields.ts";
import { type EntryKind, entrySubject, registerEntries } from "./entries.ts";

const NAME = "name";
const BANK = "bank";
const WALLET = "wallet";
const AGREEMENT_CODE = "agreementCode";
const BENEFICIARY = "beneficiary";
const PIX_KEY = "pixKey";
const BRANCH = "branch";
const ACCOUNT = "account";
const UNIT = "unit";
const CITY = "city";
const FIRST_OUR_NUMBER = "firstOurNumber";
const TEXTS = [
  WALLET,
  AGREEMENT_CODE,
  BRANCH,
  ACCOUNT,
  UNIT,
  FIRST_OUR_NUMBER,
  BENEFICIARY,
  PIX_KEY,
  CITY,
] as const;

const KIND: EntryKind<PaymentProfile> = {
  subject: "profiles",
  read: (reads) => reads.profiles(),
  save: savePaymentProfile,
  deactivate: deactivatePaymentProfile,
  notes: (profile, texts) =>
    [BANK, ...TEXTS].flatMap((field) => {
      const value = profile[field as keyof PaymentProfile];
      return typeof value === "string"
        ? [texts.say(`admin-profile-${field}-is`, { value: typed(value) })]
        : [];
    }),
  blocks: (profile, texts) => [
    profile === null
      ? textField({
          id: NAME,
          label: texts.say("admin-field-name"),
          hint: texts.say("admin-kept-hint"),
        })
      : section(`*${typed(profile.name)}*`),
    bankField(profile, texts),
    ...TEXTS.map((id) =>
      textField({
        id,
        label: texts.say(`admin-profile-${id}`),
        optional: true,
        initial: profile?.[id],
      }),
    ),
  ],
  filled: (values, before) => ({
    name: before?.name ?? textIn(values, NAME),
    bank: chosenIn(values, BANK) || null,
    wallet: optionalTextIn(values, WALLET),
    agreementCode: optionalTextIn(values, AGREEMENT_CODE),
    beneficiary: optionalTextIn(values, BENEFICIARY),
    pixKey: optionalTextIn(values, PIX_KEY),
    branch: optionalTextIn(values, BRANCH),
    account: optionalTextIn(values, ACCOUNT),
    unit: optionalTextIn(values, UNIT),
    city: optionalTextIn(values, CITY),
    firstOurNumber: optionalTextIn(values, FIRST_OUR_NUMBER),
  }),
  fieldOf(refusal, isNew) {
    if (refusal.code === "pix_key_invalid") return PIX_KEY;
    if (refusal.code === "bank_unknown") return BANK;
    const named = "field" in refusal ? TEXTS.find((field) => field === refusal.field) : undefined;
    return named ?? (isNew ? NAME : BANK);
  },
};

const bankField = (profile: PaymentProfile | null, { say }: Texts) =>
  selectField({
    id: BANK,
    label: say("admin-profile-bank"),
    placeholder: say("admin-choose-one"),
    optional: true,
    options: Object.keys(BANK_TABLES)
      .sort()
      .map((code) => option(say(`admin-bank-${code}`), code)),
    chosen: profile?.bank ?? undefined,
  });

export const profiles = entrySubject(KIND);

export const registerProfiles = (app: App, deps: SlackDeps): void =>
  registerEntries(app, deps, KIND);
