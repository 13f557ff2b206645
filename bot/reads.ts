import { NO_MEANS } from "#core/payment/means.ts";
import type { Connection } from "#db/client.ts";
import { readAccount } from "#db/queries/account/account.ts";
import { readAgreement } from "#db/queries/account/agreement.ts";
import { readCustomerByReference } from "#db/queries/account/customer-by-reference.ts";
import { readAccountTab } from "#db/queries/account/read-account-tab.ts";
import { readReach } from "#db/queries/account/read-reach.ts";
import { readChanges } from "#db/queries/administration/read-changes.ts";
import { readEarlierValues } from "#db/queries/administration/read-earlier-values.ts";
import {
  readCategories,
  readLadders,
  readLedgerUnits,
  readPaymentProfiles,
  readPolicy,
  readTemplates,
} from "#db/queries/administration/read-lists.ts";
import { readOperators, readRoles } from "#db/queries/administration/read-people.ts";
import { readSettings } from "#db/queries/administration/read-settings.ts";
import { readAgreementBasis } from "#db/queries/agreement/read-agreement-basis.ts";
import { readApproval } from "#db/queries/agreement/read-approval.ts";
import { readDisputeCard } from "#db/queries/conversations/read-dispute-card.ts";
import { readManagerDigest, readOperatorDigest } from "#db/queries/digest/read-digest.ts";
import { readSlackUser } from "#db/queries/digest/read-slack-user.ts";
import { readPaymentMeans } from "#db/queries/documents/read-payment-means.ts";
import { readBureauInvoice } from "#db/queries/home/read-bureau-invoice.ts";
import { readHomeTasks } from "#db/queries/home/read-home-tasks.ts";
import { readPerson } from "#db/queries/home/read-person.ts";
import { readQueue } from "#db/queries/home/read-queue.ts";
import { readStageInvoices } from "#db/queries/home/read-stage-invoices.ts";
import { searchOpenInvoices } from "#db/queries/invoice-search/search-open-invoices.ts";
import { readUnsent } from "#db/queries/outbox/read-unsent.ts";
import { readPanel } from "#db/queries/panels/read-panel.ts";
import { readPanelCounts } from "#db/queries/panels/read-panel-counts.ts";
import { readReturnFile, readReturnFiles } from "#db/queries/returns/read-return-files.ts";
import {
  readLeftOver,
  readReturnTitle,
  readReturnTitles,
} from "#db/queries/returns/read-return-titles.ts";
import {
  readConversation,
  readConversationMessage,
  readConversationOfThread,
  readIsTalking,
} from "#db/queries/self-service/read-conversation.ts";
import { readNegotiation } from "#db/queries/self-service/read-negotiation.ts";
import { readOpenOffer } from "#db/queries/self-service/read-open-offer.ts";
import { readOwed } from "#db/queries/self-service/read-owed.ts";
import { readOwnAgreements } from "#db/queries/self-service/read-own-agreements.ts";
import { readReceipt } from "#db/queries/self-service/read-receipt.ts";
import { readTrust } from "#db/queries/self-service/read-trust.ts";
import { readChat } from "#db/queries/telegram/read-chat.ts";
import { readChats } from "#db/queries/telegram/read-chats.ts";
import { readProvider } from "#db/queries/telegram/read-provider.ts";
import type { AdministrationReads } from "./slack/administration/reads.ts";
import type { SlackReads } from "./slack/reads.ts";
import type { TelegramReads } from "./telegram/reads.ts";

/** The queries that the Slack face is handed. */
export const slackReads = ({ sql }: Pick<Connection, "sql">): SlackReads => ({
  personOf: (slackUser) => readPerson(sql, slackUser),
  panelCounts: (today) => readPanelCounts(sql, today),
  panel: (panel, query) => readPanel(sql, panel, query),
  account: (customer, today) => readAccount(sql, customer, today),
  tab: (customer, tab, request) => readAccountTab(sql, customer, tab, request),
  agreement: (number) => readAgreement(sql, number),
  customersBy: (reference) => readCustomerByReference(sql, reference),
  operators: async () => (await readOperators(sql)).filter(({ active }) => active),
  homeTasks: (assignee, limit) => readHomeTasks(sql, assignee, limit),
  queue: (asked, limit) => readQueue(sql, asked, limit),
  stageInvoices: (of, limit) => readStageInvoices(sql, of, limit),
  bureauInvoice: (invoice) => readBureauInvoice(sql, invoice),
  reach: (customer) => readReach(sql, customer),
  messageTemplates: () => readTemplates(sql),
  agreementBasis: (asked) => readAgreementBasis(sql, asked),
  approval: (agreement, today) => readApproval(sql, agreement, today),
  administration: administrationReads(sql),
  conversations: {
    negotiation: (id, today) => readNegotiation(sql, id, today),
    receipt: (id) => readReceipt(sql, id),
    dispute: (id) => readDisputeCard(sql, id),
    head: (conversation) => readConversation(sql, conversation),
    message: (id) => readConversationMessage(sql, id),
    ofThread: (thread) => readConversationOfThread(sql, thread),
  },
  returns: {
    files: (request) => readReturnFiles(sql, request),
    file: (file) => readReturnFile(sql, file),
    titles: (file, request) => readReturnTitles(sql, file, request),
    leftOver: (request) => readLeftOver(sql, request),
    title: (title) => readReturnTitle(sql, title),
    invoices: (words) => searchOpenInvoices(sql, words),
  },
  digests: {
    ofOperator: (operator, day) => readOperatorDigest(sql, { operator, day }),
    ofManagers: (day) => readManagerDigest(sql, day),
    slackUserOf: (operator) => readSlackUser(sql, operator),
  },
});

const administrationReads = (sql: Connection["sql"]): AdministrationReads => ({
  roles: () => readRoles(sql),
  operators: () => readOperators(sql),
  settings: () => readSettings(sql),
  categories: () => readCategories(sql),
  ledgerUnits: () => readLedgerUnits(sql),
  profiles: () => readPaymentProfiles(sql),
  ladders: () => readLadders(sql),
  policy: () => readPolicy(sql),
  templates: () => readTemplates(sql),
  unsent: (request) => readUnsent(sql, request),
  changes: (request) => readChanges(sql, request),
  earlier: (changes) => readEarlierValues(sql, changes),
});

/** The queries that the Telegram face is handed. */
export const telegramReads = (connection: Pick<Connection, "sql" | "db">): TelegramReads => {
  const { sql } = connection;
  return {
    chatOwner: (chat) => readChat(sql, chat),
    chatsOf: (customer) => readChats(sql, customer),
    provider: () => readProvider(sql),
    owed: (customer, today) => readOwed(connection, customer, today),
    means: async (invoice, today) =>
      (await readPaymentMeans(sql, [invoice], today)).get(invoice) ?? NO_MEANS,
    openOffer: (customer, offer) => readOpenOffer(connection, customer, offer),
    ownAgreements: (customer, today) => readOwnAgreements(sql, customer, today),
    trust: (customer, today) => readTrust(sql, customer, today),
    isTalking: (customer) => readIsTalking(sql, customer),
    negotiation: (id, today) => readNegotiation(sql, id, today),
    receipt: (id) => readReceipt(sql, id),
    conversation: (id) => readConversation(sql, id),
    conversationMessage: (id) => readConversationMessage(sql, id),
  };
};
