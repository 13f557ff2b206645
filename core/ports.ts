import type { AdministrationUnit } from "./administration-ports.ts";
import type { AgreementPlan, AgreementProposal } from "./agreement/agreement.ts";
import type { Receipt } from "./agreement/credit-days.ts";
import type { Line } from "./agreement/instalments.ts";
import type { CivilDate } from "./calendar.ts";
import type { Invoice, InvoiceState } from "./collection/invoice.ts";
import type { Stage } from "./collection/stage.ts";
import type { DigestUnit } from "./digest/ports.ts";
import type { Effect } from "./effects.ts";
import type { DomainEvent } from "./events.ts";
import type { IdentityUnit } from "./identity/ports.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "./ids.ts";
import type { RegistrationFacts } from "./law/register-spc.ts";
import type { Cents } from "./money.ts";
import type { ChargeProfile, InvoiceCharge, NumberRange } from "./payment/charge.ts";
import type { Allowance } from "./policy/allowance.ts";
import type { Refusal } from "./refusals.ts";
import type { Result } from "./result.ts";
import type { ReturnUnit } from "./return-ports.ts";
import type { SelfServiceUnit } from "./self-service-ports.ts";
import type { SettingKey, Settings, SettingValue } from "./settings.ts";
import type { TaxId } from "./tax-id.ts";
import type { WorkUnit } from "./work-ports.ts";

/** Who acts. The built-in operator has every permission and no allowance to exceed. */
export type Actor = {
  readonly id: OperatorId;
  readonly role: string;
  readonly permissions: ReadonlySet<string>;
  readonly allowance: Allowance | "unlimited";
};

export type Customer = {
  readonly id: CustomerId;
  readonly name: string;
  readonly taxId: TaxId | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly operator: OperatorId | null;
};

export type AgreementStatus =
  | "awaiting approval"
  | "live"
  | "fulfilled"
  | "renegotiated"
  | "rescinded"
  | "refused"
  | "void";

export type AgreementMember = {
  readonly invoice: Invoice;
  readonly isSource: boolean;
  readonly isAwaited: boolean;
  readonly instalment: number | null;
  readonly enteredCents: Cents;
  readonly live: boolean;
};

export type Agreement = {
  readonly number: AgreementNumber;
  readonly customer: CustomerId;
  readonly kind: "unchanged" | "renegotiated";
  readonly status: AgreementStatus;
  readonly toleranceDate: CivilDate;
  readonly baseCents: Cents;
  readonly totalCents: Cents;
  readonly proposal: AgreementProposal;
  readonly feesReason: string | null;
  readonly madeBy: OperatorId;
  readonly members: readonly AgreementMember[];
};

export type SpcRecord = {
  readonly record: number;
  readonly customer: CustomerId;
  readonly invoice: InvoiceId;
  readonly registeredOn: CivilDate;
  readonly expiresOn: CivilDate;
  readonly settledOn: CivilDate | null;
  readonly removed: boolean;
};

/** How an invoice's row of the collection changes; the fields left out stay as they are. */
export type CollectionChange = {
  readonly invoice: InvoiceId;
  readonly customer: CustomerId;
  readonly stage: Stage;
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly agreement: AgreementNumber | null;
  readonly toleranceDate: CivilDate | null;
  readonly breaksAfter: CivilDate | null;
  readonly settledOn: CivilDate | null;
  readonly operator: OperatorId | null;
};

export type NewAgreement = {
  readonly customer: CustomerId;
  readonly status: "live" | "awaiting approval";
  readonly plan: AgreementPlan;
  readonly proposal: AgreementProposal;
  readonly feesReason: string | null;
  readonly sourcesBecome: "deleted" | "suspended" | null;
};

export type NewMember = {
  readonly invoice: InvoiceId;
  readonly isSource: boolean;
  readonly isAwaited: boolean;
  readonly instalment: number | null;
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
};

export type NewInvoice = {
  readonly id: InvoiceId;
  readonly customer: CustomerId;
  readonly contract: string | null;
  readonly description: string;
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly profile: string;
  readonly agreement: AgreementNumber;
  readonly instalment: number;
  readonly onTimeDiscountCents: Cents;
  readonly fined: boolean;
};

/** `discountedCents` is what was let go on settling; without it there is none. */
export type InvoiceStateChange = {
  readonly invoice: InvoiceId;
  readonly state: InvoiceState;
  readonly paidCents: Cents;
  readonly discountedCents?: Cents;
};

