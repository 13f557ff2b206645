import type { ChartReader } from "./definition.ts";
import { readMonths } from "./totals.ts";

/**
 * SPC records per month: registered, and removed for whatever reason, each on its own day; with the amount of the registered
 * ones. By operator: who registered or removed it.
 */
export const readSpc: ChartReader = (sql, asked) =>
  readMonths(sql, { spc_registered: "registered", spc_removed: "removed" }, asked);
