import type { App } from "@slack/bolt";
import type { Permission } from "#core/access/permissions.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Result } from "#core/result.ts";
import type { Account } from "#db/queries/account/account.ts";
import type { AccountTabs, TabNumber } from "#db/queries/account/read-account-tab.ts";
import type { Page, PageRefusal } from "#db/queries/page.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Blocks } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import type { Acting } from "../listen.ts";
import type { Person } from "../person.ts";
import type { SlackReads } from "../reads.ts";
import { cursorOf, type Place, type Workspace } from "./workspace.ts";

/** What a tab's blocks are made of, beside its own data. */
export type TabContext = {
  readonly person: Person;
  readonly texts: Texts;
  readonly today: CivilDate;
  /** The provider's, for the moments of things. */
  readonly timeZone: string;
  readonly account: Account;
  readonly workspace: Workspace;
  /** An operator's name; the id where it is not known. */
  readonly nameOf: (operator: OperatorId) => string;
};

/** A line about what was just asked for. */
export type Said = { readonly sentence: string; readonly isDone: boolean };

/** What a tab's actions reach beyond their own file. */
export type AccountTools = {
  /** Reads and shows the account again where it stands, with a line about what was just done or refused. */
  readonly show: (acting: Acting, place: Place, said?: Said) => Promise<void>;
  readonly openWizard: (
    acting: Acting,
    of: { readonly customer: CustomerId; readonly invoices: readonly InvoiceId[] },
  ) => Promise<void>;
  readonly openSpcForm: (acting: Acting, invoice: InvoiceId) => Promise<void>;
  readonly openRescind: (acting: Acting, agreement: AgreementNumber) => Promise<void>;
};

export type TabPage<Data> = {
  readonly data: Data;
  /** The cursor of the page after this one. */
  readonly next: string | null;
};

/** A tab of the account: one file that has all of it. */
export type TabOf<Data> = {
  readonly number: TabNumber;
  readonly permission: Permission;
  /** Of the text that names it. */
  readonly titleId: string;
  readonly read: (
    reads: SlackReads,
    workspace: Workspace,
    today: CivilDate,
  ) => Promise<Result<TabPage<Data>, PageRefusal>>;
  /** At most `MAX_TAB_BLOCKS`. */
  readonly blocks: (data: Data, context: TabContext) => Blocks;
  readonly register: (app: App, deps: SlackDeps, tools: AccountTools) => void;
};

/** A tab whose data nobody else looks into. */
export type Tab = Omit<TabOf<unknown>, "read" | "blocks"> & {
  readonly load: (
    reads: SlackReads,
    workspace: Workspace,
    today: CivilDate,
  ) => Promise<Result<LoadedTab, PageRefusal>>;
};

export type LoadedTab = {
  readonly blocks: (context: TabContext) => Blocks;
  readonly next: string | null;
};

/** What is left of a modal's 100 beside the account's head and foot. */
export const MAX_TAB_BLOCKS = 85;

export const defineTab = <Data>({ read, blocks, ...tab }: TabOf<Data>): Tab => ({
  ...tab,
  async load(reads, workspace, today) {
    const page = await read(reads, workspace, today);
    if (!page.ok) return page;
    const { data, next } = page.value;
    return { ok: true, value: { next, blocks: (context) => blocks(data, context) } };
  },
});

type PagedTab = Exclude<TabNumber, 9>;
type RowsOf<Number extends PagedTab> = AccountTabs[Number]["rows"];

export const PAGE_ROWS = 10;

/** For the tabs that are one list: its page at which the workspace stands. */
export const readRows =
  <Number extends PagedTab>(number: Number, limit = PAGE_ROWS): TabOf<RowsOf<Number>>["read"] =>
  async (reads, workspace, today) => {
    const request = { limit, after: cursorOf(workspace), today };
    const page = await reads.tab(workspace.customer, number, request);
    if (!page.ok) return page;
    const { rows, next }: Page<unknown> = page.value;
    return { ok: true, value: { data: rows as RowsOf<Number>, next } };
  };