export type NewPayment = {
  readonly id?: string;
  readonly invoice: InvoiceId;
  readonly customer: CustomerId;
  readonly amountCents: Cents;
  readonly appliedCents: Cents;
  readonly paidAt: CivilDate;
  readonly method: string | null;
  readonly source: "manual" | "return" | "credit";
  /** The payment that this one takes back; its amounts are below zero then. */
  readonly reverses?: string;
};

/** What the bureau's preconditions ask about an invoice, besides the invoice itself; through all that it replaced. */
export type BureauFacts = Omit<RegistrationFacts, "debt">;

/** What the core wants to know of the lists that people choose from. */
export type Catalogue = {
  readonly categories: readonly string[];
  readonly profiles: readonly string[];
  readonly ledgerUnits: readonly string[];
  readonly roles: readonly string[];
};

export type OperatorRecord = {
  readonly id: OperatorId;
  readonly name: string;
  readonly email: string | null;
  readonly slackUser: string | null;
  readonly role: string;
  readonly active: boolean;
};

export type TemplateRecord = {
  readonly channel: "email" | "sms" | "app";
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
};

/** All a command may touch inside its transaction. There is no way to reach these without one. */
export interface Unit
  extends AdministrationUnit,
    WorkUnit,
    ReturnUnit,
    SelfServiceUnit,
    DigestUnit,
    IdentityUnit {
  readonly actor: Actor;
  settings(): Promise<Settings>;
  catalogue(): Promise<Catalogue>;

  /** Locks the customer until the transaction ends: two commands on one customer never overlap. */
  lockCustomer(id: CustomerId): Promise<Customer | undefined>;
  assignCustomer(customer: CustomerId, operator: OperatorId): Promise<void>;
  /** Undefined when the invoice does not exist. */
  customerOfInvoice(invoice: InvoiceId): Promise<CustomerId | undefined>;
  /** Those of the ids that exist, whoever they belong to. */
  invoices(ids: readonly InvoiceId[]): Promise<Invoice[]>;
  collected(customer: CustomerId, stage: Stage): Promise<Invoice[]>;
  /** The stages that some invoice of the customer stands in, in the order of the alphabet. */
  stagesOf(customer: CustomerId): Promise<Stage[]>;
  bureauFacts(invoice: InvoiceId): Promise<BureauFacts>;

  changeCollection(changes: readonly CollectionChange[]): Promise<void>;
  /** Takes the invoices out of collections; the classifier may find them again. */
  release(invoices: readonly InvoiceId[]): Promise<void>;
  setInvoiceState(changes: readonly InvoiceStateChange[]): Promise<void>;
  /** The balance that the panels show, after a part payment. */
  setBalance(invoice: InvoiceId, amountCents: Cents): Promise<void>;
  /** The classifier's next run looks at them. */
  markRecheck(invoices: readonly InvoiceId[]): Promise<void>;
  /** The change outside that a recheck was for is dealt with. */
  clearRecheck(invoices: readonly InvoiceId[]): Promise<void>;
  createInvoices(invoices: readonly NewInvoice[]): Promise<void>;
  chargeProfile(name: string): Promise<ChargeProfile | undefined>;
  /** The first of so many numbers in a row that nobody else gets. */
  takeOurNumbers(range: NumberRange, count: number): Promise<number>;
  /** Those that were kept: the number of the others stands on another invoice. */
  addCharges(charges: readonly InvoiceCharge[]): Promise<InvoiceId[]>;
  /** The payment's id. */
  recordPayment(payment: NewPayment): Promise<string>;
  /** The invoice that a payment of this id was recorded on. */
  invoiceOfPayment(payment: string): Promise<InvoiceId | undefined>;
  /** The latest day on which something was paid on it. */
  lastPaidOn(invoice: InvoiceId): Promise<CivilDate | undefined>;
  /** All that was received on the invoices, by day: what was paid over them and credited to them included. */
  receivedOn(invoices: readonly InvoiceId[]): Promise<Receipt[]>;
  /** The account's number, and whether this call opened it. */
  openAccount(
    customer: CustomerId,
    today: CivilDate,
  ): Promise<{ account: number; opened: boolean }>;

  createAgreement(agreement: NewAgreement, today: CivilDate): Promise<AgreementNumber>;
  addMembers(agreement: AgreementNumber, members: readonly NewMember[]): Promise<void>;
  /** Members of an agreement that waits for approval: nobody else may take them meanwhile. */
  holdMembers(agreement: AgreementNumber, members: readonly NewMember[]): Promise<void>;
  dropHeldMembers(agreement: AgreementNumber): Promise<void>;
  addLines(
    agreement: AgreementNumber,
    lines: readonly (Line & { instalment: number; unit: string | null })[],
  ): Promise<void>;
  agreement(number: AgreementNumber): Promise<Agreement | undefined>;
  customerOfAgreement(number: AgreementNumber): Promise<CustomerId | undefined>;
  /** Lets the invoices go, so that they may enter another agreement. */
  freeMembers(agreement: AgreementNumber, invoices: readonly InvoiceId[]): Promise<void>;
  setAgreementStatus(
    agreement: AgreementNumber,
    status: AgreementStatus,
    end: { on: CivilDate; reason: string } | null,
  ): Promise<void>;
  /** Decided again on approval: the setting may have changed since the agreement was asked for. */
  setSourcesBecome(agreement: AgreementNumber, become: "deleted" | "suspended"): Promise<void>;
  openApproval(
    agreement: AgreementNumber,
    exceeded: readonly unknown[],
    today: CivilDate,
  ): Promise<void>;
  closeApproval(
    agreement: AgreementNumber,
    decision: { as: "approved" | "refused" | "void"; reason: string | null; on: CivilDate },
  ): Promise<void>;

  liveSpcRecords(invoices: readonly InvoiceId[]): Promise<SpcRecord[]>;
  /** The record that stands for each invoice that has one, live or removed. */
  spcRecords(invoices: readonly InvoiceId[]): Promise<SpcRecord[]>;
  /** Live records of all debts that the agreement replaced, those replaced by its own sources before included. */
  replacedSpcRecords(agreement: AgreementNumber): Promise<SpcRecord[]>;
  /**
   * Of the debts that a rescinded agreement had replaced, the settled records whose invoice is unpaid and in no other agreement
   * (nor in one that replaced that) with a paid instalment.
   */
  reopenedSpcRecords(agreement: AgreementNumber): Promise<SpcRecord[]>;
  registerSpc(record: {
    invoice: Invoice;
    city: string | null;
    details: string;
    on: CivilDate;
    expiresOn: CivilDate;
  }): Promise<number>;
  removeSpc(record: number, details: string, on: CivilDate): Promise<void>;
  /** Null takes the settlement back (a payment was reversed). */
  settleSpc(record: number, settled: { on: CivilDate; removeBy: CivilDate } | null): Promise<void>;

  saveSetting(key: SettingKey, value: SettingValue): Promise<void>;
  /** Who has it. Until the transaction ends nobody else is given it: to be asked before any operator is locked. */
  lockSlackUser(slackUser: string): Promise<OperatorId | undefined>;
  saveOperator(operator: OperatorRecord): Promise<void>;
  saveTemplate(template: TemplateRecord): Promise<void>;
  /** False when the token was given out before. */
  saveTelegramLink(link: {
    customer: CustomerId;
    tokenSha256: string;
    expiresOn: CivilDate;
  }): Promise<boolean>;

  /** Classifies and releases set by set, with the events: SPEC 3.1. */
  classify(today: CivilDate): Promise<{ classified: number; released: number }>;
  /** False when the day's run was taken already, by this process or another. */
  claimDailyRun(job: string, day: CivilDate): Promise<boolean>;
  panelOneSize(): Promise<{ customers: number; invoices: number }>;

  append(events: readonly DomainEvent[]): Promise<void>;
  enqueue(effects: readonly Effect[]): Promise<void>;
}

export type Meta = {
  readonly command: string;
  readonly actor: OperatorId;
  readonly today: CivilDate;
  /** Asking twice with one key has the effect, and the answer, of once. */
  readonly key?: string | undefined;
  /** What was asked, so that a key cannot be used for two different things. */
  readonly fingerprint: string;
};

export interface Ports {
  /**
   * Runs the work in one transaction for an actor that exists. Commits an accepted result, rolls everything back on a
   * refusal, the claim of the key included; a key seen before gets the answer of then.
   */
  transact<Value>(
    meta: Meta,
    work: (unit: Unit) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal>>;
  /** Invoices in collections that changed outside since somebody last looked, without a lock. */
  changedInvoices(limit: number): Promise<{ customer: CustomerId; invoices: InvoiceId[] }[]>;
  /**
   * Customers behind `after` in the order of their ids with a blocked connection whose contract has no late invoice but one
   * that was paid, without a lock: billing may have taken the money in.
   */
  paidButBlocked(
    today: CivilDate,
    page: { readonly after: CustomerId | undefined; readonly limit: number },
  ): Promise<{ customer: CustomerId; invoice: InvoiceId }[]>;
}
