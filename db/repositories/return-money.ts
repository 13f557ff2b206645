import { eq, sql } from "drizzle-orm";
import type { Stage } from "#core/collection/stage.ts";
import type { InvoiceId, OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import { ZERO } from "#core/money.ts";
import type { Unit } from "#core/ports.ts";
import type { KeptTitle } from "#core/return-ports.ts";
import { returnTitle } from "../schema/bank.ts";
import { payment } from "../schema/invoice.ts";
import { asTexts, rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<
  Unit,
  | "keptTitle"
  | "markAssigned"
  | "lastMoneyOf"
  | "payment"
  | "unexplainedCents"
  | "stageLeftByPayment"
  | "returnToCollections"
>;

export function moneyMethods({ tx, actor }: Scope): Methods {
  return {
    async keptTitle(id) {
      const [found] = await rowsOf<KeptTitle>(
        tx,
        sql`
        select t.id, t.file, f.bank, t.kind, t.outcome, t.left_over as "leftOver", t.gross_cents as "grossCents",
          t.interest_cents as "interestCents", t.discount_cents + t.abatement_cents as "discountCents",
          t.paid_on as "paidOn", t.title_key as "titleKey", t.invoice_id as invoice
        from return_title t join return_file f on f.id = t.file where t.id = ${id} for update of t`,
      );
      return found;
    },
    async markAssigned(id, note) {
      await tx
        .update(returnTitle)
        .set({ assignedBy: actor.id, assignedAt: sql`now()`, ...(note === null ? {} : { note }) })
        .where(eq(returnTitle.id, id));
    },
    async lastMoneyOf(titleKey) {
      const [found] = await rowsOf<{
        title: number;
        payment: string | null;
        invoice: InvoiceId | null;
      }>(
        tx,
        sql`
        select t.id as title, t.payment, t.invoice_id as invoice from return_title t
        where t.title_key = ${titleKey} and t.kind in ('settled', 'partial')
          and (t.left_over or t.payment is not null
            and not exists (select 1 from payment r where r.reverses = t.payment))
        order by t.id desc limit 1`,
      );
      return found ?? null;
    },
    async payment(id) {
      const [found] = await tx.select().from(payment).where(eq(payment.id, id));
      if (found === undefined) return undefined;
      const { invoiceId: invoice, amountCents, appliedCents, paidAt, method } = found;
      return { id, invoice, amountCents, appliedCents, paidAt, method };
    },
    async unexplainedCents(invoice) {
      const [found] = await rowsOf<{ cents: Cents }>(
        tx,
        sql`
        select i.paid_cents - coalesce((select sum(p.applied_cents) from payment p where p.invoice_id = i.id), 0)::bigint
          as cents from invoice i where i.id = ${invoice}`,
      );
      return found?.cents ?? ZERO;
    },
    async stageLeftByPayment(invoice) {
      const [last] = await rowsOf<{
        kind: string;
        reason: string | null;
        from: Stage;
        operator: OperatorId | null;
      }>(
        tx,
        sql`
        select kind, data ->> 'reason' as reason, data ->> 'from' as "from",
          (select actor from event s where s.invoice_id = ${invoice} and s.kind = 'collection_started'
           order by s.id desc limit 1) as operator
        from event
        where invoice_id = ${invoice} and kind in ('payment_received', 'payment_reversed', 'invoice_released')
          -- What is only the customer's credit moves no invoice.
          and not (kind = 'payment_received' and (data ->> 'appliedCents')::bigint = 0)
        order by id desc limit 1`,
      );
      return last?.kind === "invoice_released" && last.reason === "paid"
        ? { stage: last.from, operator: last.from === "classified" ? null : last.operator }
        : undefined;
    },
    async returnToCollections(invoices) {
      await tx.execute(
        sql`update invoice set in_collection = true where id = any(${asTexts(invoices)})`,
      );
    },
  };
}
