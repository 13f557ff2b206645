import type { Category, LedgerUnit, PaymentProfile } from "#core/administration/catalogue.ts";
import type { LadderRecord } from "#core/administration/ladders.ts";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import type { OperatorRecord } from "#core/ports.ts";
import type { Result } from "#core/result.ts";
import type { ChangesRequest, ProviderChange } from "#db/queries/administration/read-changes.ts";
import type { EarlierValue } from "#db/queries/administration/read-earlier-values.ts";
import type { TemplateEntry } from "#db/queries/administration/read-lists.ts";
import type { RoleEntry } from "#db/queries/administration/read-people.ts";
import type { SettingEntry } from "#db/queries/administration/read-settings.ts";
import type { UnsentEntry } from "#db/queries/outbox/read-unsent.ts";
import type { Page, PageRefusal, PageRequest } from "#db/queries/page.ts";

/** What the provider runs on: lists of tens, read whole; the history by pages. */
export type AdministrationReads = {
  readonly roles: () => Promise<readonly RoleEntry[]>;
  readonly operators: () => Promise<readonly OperatorRecord[]>;
  readonly settings: () => Promise<readonly SettingEntry[]>;
  readonly categories: () => Promise<readonly Category[]>;
  readonly ledgerUnits: () => Promise<readonly LedgerUnit[]>;
  readonly profiles: () => Promise<readonly PaymentProfile[]>;
  readonly ladders: () => Promise<readonly LadderRecord[]>;
  readonly policy: () => Promise<readonly PolicyRow[]>;
  readonly templates: () => Promise<readonly TemplateEntry[]>;
  readonly unsent: (request: PageRequest) => Promise<Result<Page<UnsentEntry>, PageRefusal>>;
  readonly changes: (request: ChangesRequest) => Promise<Result<Page<ProviderChange>, PageRefusal>>;
  readonly earlier: (changes: readonly number[]) => Promise<readonly EarlierValue[]>;
};
