import type { TemplateText } from "#core/administration/templates.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { Stage } from "#core/collection/stage.ts";
import type { ManagerDigest } from "#core/digest/manager-digest.ts";
import type { OperatorDigest } from "#core/digest/operator-digest.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Result } from "#core/result.ts";
import type { Account } from "#db/queries/account/account.ts";
import type { AgreementDetails } from "#db/queries/account/agreement.ts";
import type { Candidate } from "#db/queries/account/customer-by-reference.ts";
import type { AccountTabs, TabNumber } from "#db/queries/account/read-account-tab.ts";
import type { CustomerReach } from "#db/queries/account/read-reach.ts";
import type { AgreementBasis } from "#db/queries/agreement/read-agreement-basis.ts";
import type { Approval } from "#db/queries/agreement/read-approval.ts";
import type { BureauInvoice } from "#db/queries/home/read-bureau-invoice.ts";
import type { HomeTasks } from "#db/queries/home/read-home-tasks.ts";
import type { Queue } from "#db/queries/home/read-queue.ts";
import type { StageInvoices } from "#db/queries/home/read-stage-invoices.ts";
import type { PageRefusal, PageRequest } from "#db/queries/page.ts";
import type { PanelPage, PanelQuery, PanelRefusal, PanelTotals } from "#db/queries/panels/panel.ts";
import type { PanelName } from "#db/queries/panels/panel-names.ts";
import type { AdministrationReads } from "./administration/reads.ts";
import type { ConversationReads } from "./conversations/reads.ts";
import type { Person } from "./person.ts";
import type { ReturnReads } from "./returns/ports.ts";

/** What the Slack face reads. The shapes are those of the queries; bot/main.ts hands the queries in. */
export type SlackReads = {
  /** Undefined: nobody here has that Slack user, or works here no more. */
  readonly personOf: (slackUser: string) => Promise<Person | undefined>;
  readonly panelCounts: (today: CivilDate) => Promise<Record<PanelName, PanelTotals>>;
  readonly panel: <Name extends PanelName>(
    panel: Name,
    query: PanelQuery,
  ) => Promise<Result<PanelPage<Name>, PanelRefusal>>;
  readonly account: (customer: CustomerId, today: CivilDate) => Promise<Account | undefined>;
  readonly tab: <Tab extends TabNumber>(
    customer: CustomerId,
    tab: Tab,
    request: PageRequest & { readonly today: CivilDate },
  ) => Promise<Result<AccountTabs[Tab], PageRefusal>>;
  readonly agreement: (number: AgreementNumber) => Promise<AgreementDetails | undefined>;
  readonly customersBy: (reference: string) => Promise<readonly Candidate[]>;
  readonly operators: () => Promise<readonly { id: OperatorId; name: string }[]>;
  readonly homeTasks: (assignee: OperatorId, limit: number) => Promise<HomeTasks>;
  readonly queue: (
    asked: { readonly operator: OperatorId; readonly today: CivilDate; readonly nowMs: number },
    limit: number,
  ) => Promise<Queue>;
  readonly stageInvoices: (
    of: { readonly customer: CustomerId; readonly stage: Stage },
    limit: number,
  ) => Promise<StageInvoices | undefined>;
  readonly bureauInvoice: (invoice: InvoiceId) => Promise<BureauInvoice | undefined>;
  readonly reach: (customer: CustomerId) => Promise<CustomerReach | undefined>;
  readonly messageTemplates: () => Promise<readonly TemplateText[]>;
  readonly administration: AdministrationReads;
  readonly digests: DigestReads;
  readonly conversations: ConversationReads;
  readonly returns: ReturnReads;
  /** What a form of an agreement is filled in from. */
  readonly agreementBasis: (asked: {
    readonly customer: CustomerId;
    readonly operator: OperatorId;
    readonly withBroken: boolean;
    readonly today: CivilDate;
  }) => Promise<AgreementBasis | undefined>;
  readonly approval: (
    agreement: AgreementNumber,
    today: CivilDate,
  ) => Promise<Approval | undefined>;
};

/** Undefined where there is nothing to say on the day. */
export type DigestReads = {
  readonly ofOperator: (
    operator: OperatorId,
    day: CivilDate,
  ) => Promise<OperatorDigest | undefined>;
  readonly ofManagers: (day: CivilDate) => Promise<ManagerDigest | undefined>;
  /** Undefined: works here no more, or is not known in Slack. */
  readonly slackUserOf: (operator: OperatorId) => Promise<string | undefined>;
};
