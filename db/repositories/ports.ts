import { eq } from "drizzle-orm";
import type { CustomerId, InvoiceId } from "#core/ids.ts";
import type { Meta, Ports, Unit } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import { type Result, refuse } from "#core/result.ts";
import type { Db, Tx } from "../client.ts";
import { delivery } from "../schema/record.ts";
import { loadActor } from "./actors.ts";
import { paidButBlocked } from "./paid-but-blocked.ts";
import { createUnit } from "./unit.ts";

/** Thrown only to make the driver roll back; never escapes `transact`. */
class Refused extends Error {
  readonly result: Result<never, Refusal>;
  constructor(result: Result<never, Refusal>) {
    super("refused");
    this.result = result;
  }
}

export function createPorts(db: Db): Ports {
  return {
    async transact<Value>(meta: Meta, work: (unit: Unit) => Promise<Result<Value, Refusal>>) {
      try {
        return await db.transaction(async (tx) => {
          const result = await runOnce(tx, meta, work);
          if (!result.ok) throw new Refused(result);
          return result;
        });
      } catch (error) {
        if (error instanceof Refused) return error.result;
        throw error;
      }
    },
    changedInvoices: (limit) => changedInvoices(db, limit),
    paidButBlocked: (today, page) => paidButBlocked(db, today, page),
  };
}

/** The claim comes before everything: a request repeated after its effect would otherwise be refused by the new state. */
async function runOnce<Value>(
  tx: Tx,
  meta: Meta,
  work: (unit: Unit) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const { key, actor: id } = meta;
  const earlier = key === undefined ? undefined : await claim(tx, key, meta);
  if (earlier !== undefined) return earlier as Result<Value, Refusal>;
  const actor = await loadActor(tx, id);
  if (actor === undefined) return refuse({ code: "operator_unknown", operator: id });
  const result = await work(createUnit(tx, actor, meta.today));
  if (key !== undefined && result.ok) {
    await tx.update(delivery).set({ answer: result.value }).where(eq(delivery.key, key));
  }
  return result;
}

/** Undefined the first time a key is seen; waits for a transaction that uses it right now. */
async function claim(
  tx: Tx,
  key: string,
  { command, fingerprint }: Meta,
): Promise<Result<unknown, Refusal> | undefined> {
  const claimed = await tx
    .insert(delivery)
    .values({ key, command, fingerprint })
    .onConflictDoNothing()
    .returning({ key: delivery.key });
  if (claimed.length === 1) return undefined;
  const [seen] = await tx.select().from(delivery).where(eq(delivery.key, key));
  return seen !== undefined && seen.command === command && seen.fingerprint === fingerprint
    ? { ok: true, value: seen.answer }
    : refuse({ code: "key_reused", key });
}

/** Classified invoices are left to the classifier. A bureau record outlives the agreement it was made in. */
async function changedInvoices(
  db: Db,
  limit: number,
): Promise<{ customer: CustomerId; invoices: InvoiceId[] }[]> {
  const { $client: sql } = db;
  return sql<{ customer: CustomerId; invoices: InvoiceId[] }[]>`
    select customer_id as customer, array_agg(invoice_id order by invoice_id) as invoices
    from (
      select customer_id, invoice_id from collection where recheck and stage <> 'classified'
      union
      select s.customer_id, s.invoice_id
      from spc_record s join invoice i on i.id = s.invoice_id left join collection c on c.invoice_id = s.invoice_id
      where s.removed_on is null and s.settled_on is null and i.state = 'paid' and c.stage is distinct from 'classified'
      order by invoice_id limit ${limit}
    ) changed
    group by customer_id order by customer_id`;
}
