import type { CivilDate } from "#core/calendar.ts";

/** One line of an import file, exactly as it is written: money is a decimal string, a day is YYYY-MM-DD. */
export type ImportRecord =
  | CategoryRecord
  | LedgerUnitRecord
  | PaymentProfileRecord
  | OperatorRecord
  | LadderRecord
  | CustomerRecord
  | ContractRecord
  | ConnectionRecord
  | NoticeRecord
  | InvoiceRecord
  | PaymentRecord;

export type CategoryRecord = { type: "category"; id: string; name: string };

export type LedgerUnitRecord = { type: "ledgerUnit"; id: string; code: string; name: string };

export type PaymentProfileRecord = {
  type: "paymentProfile";
  id: string;
  name: string;
  bank: string;
  wallet: string;
  agreementCode: string;
  beneficiary: string;
  pixKey?: string;
  branch: string;
  account: string;
  city?: string;
  firstOurNumber: string;
};

export type OperatorRecord = {
  type: "operator";
  id: string;
  name: string;
  email: string;
  slackUserId: string;
  role: "operator" | "supervisor" | "manager" | "administrator";
};

export type LadderRecord = {
  type: "ladder";
  id: string;
  name: string;
  steps: readonly { readonly day: number; readonly action: string }[];
};

export type CustomerRecord = {
  type: "customer";
  id: string;
  name: string;
  taxId: string;
  email: string;
  mobile: string;
  city: string;
  state: string;
};

export type ContractRecord = {
  type: "contract";
  id: string;
  customer: string;
  ladder: string;
  plan: string;
  onTimeDiscount: string;
  status: "active" | "suspended" | "ended";
  endedAt?: CivilDate;
};

export type ConnectionRecord = {
  type: "connection";
  id: string;
  customer: string;
  contract: string;
  login: string;
  nas: string;
  status: "normal" | "reduced" | "blocked";
};

export type NoticeRecord = {
  type: "notice";
  id: string;
  customer: string;
  contract: string;
  kind: "debt" | "suspension" | "rescission" | "bureau";
  channel: string;
  deliveredAt: CivilDate;
};

export type InvoiceRecord = {
  type: "invoice";
  id: string;
  customer: string;
  contract: string;
  number: string;
  chargeNumber: string;
  description: string;
  amount: string;
  dueDate: CivilDate;
  state: "open" | "paid" | "suspended" | "deleted";
  remittance: boolean;
  fiscalDocument: boolean;
  paymentProfile: string;
};

type InvoiceReference = { invoice: string } | { chargeNumber: string };

export type PaymentRecord = InvoiceReference & {
  type: "payment";
  id: string;
  amount: string;
  paidAt: CivilDate;
  method: "pix" | "boleto" | "card" | "cash";
};
