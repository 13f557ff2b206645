import { and, eq, sql } from "drizzle-orm";
import type { WorkUnit } from "#core/work-ports.ts";
import { contract, dispute, notice } from "../schema/customer.ts";
import { invoice } from "../schema/invoice.ts";
import type { Scope } from "./scope.ts";
import { numberOf } from "./work-rows.ts";

type Methods = Pick<
  WorkUnit,
  | "descriptionOf"
  | "editInvoice"
  | "openDispute"
  | "dispute"
  | "answerDispute"
  | "hasContract"
  | "recordNotice"
>;

/** An invoice's description and due date, and what the law wants to know of it and of its customer. */
export function workInvoiceMethods({ tx }: Scope): Methods {
  return {
    async descriptionOf(id) {
      const [found] = await tx
        .select({ description: invoice.description })
        .from(invoice)
        .where(eq(invoice.id, id));
      return found?.description ?? null;
    },
    async editInvoice(id, { dueDate, description }) {
      await tx.update(invoice).set({ dueDate, description }).where(eq(invoice.id, id));
    },
    async openDispute({ customer: customerId, invoice: invoiceId, reason, openedOn }) {
      return numberOf(
        await tx
          .insert(dispute)
          .values({ customerId, invoiceId, reason, openedOn })
          .returning({ id: dispute.id }),
      );
    },
    async dispute(id) {
      const [found] = await tx.select().from(dispute).where(eq(dispute.id, id));
      if (found === undefined) return undefined;
      const { customerId: customer, invoiceId, openedOn, answeredOn } = found;
      return { id, customer, invoice: invoiceId, openedOn, answeredOn };
    },
    async answerDispute(id, { on: answeredOn, upheld }) {
      await tx.update(dispute).set({ answeredOn, upheld }).where(eq(dispute.id, id));
    },
    async hasContract(customerId, id) {
      const found = await tx
        .select({ id: contract.id })
        .from(contract)
        .where(and(eq(contract.id, id), eq(contract.customerId, customerId)));
      return found.length === 1;
    },
    async recordNotice({ customer: customerId, contract: contractId, deliveredOn, ...rest }) {
      const [made] = await tx
        .insert(notice)
        .values({
          ...rest,
          // The billing system's notices have its own ids; one of ours can never be one of them.
          id: sql`gen_random_uuid()::text`,
          customerId,
          contractId,
          deliveredAt: deliveredOn,
        })
        .returning({ id: notice.id });
      if (made === undefined) throw new Error("the notice was not written");
      return made.id;
    },
  };
}
