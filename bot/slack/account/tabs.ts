import type { Tab } from "./tab.ts";
import { agreementsTab } from "./tabs/agreements.ts";
import { attachmentsTab } from "./tabs/attachments.ts";
import { commentsTab } from "./tabs/comments.ts";
import { connectionsTab } from "./tabs/connections.ts";
import { emailsTab } from "./tabs/emails.ts";
import { historyTab } from "./tabs/history.ts";
import { invoiceHistoryTab } from "./tabs/invoice-history.ts";
import { invoicesTab } from "./tabs/invoices.ts";
import { messagesTab } from "./tabs/messages.ts";
import { tasksTab } from "./tabs/tasks.ts";

/** In the order of their numbers. */
export const TABS: readonly Tab[] = [
  invoicesTab,
  historyTab,
  invoiceHistoryTab,
  commentsTab,
  attachmentsTab,
  emailsTab,
  messagesTab,
  tasksTab,
  agreementsTab,
  connectionsTab,
];
