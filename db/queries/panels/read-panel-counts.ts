import type { CivilDate } from "#core/calendar.ts";
import { ZERO } from "#core/money.ts";
import type { Sql } from "#db/client.ts";
import type { PanelTotals } from "./panel.ts";
import { CUSTOMER_STAGES, PANEL_NAMES, type PanelName } from "./panel-names.ts";

/** Panels 1 to 9 in one statement, each row of the tables counted once, out of the indexes alone. */
export async function readPanelCounts(
  sql: Sql,
  today: CivilDate,
): Promise<Record<PanelName, PanelTotals>> {
  const rows = await sql<(PanelTotals & { panel: string })[]>`
    select stage as panel, count(*) as total, sum(amount_cents)::bigint as "amountCents"
    from customer_panel group by stage
    union all
    select shown.*
    from (
      select count(*) as pending, sum(amount_cents)::bigint as pending_cents,
        count(*) filter (where breaks_after < ${today}) as broken,
        sum(amount_cents) filter (where breaks_after < ${today})::bigint as broken_cents
      from collection where stage = 'in agreement') c
    cross join lateral (
      values ('pending', c.pending, c.pending_cents), ('broken', c.broken, c.broken_cents)) shown
    union all
    select 'settled', count(*), sum(amount_cents)::bigint from collection where stage = 'settled'
    union all
    select shown.*
    from (
      select count(*) as live, sum(amount_cents)::bigint as live_cents,
        count(settled_on) as critiques,
        sum(amount_cents) filter (where settled_on is not null)::bigint as critiques_cents
      from spc_record where removed_on is null) r
    cross join lateral (
      values ('spc', r.live, r.live_cents), ('spc-critiques', r.critiques, r.critiques_cents)) shown
    union all
    select 'spc-removed', count(*), sum(amount_cents)::bigint
    from spc_record where removed_on is not null and settled_on is not null and not superseded`;
  const totals = new Map(rows.map(({ panel, ...counted }) => [panel, counted]));
  const counts = PANEL_NAMES.map((name) => {
    const { total, amountCents } = totals.get(stageOf(name) ?? name) ?? {};
    return [name, { total: total ?? 0, amountCents: amountCents ?? ZERO }];
  });
  return Object.fromEntries(counts) as Record<PanelName, PanelTotals>;
}

const stageOf = (name: PanelName): string | undefined =>
  Object.entries(CUSTOMER_STAGES).find(([panel]) => panel === name)?.[1];
