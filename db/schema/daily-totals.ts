import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { customerIdColumn } from "./columns.ts";

/** One row: up to which event the daily totals are folded. */
export const dailyTotalPosition = pgTable(
  "daily_total_position",
  {
    one: integer().primaryKey().default(1),
    /** Events up to this id are in the totals, all others are not. */
    eventId: bigint({ mode: "number" }).notNull(),
  },
  (t) => [check("daily_total_position_one", sql`${t.one} = 1`)],
);

/** Customers who moved: what is folded under the city they left has to follow them. Written by a trigger on `customer`. */
export const dailyTotalMove = pgTable(
  "daily_total_move",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    customerId: customerIdColumn().notNull(),
    /** Where they lived before. */
    city: text(),
  },
  (t) => [index("daily_total_move_customer").on(t.customerId, t.id)],
);
