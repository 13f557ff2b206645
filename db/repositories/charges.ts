import { eq, sql } from "drizzle-orm";
import type { InvoiceId } from "#core/ids.ts";
import type { Unit } from "#core/ports.ts";
import { charge } from "../schema/bank.ts";
import { paymentProfile } from "../schema/provider.ts";
import { rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<Unit, "chargeProfile" | "takeOurNumbers" | "addCharges">;

export function chargeMethods({ tx }: Scope): Methods {
  return {
    async chargeProfile(name) {
      const [found] = await tx.select().from(paymentProfile).where(eq(paymentProfile.name, name));
      return found;
    },
    async takeOurNumbers({ bank, agreementKey, first }, count) {
      const [taken] = await rowsOf<{ first: number }>(
        tx,
        sql`
        insert into our_number_counter as n (bank, agreement_key, next)
        values (${bank}, ${agreementKey}, ${first + count})
        on conflict (bank, agreement_key) do update set next = greatest(n.next, ${first}) + ${count}
        returning next - ${count}::bigint as first`,
      );
      if (taken === undefined) throw new Error("no number was taken");
      return taken.first;
    },
    async addCharges(charges) {
      const added = await tx
        .insert(charge)
        .values(charges.map(({ invoice: invoiceId, ...rest }) => ({ ...rest, invoiceId })))
        .onConflictDoNothing()
        .returning({ invoice: charge.invoiceId });
      return added.map(({ invoice }): InvoiceId => invoice);
    },
  };
}
