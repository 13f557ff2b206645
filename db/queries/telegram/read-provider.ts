import type { Sql } from "#db/client.ts";

/** Who writes to the customers (CDC art. 42-A). Empty where nobody has filled it in. */
export type ProviderFace = {
  readonly name: string;
  readonly address: string;
  readonly taxId: string;
};

export async function readProvider(sql: Sql): Promise<ProviderFace> {
  const rows = await sql<{ key: string; value: unknown }[]>`
    select key, value from setting where key in ('provider.name', 'provider.address', 'provider.taxId')`;
  const said = new Map(rows.map(({ key, value }) => [key, typeof value === "string" ? value : ""]));
  const of = (key: string): string => said.get(`provider.${key}`) ?? "";
  return { name: of("name"), address: of("address"), taxId: of("taxId") };
}
