import type { OperatorId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

/** By whom or where figures can be narrowed. */
export type ChartMembers = {
  /** By name; those who left included, for their figures stay. */
  readonly operators: readonly { readonly id: OperatorId; readonly name: string }[];
  /** In the order of the alphabet. */
  readonly cities: readonly string[];
};

/** A form with more cities than this would help nobody. */
const MOST_CITIES = 500;

/** Cities that have figures, jumping from one to the next: the number of days and kinds does not count. */
export async function readChartMembers(sql: Sql): Promise<ChartMembers> {
  const operators = await sql<{ id: OperatorId; name: string }[]>`
    select id, name from operator order by active desc, name, id`;
  const cities = await sql<{ city: string }[]>`
    with recursive found (city) as (
      (select city from customer_panel where city is not null and stage = 'classified' order by city limit 1)
      union all
      select (select p.city from customer_panel p where p.stage = 'classified' and p.city > found.city order by p.city limit 1)
      from found where found.city is not null
    ), agreed (city) as (
      (select city from collection where city is not null and stage in ('in agreement', 'settled') order by city limit 1)
      union all
      select (select c.city from collection c
        where c.city > agreed.city and c.stage in ('in agreement', 'settled') order by c.city limit 1)
      from agreed where agreed.city is not null
    )
    select city from (select city from found union select city from agreed) both_of_them
    where city is not null order by city limit ${MOST_CITIES}`;
  return {
    operators: operators.map((row) => ({ ...row })),
    cities: cities.map(({ city }) => city),
  };
}
