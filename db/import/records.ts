import { PROFILE_DIGITS } from "#core/administration/catalogue.ts";
import { isBuiltInOperator, isReservedInvoiceId, isReservedPaymentId } from "#core/ids.ts";
import { steps } from "./steps.ts";
import {
  amount,
  bankNumber,
  type Circumstances,
  clearable,
  day,
  dayOfInstant,
  digitLine,
  digits,
  email,
  federalUnit,
  mark,
  oneOf,
  pastDay,
  phone,
  pixCode,
  positiveAmount,
  type Reader,
  required,
  taxId,
  text,
} from "./values.ts";

/** In the order in which they are applied: each after what it refers to. */
export const RECORD_TYPES = [
  "category",
  "ledgerUnit",
  "paymentProfile",
  "operator",
  "ladder",
  "customer",
  "contract",
  "connection",
  "notice",
  "invoice",
  "payment",
] as const;

export type RecordType = (typeof RECORD_TYPES)[number];

export const isRecordType = (name: unknown): name is RecordType =>
  RECORD_TYPES.some((type) => type === name);

export type Field = {
  readonly name: string;
  /** Of the staging table (where all are text) and of the table. */
  readonly column: string;
  readonly cast?: "bigint" | "date" | "boolean";
  /** Has to be there when the record is new, and cannot be cleared. */
  readonly required?: true;
  /** SQL of what stands for it when a new record has none or it is cleared; else null. */
  readonly fallback?: string;
  /** Messages show only the end of what came. */
  readonly secret?: true;
  readonly reader: (circumstances: Circumstances) => Reader;
};

const NAME = text(300);
const ID = text(100);
const SHORT = text(100);
const LONG = text(2000);

const is = (read: Reader) => () => read;
const must = (name: string, column: string, read: Reader): Field => ({
  name,
  column,
  required: true,
  reader: is(required(read)),
});
const may = (name: string, column: string, read: Reader): Field => ({
  name,
  column,
  reader: is(clearable(read)),
});

const customer = must("customer", "customer_id", ID);
const contract = may("contract", "contract_id", ID);
const name = must("name", "name", NAME);
const INVOICE_STATE = oneOf("open", "paid", "suspended", "deleted");

/** SPEC 5.1: the fields of each type besides its id. */
export const FIELDS: Readonly<Record<RecordType, readonly Field[]>> = {
  category: [name],
  ledgerUnit: [must("code", "code", SHORT), name],
  paymentProfile: [
    name,
    may("bank", "bank", SHORT),
    may("wallet", "wallet", SHORT),
    may("agreementCode", "agreement_code", SHORT),
    may("beneficiary", "beneficiary", NAME),
    may("pixKey", "pix_key", SHORT),
    may("branch", "branch", digits(PROFILE_DIGITS.branch)),
    may("account", "account", digits(PROFILE_DIGITS.account)),
    may("unit", "unit", digits(PROFILE_DIGITS.unit)),
    may("city", "city", SHORT),
    may("firstOurNumber", "first_our_number", digits(PROFILE_DIGITS.firstOurNumber)),
  ],
  operator: [
    name,
    may("email", "email", email),
    may("slackUserId", "slack_user_id", SHORT),
    must("role", "role", SHORT),
  ],
  ladder: [name, { ...may("steps", "steps", steps), fallback: "''" }],
  customer: [
    name,
    { ...may("taxId", "tax_id", taxId), secret: true },
    may("email", "email", email),
    { ...may("mobile", "mobile", phone), secret: true },
    may("city", "city", NAME),
    may("state", "state", federalUnit),
  ],
  contract: [
    customer,
    may("ladder", "ladder_id", ID),
    may("plan", "plan", NAME),
    {
      name: "onTimeDiscount",
      column: "on_time_discount_cents",
      cast: "bigint",
      fallback: "0",
      reader: (circumstances) => clearable(amount(circumstances)),
    },
    {
      ...may("status", "status", oneOf("active", "suspended", "ended")),
      fallback: "'active'",
    },
    {
      name: "endedAt",
      column: "ended_at",
      cast: "date",
      reader: (circumstances) => clearable(day(circumstances)),
    },
  ],
  connection: [
    customer,
    must("contract", "contract_id", ID),
    must("login", "login", NAME),
    may("nas", "nas", NAME),
    { ...may("status", "status", oneOf("normal", "reduced", "blocked")), fallback: "'normal'" },
  ],
  notice: [
    customer,
    contract,
    must("kind", "kind", oneOf("debt", "suspension", "rescission", "bureau")),
    may("channel", "channel", SHORT),
    {
      name: "deliveredAt",
      column: "delivered_at",
      cast: "date",
      reader: (circumstances) => clearable(dayOfInstant(circumstances)),
    },
  ],
  invoice: [
    customer,
    contract,
    may("number", "number", SHORT),
    may("chargeNumber", "charge_number", SHORT),
    may("description", "description", LONG),
    {
      name: "amount",
      column: "amount_cents",
      cast: "bigint",
      required: true,
      reader: (circumstances) => required(positiveAmount(circumstances)),
    },
    {
      name: "dueDate",
      column: "due_date",
      cast: "date",
      required: true,
      reader: (circumstances) => required(day(circumstances)),
    },
    { ...may("state", "billing_state", INVOICE_STATE), fallback: "'open'" },
    { ...may("remittance", "remittance", mark), cast: "boolean", fallback: "false" },
    { ...may("fiscalDocument", "fiscal_document", mark), cast: "boolean", fallback: "false" },
    may("paymentProfile", "payment_profile", NAME),
    may("ourNumber", "our_number", bankNumber),
    may("digitLine", "digit_line", digitLine),
    may("pixCode", "pix_code", pixCode),
  ],
  payment: [
    may("invoice", "invoice_id", ID),
    may("chargeNumber", "charge_number", SHORT),
    {
      name: "amount",
      column: "amount_cents",
      cast: "bigint",
      required: true,
      reader: (circumstances) => required(positiveAmount(circumstances)),
    },
    {
      name: "paidAt",
      column: "paid_at",
      cast: "date",
      required: true,
      reader: (circumstances) => required(pastDay(circumstances)),
    },
    may("method", "method", SHORT),
  ],
};

/** The external id; the ids of what Acordo makes itself are not to be had. */
export function idReader(type: RecordType): Reader {
  const read = required(ID);
  return (value) => {
    const id = read(value);
    return typeof id === "string" && isReserved(type, id) ? { code: "reserved_id" } : id;
  };
}

const isReserved = (type: RecordType, id: string): boolean =>
  (type === "invoice" && isReservedInvoiceId(id)) ||
  (type === "payment" && isReservedPaymentId(id)) ||
  (type === "operator" && isBuiltInOperator(id));
