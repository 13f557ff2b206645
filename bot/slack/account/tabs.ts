import type { Tab } from "./tab.ts";
import { agreementsTab } from "./tabs/agreements.ts";
import { attachmentsTab } from "./tabs/attachments.ts";
import { commentsTab } from "./tabs/comments.ts";
import { historyTab } from "./tabs/history.ts";
import { invoiceHistoryTab } from "./tabs/invoice-history.ts";
import { invoicesTab } from "./tabs/invoices.ts";

/** In the order of their numbers. */
export const TABS: readonly Tab[] = [
  invoicesTab,
  historyTab,
  invoiceHistoryTab,
  commentsTab,
  attachmentsTab,
  agreementsTab,
];
