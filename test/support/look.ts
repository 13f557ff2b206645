import type { Sql } from "#db/client.ts";

export type Standing = {
  readonly state: string;
  readonly paid: number;
  readonly stage: string | null;
  readonly agreement: number | null;
};

/** Where an invoice stands. */
export async function standing(sql: Sql, invoice: string): Promise<Standing> {
  const [found] = await sql<Standing[]>`
    select i.state, i.paid_cents as paid, c.stage, c.agreement
    from invoice i left join collection c on c.invoice_id = i.id where i.id = ${invoice}`;
  if (found === undefined) throw new Error(`no invoice ${invoice}`);
  return { ...found };
}

/** "A: in agreement, B: none": all of a customer's invoices with their stages, in order of their ids. */
export async function stages(sql: Sql, customer: string): Promise<string> {
  const rows = await sql<{ line: string }[]>`
    select i.id || ': ' || coalesce(c.stage, 'none') as line
    from invoice i left join collection c on c.invoice_id = i.id
    where i.customer_id = ${customer} order by i.id`;
  return rows.map(({ line }) => line).join(", ");
}

export type Happened = {
  readonly kind: string;
  readonly invoice: string | null;
  readonly agreement: number | null;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** What happened, oldest first; of one kind where that is asked for. */
export async function events(sql: Sql, kind?: string): Promise<Happened[]> {
  const rows = await sql<Happened[]>`
    select kind, invoice_id as invoice, agreement, actor, data from event
    where ${kind === undefined ? sql`true` : sql`kind = ${kind}`} order by id`;
  return rows.map((row) => ({ ...row }));
}

/** The messages that wait to be sent. */
export async function outbox(sql: Sql): Promise<Readonly<Record<string, unknown>>[]> {
  const rows = await sql<{ effect: Record<string, unknown> }[]>`
    select effect from outbox order by id`;
  return rows.map(({ effect }) => effect);
}

export async function agreementStatus(sql: Sql, number: number): Promise<string | undefined> {
  const [found] = await sql<{ status: string }[]>`
    select status from agreement where number = ${number}`;
  return found?.status;
}

/** Every column of a customer's bureau records that the panels read. */
export async function bureauRecords(sql: Sql, invoice: string): Promise<BureauRecord[]> {
  const rows = await sql<BureauRecord[]>`
    select id, registered_on as "registeredOn", removed_on as "removedOn", settled_on as "settledOn",
      remove_by as "removeBy", expires_on as "expiresOn", superseded
    from spc_record where invoice_id = ${invoice} order by id`;
  return rows.map((row) => ({ ...row }));
}

export type BureauRecord = {
  readonly id: number;
  readonly registeredOn: string;
  readonly removedOn: string | null;
  readonly settledOn: string | null;
  readonly removeBy: string | null;
  readonly expiresOn: string;
  readonly superseded: boolean;
};
