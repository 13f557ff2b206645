import { eq } from "drizzle-orm";
import type { IdentityUnit } from "#core/identity/ports.ts";
import type { InvoiceId } from "#core/ids.ts";
import type { MessageChannel } from "#core/work/contact-records.ts";
import { message } from "../schema/account-work.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<IdentityUnit, "outgoingMessage" | "finishMessage">;

/** Messages to customers, between being written and being sent. */
export function outgoingMethods({ tx }: Scope): Methods {
  return {
    async outgoingMessage(id) {
      const [found] = await tx.select().from(message).where(eq(message.id, id)).for("update");
      if (found === undefined) return undefined;
      const { customerId: customer, channel, invoices, status, queuedAt } = found;
      const { recipients, copies, subject, body } = found;
      return {
        message: id,
        customer,
        channel: channel as MessageChannel,
        recipients,
        copies,
        subject,
        body,
        invoices: invoices as InvoiceId[],
        status,
        queuedAtMs: queuedAt.getTime(),
      };
    },
    async finishMessage(id, { status, atMs }) {
      await tx
        .update(message)
        .set({ status, finishedAt: new Date(atMs) })
        .where(eq(message.id, id));
    },
  };
}
