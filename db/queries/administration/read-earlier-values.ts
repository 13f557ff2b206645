import type { SettingValue } from "#core/settings.ts";
import type { Sql } from "#db/client.ts";

/** What stood before a change whose event tells only what stands after. */
export type EarlierValue = { readonly id: number } & (
  | {
      readonly kind: "setting_changed";
      readonly data: { readonly key: string; readonly value: SettingValue };
    }
  | {
      readonly kind: "operator_saved";
      readonly data: { readonly operator: string; readonly role: string; readonly active: boolean };
    }
);

/**
 * For each of these changes of a setting or an operator the one before it; none for the first. By the index event_customer,
 * under no customer, as the history itself.
 */
export const readEarlierValues = async (
  sql: Sql,
  changes: readonly number[],
): Promise<EarlierValue[]> =>
  await sql<EarlierValue[]>`
    select e.id, e.kind, earlier.data
    from event e cross join lateral (
      select p.data from event p
      where p.customer_id is null and p.id < e.id and p.kind = e.kind
        and (p.data->>'key' = e.data->>'key' or p.data->>'operator' = e.data->>'operator')
      order by p.id desc limit 1) earlier
    where e.customer_id is null and e.id = any(${[...changes]})
      and e.kind in ('setting_changed', 'operator_saved')`;
