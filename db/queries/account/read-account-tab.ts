import type { CivilDate } from "#core/calendar.ts";
import type { CustomerId } from "#core/ids.ts";
import type { Result } from "#core/result.ts";
import type { Sql } from "#db/client.ts";
import type { Page, PageRefusal, PageRequest } from "../page.ts";
import {
  type Attachment,
  type Contact,
  type Message,
  readAttachments,
  readContacts,
  readEmails,
  readMessages,
  readTasks,
  type Task,
} from "./account-work.ts";
import { type AgreementLists, readAgreementLists } from "./agreement-lists.ts";
import { type AwaitingInvoice, readAwaitingInvoices } from "./awaiting-invoices.ts";
import { type ConnectionEntry, readConnections } from "./connections.ts";
import { type HistoryEntry, readHistory, readInvoiceHistory } from "./history.ts";
import type { TabReader } from "./tab.ts";

/** SPEC 4.2. */
export type AccountTabs = {
  readonly 1: Page<AwaitingInvoice>;
  readonly 2: Page<HistoryEntry>;
  readonly 3: Page<HistoryEntry>;
  readonly 4: Page<Contact>;
  readonly 5: Page<Attachment>;
  readonly 6: Page<Message>;
  readonly 7: Page<Message>;
  readonly 8: Page<Task>;
  readonly 9: Partial<AgreementLists>;
  readonly 10: Page<ConnectionEntry>;
};

export type TabNumber = keyof AccountTabs;

export async function readAccountTab<Tab extends TabNumber>(
  sql: Sql,
  customer: CustomerId,
  tab: Tab,
  request: PageRequest & { readonly today: CivilDate },
): Promise<Result<AccountTabs[Tab], PageRefusal>> {
  return await READERS[tab](sql, { ...request, customer });
}

const READERS: { readonly [Tab in TabNumber]: TabReader<AccountTabs[Tab]> } = {
  1: readAwaitingInvoices,
  2: readHistory,
  3: readInvoiceHistory,
  4: readContacts,
  5: readAttachments,
  6: readEmails,
  7: readMessages,
  8: readTasks,
  9: readAgreementLists,
  10: readConnections,
};

export const isTabNumber = (tab: number): tab is TabNumber => Object.hasOwn(READERS, tab);
