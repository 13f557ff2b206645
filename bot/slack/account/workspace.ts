import type { CustomerId, InvoiceId } from "#core/ids.ts";
import type { TabNumber } from "#db/queries/account/read-account-tab.ts";

/** What an account's modal shows, as its private metadata keeps it. */
export type Workspace = {
  readonly customer: CustomerId;
  readonly tab: TabNumber;
  /** Cursors that led to this page, its own last; none on the first page. */
  readonly trail: readonly string[];
  /** Which of its lists a tab shows, where it has several. */
  readonly list?: string | undefined;
  /** Ticked invoices, those of other pages too. */
  readonly chosen: readonly InvoiceId[];
  /** Part of the ids of what can be ticked: another one makes Slack forget the ticks it holds. */
  readonly round: number;
};

/** Where an account stands: the view, and what it shows. Forms on top of it carry this in their metadata. */
export type Place = { readonly viewId: string; readonly workspace: Workspace };

export const workspaceOf = (customer: CustomerId, tab: TabNumber = 1): Workspace => ({
  customer,
  tab,
  trail: [],
  chosen: [],
  round: 0,
});

/** The same tab from its first page. */
export const fromStart = (workspace: Workspace, list = workspace.list): Workspace => ({
  ...workspace,
  list,
  trail: [],
  chosen: [],
  round: workspace.round + 1,
});

export const nextPage = (workspace: Workspace, cursor: string): Workspace => ({
  ...workspace,
  trail: withinMetadata([...workspace.trail, cursor]),
});

/** Where the way back is too long to be kept, it begins at the first page. */
function withinMetadata(trail: readonly string[]): readonly string[] {
  let kept = trail;
  while (kept.length > 1 && kept.join().length > MAX_TRAIL_CHARACTERS) kept = kept.slice(1);
  return kept;
}

export const previousPage = (workspace: Workspace): Workspace => ({
  ...workspace,
  trail: workspace.trail.slice(0, -1),
});

export const cursorOf = ({ trail }: Workspace): string | undefined => trail.at(-1);

/** Our own words from a view that we made: Slack hands them back as they were. */
export const readWorkspace = (metadata: string): Workspace => JSON.parse(metadata) as Workspace;

export const writeWorkspace = (workspace: Workspace): string => JSON.stringify(workspace);

/** Metadata holds 3,000 characters of all things. */
const MAX_TRAIL_CHARACTERS = 900;
