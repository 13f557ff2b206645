import type { CustomerId } from "#core/ids.ts";
import { maskTaxId, type TaxId } from "#core/tax-id.ts";
import type { Sql } from "#db/client.ts";
import { escapeLike, searchPatterns } from "../search-patterns.ts";

/** What the reference is of the candidate, the surest first. */
export type MatchedBy = "customer" | "tax id" | "invoice" | "name";

export type Candidate = {
  readonly customer: CustomerId;
  readonly name: string;
  /** Masked. */
  readonly taxId: string | null;
  readonly city: string | null;
  readonly matchedBy: MatchedBy;
};

const MAX_CANDIDATES = 20;

/** Whom somebody may mean: a whole customer id, tax id, invoice id or invoice number, or the start of a name. */
export async function readCustomerByReference(sql: Sql, reference: string): Promise<Candidate[]> {
  const { whole, bare } = searchPatterns(reference);
  if (whole === "") return [];
  const found = await sql<(Omit<Candidate, "taxId"> & { taxId: TaxId | null })[]>`
    with meant as (
      select id, 1 as rank from customer where id = ${whole}
      union all
      select id, 2 from customer where search like ${`% ${escapeLike(bare.toLowerCase())}`} and tax_id = ${bare.toUpperCase()}
      union all
      select customer_id, 3 from invoice where id = ${whole}
      union all
      select customer_id, 3 from invoice where number = ${whole}
      union all
      (select id, 4 from customer where search like fold(${escapeLike(whole)}) || '%' order by search limit ${MAX_CANDIDATES}))
    select u.id as customer, u.name, u.tax_id as "taxId", u.city,
      (array['customer', 'tax id', 'invoice', 'name'])[m.rank] as "matchedBy"
    from (select id, min(rank) as rank from meant group by id) m join customer u on u.id = m.id
    order by m.rank, u.name, u.id limit ${MAX_CANDIDATES}`;
  return found.map(({ taxId, ...rest }) => ({
    ...rest,
    taxId: taxId === null ? null : maskTaxId(taxId),
  }));
}
