import { FIELDS, RECORD_TYPES, type RecordType } from "#db/import/records.ts";
import { table } from "./markdown.ts";

/** What each field takes, in words: the readers of db/import say the same in code. */
const TAKES: Readonly<Record<RecordType, Readonly<Record<string, string>>>> = {
  category: { name: "text; no other category has it" },
  ledgerUnit: { code: "text; no other unit has it", name: "text" },
  paymentProfile: {
    name: "text; no other profile has it",
    bank: "text, such as the bank's number",
    wallet: "text (carteira)",
    agreementCode: "text (convênio)",
    beneficiary: "text",
    pixKey: "text",
    branch: "digits (agência without its check digit)",
    account: "digits (conta without its check digit)",
    unit: "digits (Sicredi's posto)",
    city: "text; the receiver's city in the Pix code",
    firstOurNumber: "digits; where the numbers of new titles at the bank begin",
  },
  operator: {
    name: "text",
    email: "an e-mail address",
    slackUserId: "Slack's id of the person; no other operator has it",
    role: "a role that exists",
  },
  ladder: {
    name: "text",
    steps: "a list of `{day, action}`, or `10:forward_to_collections;5:message`",
  },
  customer: {
    name: "text",
    taxId: "a CPF or CNPJ with right check digits, with or without its marks",
    email: "an e-mail address",
    mobile: "a Brazilian number with area code",
    city: "text",
    state: "the two letters of a state",
  },
  contract: {
    customer: "a customer's id",
    ladder: "a ladder's id",
    plan: "text",
    onTimeDiscount: "an amount",
    status: "`active`, `suspended` or `ended`",
    endedAt: "a date",
  },
  connection: {
    customer: "a customer's id",
    contract: "the id of a contract of that customer",
    login: "text",
    nas: "text",
    status: "`normal`, `reduced` or `blocked`",
  },
  notice: {
    customer: "a customer's id",
    contract: "the id of a contract of that customer",
    kind: "`debt`, `suspension`, `rescission` or `bureau`",
    channel: "text",
    deliveredAt: "a date or a moment, not in the future; without it the notice starts no clock",
  },
  invoice: {
    customer: "a customer's id; never changes",
    contract: "the id of a contract of that customer",
    number: "text; no other invoice has it",
    chargeNumber: "text",
    description: "text",
    amount: "an amount above zero",
    dueDate: "a date",
    state: "`open`, `paid`, `suspended` or `deleted`",
    remittance: "true or false, or the remittance's number (which counts as true)",
    fiscalDocument: "true or false, or the document's number (which counts as true)",
    paymentProfile: "a payment profile's id or name",
    ourNumber:
      "the title's number at the bank (nosso número) as it is printed; needs a bank, from the profile or the digit line",
    digitLine: "the 47 digits of the boleto that billing issued, with or without dots and blanks",
    pixCode: "the Pix code that billing issued (copia e cola)",
  },
  payment: {
    invoice: "an invoice's id",
    chargeNumber: "the charge number of exactly one invoice, instead of `invoice`",
    amount: "an amount above zero",
    paidAt: "a date, not in the future",
    method: "text",
  },
};

export const importFields = (): string =>
  RECORD_TYPES.map((type) => `### ${type}\n\n${fieldsTable(type)}`).join("\n\n");

export const importTypes = (): string => RECORD_TYPES.map((type) => `\`${type}\``).join(", ");

const fieldsTable = (type: RecordType): string =>
  table(
    ["field", "", "takes", "without it"],
    [
      ["`id`", "required", "text: the billing system's own id", ""],
      ...FIELDS[type].map(({ name, required, fallback }) => [
        `\`${name}\``,
        required ? "required" : "",
        TAKES[type][name] ?? missing(type, name),
        required || fallback === undefined ? "" : (DEFAULTS[fallback] ?? missing(type, fallback)),
      ]),
    ],
  );

/** SQL of a fallback, in words. */
const DEFAULTS: Readonly<Record<string, string>> = {
  "0": "0",
  "''": "none",
  false: "false",
  "'active'": "active",
  "'normal'": "normal",
  "'open'": "open",
};

function missing(type: RecordType, what: string): never {
  throw new Error(`test/architecture/generated-import.ts says nothing of ${type} ${what}`);
}
