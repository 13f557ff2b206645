import { sql } from "drizzle-orm";
import type { Unit } from "#core/ports.ts";
import { classify } from "../classify.ts";
import { scheduleRun } from "../schema/record.ts";
import { rowsOf, type Scope } from "./scope.ts";

type Methods = Pick<Unit, "classify" | "claimDailyRun" | "panelOneSize">;

export function classifierMethods({ tx, actor }: Scope): Methods {
  return {
    classify: (today) => classify(tx, { today, actor: actor.id }),
    async claimDailyRun(job, day) {
      const claimed = await tx
        .insert(scheduleRun)
        .values({ job, day })
        .onConflictDoNothing()
        .returning({ day: scheduleRun.day });
      return claimed.length === 1;
    },
    async panelOneSize() {
      const [size] = await rowsOf<{ customers: number; invoices: number }>(
        tx,
        sql`select count(*)::int as customers, coalesce(sum(invoices), 0)::int as invoices
          from customer_panel where stage = 'classified'`,
      );
      return size ?? { customers: 0, invoices: 0 };
    },
  };
}
