import { eq, sql } from "drizzle-orm";
import { addDays, type CivilDate } from "#core/calendar.ts";
import type { AgreementNumber } from "#core/ids.ts";
import type { Unit } from "#core/ports.ts";
import type { TaxId } from "#core/tax-id.ts";
import { agreement } from "../schema/agreement.ts";
import { account } from "../schema/collection.ts";
import { customer } from "../schema/customer.ts";
import { invoice } from "../schema/invoice.ts";
import { telegramLink } from "../schema/record.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<
  Unit,
  | "lockCustomer"
  | "assignCustomer"
  | "customerOfInvoice"
  | "customerOfAgreement"
  | "openAccount"
  | "saveTelegramLink"
>;

export function customerMethods(scope: Scope): Methods {
  const { tx, actor } = scope;
  return {
    async lockCustomer(id) {
      const [found] = await tx
        .select()
        .from(customer)
        .where(eq(customer.id, id))
        // Not "update": rows that refer to the customer may still be inserted meanwhile.
        .for("no key update");
      if (found === undefined) return undefined;
      const { name, taxId, city, state, operatorId } = found;
      return { id, name, taxId: taxId as TaxId | null, city, state, operator: operatorId };
    },
    async assignCustomer(id, operatorId) {
      await tx.update(customer).set({ operatorId }).where(eq(customer.id, id));
    },
    async customerOfInvoice(id) {
      const [found] = await tx
        .select({ customer: invoice.customerId })
        .from(invoice)
        .where(eq(invoice.id, id));
      return found?.customer;
    },
    customerOfAgreement: (number) => customerOfAgreement(scope, number),
    openAccount: (id, today) => openAccount(scope, id, today),
    async saveTelegramLink({ customer: customerId, tokenSha256, expiresOn }) {
      const expiresAt = endOf(expiresOn);
      const saved = await tx
        .insert(telegramLink)
        .values({ customerId, tokenSha256, expiresAt, madeBy: actor.id })
        .onConflictDoNothing()
        .returning({ customer: telegramLink.customerId });
      return saved.length === 1;
    },
  };
}

/** Until the last minute of the day, wherever in the country it ends last. */
const endOf = (day: CivilDate): Date => new Date(`${addDays(day, 1)}T05:00:00Z`);

async function customerOfAgreement({ tx }: Scope, number: AgreementNumber) {
  const [found] = await tx
    .select({ customer: agreement.customerId })
    .from(agreement)
    .where(eq(agreement.number, number));
  return found?.customer;
}

async function openAccount(
  { tx, actor }: Scope,
  customerId: Parameters<Unit["openAccount"]>[0],
  openedOn: CivilDate,
) {
  const opened = await tx
    .insert(account)
    .values({ customerId, openedOn, openedBy: actor.id })
    .onConflictDoNothing()
    .returning({ number: account.number });
  const [first] = opened;
  if (first !== undefined) return { account: first.number, opened: true };
  const [standing] = await tx
    .select({ number: account.number })
    .from(account)
    .where(sql`${account.customerId} = ${customerId}`);
  if (standing === undefined) throw new Error(`no account for customer ${customerId}`);
  return { account: standing.number, opened: false };
}
