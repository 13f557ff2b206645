import type { HistoryEntry } from "#db/queries/account/history.ts";
import { defineTab, readRows } from "../tab.ts";
import { historyBlocks } from "./history.ts";

const PAGE = 20;

/** Tab 3: of the customer's history, what happened to an invoice. */
export const invoiceHistoryTab = defineTab<readonly HistoryEntry[]>({
  number: 3,
  permission: "tab.invoice-history",
  titleId: "slack-account-tab-invoice-history",
  read: readRows(3, PAGE),
  blocks: historyBlocks,
  register: () => {},
});
