import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { disputeAnswerBy } from "#core/law/deadlines.ts";
import type { Cents } from "#core/money.ts";
import type { Sql } from "#db/client.ts";

/** An amount that a customer contests, as the operators are told of it. */
export type DisputeCard = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly invoice: InvoiceId;
  readonly number: string | null;
  readonly amountCents: Cents;
  readonly reason: string;
  /** The last day to answer: after it the amount is cancelled. */
  readonly answerBy: CivilDate;
  readonly isOpen: boolean;
};

export async function readDisputeCard(sql: Sql, dispute: number): Promise<DisputeCard | undefined> {
  const [found] = await sql<(Omit<DisputeCard, "answerBy"> & { openedOn: CivilDate })[]>`
    select d.customer_id as customer, u.name, d.invoice_id as invoice, i.number, i.amount_cents as "amountCents",
      d.reason, d.opened_on as "openedOn", d.answered_on is null as "isOpen"
    from dispute d
    join customer u on u.id = d.customer_id
    join invoice i on i.id = d.invoice_id
    where d.id = ${dispute}`;
  if (found === undefined) return undefined;
  const { openedOn, ...card } = found;
  return { ...card, answerBy: disputeAnswerBy(openedOn) };
}
