import type { ChartPoint } from "#core/charts.ts";
import { cents, sumCents, ZERO } from "#core/money.ts";
import type { Sql } from "#db/client.ts";
import { discountBand } from "#db/daily-totals/facts.ts";
import type { Asked, ChartReader } from "./definition.ts";
import { totalsOf } from "./totals.ts";

/**
 * What became of the agreements made in the period, by the discount they give (discount in percent and in reais together, against
 * the agreement's base): none, up to 5, 10, 20, 30 percent, over 30.
 *
 * - `kept`: fulfilled;
 * - `broken`: in force today with at least one broken invoice (panel 6);
 * - `undone`: renegotiated, rescinded, or left without an object;
 * - `open`: all others, kept so far.
 *
 * Amounts are the agreements' totals. Proposals that never came into force do not count.
 */
export const readPromisesByDiscount: ChartReader = async (sql, asked) => {
  const told = await readTold(sql, asked);
  const broken = await readBroken(sql, asked);
  return BANDS.flatMap((key) => {
    const of = (points: readonly ChartPoint[], series: string) =>
      points.find((point) => point.key === key && point.series === series) ?? nothing(key, series);
    const all = of(told, "made");
    const decided = [of(told, "kept"), of(broken, "broken"), of(told, "undone")];
    const open = {
      ...nothing(key, "open"),
      count: all.count - decided.reduce((sum, { count }) => sum + count, 0),
      amountCents: cents(all.amountCents - sumCents(decided.map((point) => point.amountCents))),
    };
    return all.count === 0 ? [] : [...decided, open];
  });
};

const BANDS = ["0", "5", "10", "20", "30", "over"];

const nothing = (key: string, series: string): ChartPoint => ({
  key,
  name: null,
  series,
  count: 0,
  amountCents: ZERO,
});

const readTold = (sql: Sql, { from, to }: Asked) => sql<ChartPoint[]>`
  select t.member as key, null as name,
    case t.kind when 'promise' then 'made' when 'promise_kept' then 'kept' else 'undone' end as series,
    sum(t.count)::bigint as count, sum(t.amount_cents)::bigint as "amountCents"
  from ${totalsOf(sql, "discount", ["promise", "promise_kept", "promise_undone"])} t
  where t.day between ${from} and ${to}
  group by 1, 3`;

const readBroken = (sql: Sql, { today, from, to }: Asked) => sql<ChartPoint[]>`
  select b.band as key, null as name, 'broken' as series, count(*) as count, sum(b.total_cents)::bigint as "amountCents"
  from (
    select ${discountBand(sql)} as band, a.total_cents
    from agreement a
    where a.status = 'live' and a.made_on between ${from} and ${to} and a.number in (
      select c.agreement from collection c where c.stage = 'in agreement' and c.breaks_after < ${today})) b
  group by b.band`;
