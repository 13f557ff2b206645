import { type CivilDate, date } from "#core/calendar.ts";
import type { InvoiceState } from "#core/collection/invoice.ts";
import type { AgreementNumber, ContractId, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { NoticeKind } from "#core/law/rules.ts";
import type { Ports } from "#core/ports.ts";
import { createPorts } from "#db/repositories/ports.ts";
import { contract, customer, dispute, ladder, ladderStep, notice } from "#db/schema/customer.ts";
import { invoice } from "#db/schema/invoice.ts";
import { category, ledgerUnit, operator, paymentProfile } from "#db/schema/provider.ts";
import type { TestDatabase } from "./database.ts";
import { empty } from "./dump.ts";
import { reais, UNITS } from "./proposals.ts";

/** A Wednesday, without a holiday near it. */
export const TODAY = date("2026-07-01");
export const CPF = "52998224725";
export const CNPJ = "11222333000181";

export const customerId = (id: string) => id as CustomerId;
export const invoiceId = (id: string) => id as InvoiceId;
export const operatorId = (id: string) => id as OperatorId;
export const agreementNumber = (number: number) => number as AgreementNumber;

/** What billing sends. Stages are reached by commands alone. */
export type Provider = {
  readonly database: TestDatabase;
  readonly ports: Ports;
  customer(id: string, facts?: CustomerFacts): Promise<void>;
  dispute(invoice: string, openedOn: string, answer?: Answer): Promise<void>;
  notice(customer: string, kind: NoticeKind, deliveredOn: string): Promise<void>;
  /** The contract `K-<customer>` ends. */
  endContract(customer: string, on: string): Promise<void>;
  /** As an import leaves it: the state of billing, and the row to be looked at again. */
  changeOutside(invoice: string, state: InvoiceState): Promise<void>;
};

type Answer = { readonly on: string; readonly upheld: boolean };

export type CustomerFacts = {
  readonly taxId?: string | null;
  readonly city?: string;
  readonly onTimeDiscount?: string;
  /** By invoice id: amount and due date, and what is special about it. */
  readonly owing?: Readonly<Record<string, readonly [string, string, InvoiceFacts?]>>;
};

type InvoiceFacts = {
  readonly number?: string;
  readonly remittance?: boolean;
  readonly fiscalDocument?: boolean;
  readonly fined?: boolean;
};

/** On an emptied database: operators of each role, the lists to choose from, and a ladder that forwards after ten days. */
export async function aProvider(database: TestDatabase): Promise<Provider> {
  await empty(database);
  await install(database);
  const { db, sql } = database;
  return {
    database,
    ports: createPorts(db),
    customer: (id, facts = {}) => addCustomer(database, id, facts),
    async dispute(id, openedOn, answer) {
      await db.insert(dispute).values({
        customerId: await ownerOf(database, id),
        invoiceId: invoiceId(id),
        reason: "not mine",
        openedOn: date(openedOn),
        answeredOn: answer === undefined ? null : date(answer.on),
        upheld: answer?.upheld ?? null,
      });
    },
    async notice(to, kind, deliveredOn) {
      const id = `N-${to}-${kind}-${deliveredOn}`;
      const values = { id, kind, customerId: customerId(to), deliveredAt: date(deliveredOn) };
      await db.insert(notice).values(values);
    },
    async endContract(of, on) {
      await sql`update contract set status = 'ended', ended_at = ${on} where id = ${`K-${of}`}`;
    },
    changeOutside: (id, state) => changeOutside(database, id, state),
  };
}

export const LADDER_DAYS = 10;

async function install({ db }: TestDatabase): Promise<void> {
  const people = { ana: "operator", bruno: "operator", sonia: "supervisor", gil: "manager" };
  await db.insert(operator).values(
    Object.entries(people).map(([id, role]) => ({
      id: operatorId(id),
      name: id,
      slackUserId: `U-${id}`,
      role,
    })),
  );
  await db.insert(category).values({ id: "1", name: "Acordo por telefone" });
  await db.insert(paymentProfile).values({ id: "1", name: "Itaú 109" });
  await db
    .insert(ledgerUnit)
    .values(Object.entries(UNITS).map(([name, code]) => ({ id: code, code, name })));
  await db.insert(ladder).values({ id: "standard", name: "Padrão", forwardDay: LADDER_DAYS });
  await db
    .insert(ladderStep)
    .values({ ladderId: "standard", day: LADDER_DAYS, action: "forward_to_collections" });
}

async function addCustomer(
  { db }: TestDatabase,
  id: string,
  { taxId = CPF, city = "Recife", onTimeDiscount = "0", owing = {} }: CustomerFacts,
): Promise<void> {
  const contractId = `K-${id}` as ContractId;
  await db
    .insert(customer)
    .values({ id: customerId(id), name: `Cliente ${id}`, taxId, city, state: "PE" });
  await db.insert(contract).values({
    id: contractId,
    customerId: customerId(id),
    ladderId: "standard",
    onTimeDiscountCents: reais(onTimeDiscount),
  });
  const billed = Object.entries(owing);
  if (billed.length === 0) return;
  await db.insert(invoice).values(
    billed.map(([name, [amount, dueDate, special = {}]]) => ({
      id: invoiceId(name),
      customerId: customerId(id),
      contractId,
      ladderId: "standard",
      amountCents: reais(amount),
      dueDate: date(dueDate),
      ...special,
    })),
  );
}

async function ownerOf({ sql }: TestDatabase, id: string): Promise<CustomerId> {
  const [found] = await sql<{ customer: CustomerId }[]>`
    select customer_id as customer from invoice where id = ${id}`;
  if (found === undefined) throw new Error(`no invoice ${id}`);
  return found.customer;
}

async function changeOutside({ sql }: TestDatabase, id: string, state: string): Promise<void> {
  await sql`
    with changed as (
      update invoice set state = ${state}, billing_state = ${state},
        paid_cents = case when ${state} = 'paid' then amount_cents else paid_cents end
      where id = ${id} returning id, amount_cents - paid_cents as balance)
    update collection c set recheck = true,
      amount_cents = case when c.stage = 'settled' then c.amount_cents else changed.balance end
    from changed where c.invoice_id = changed.id`;
}

export const dayOf = (text: string | undefined): CivilDate =>
  text === undefined ? TODAY : date(text);
