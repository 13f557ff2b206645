import type { ApiToken } from "./access/api-token.ts";
import type { Entries, ListName } from "./administration/catalogue.ts";
import type { Saved } from "./administration/change.ts";
import type { LadderRecord } from "./administration/ladders.ts";
import type { OperatorState } from "./administration/operators.ts";
import type { RoleRecord } from "./administration/roles.ts";
import type { TemplateText } from "./administration/templates.ts";
import type { OperatorId } from "./ids.ts";
import type { OutboxUnit } from "./outbox/unsent.ts";
import type { PolicyRow } from "./policy/policy-table.ts";

/** What a command may touch of the provider itself. What is locked stays so until the transaction ends. */
export interface AdministrationUnit extends OutboxUnit {
  /** Locks the role, and the list against new ones. */
  lockRole(name: string): Promise<RoleRecord | undefined>;
  roleNames(): Promise<string[]>;
  /** Active or not. */
  operatorsWithRole(role: string): Promise<OperatorId[]>;
  saveRole(role: RoleRecord): Promise<void>;
  deleteRole(name: string): Promise<void>;

  /** Locks the active ones: of two commands that take one away the second sees what the first left. */
  lockAdministrators(): Promise<OperatorId[]>;
  lockOperator(operator: OperatorId): Promise<OperatorState | undefined>;
  deactivateOperator(operator: OperatorId): Promise<void>;

  /** The whole list, locked: a name is free when nobody has it. */
  lockEntries<List extends ListName>(list: List): Promise<Entries[List][]>;
  /** An id for an entry that billing does not know. */
  newEntryId(): string;
  saveEntry<List extends ListName>(list: List, entry: Entries[List]): Promise<void>;

  /** Not locked: who changes it is told by `saveLadder` when somebody else was faster. */
  ladder(id: string): Promise<LadderRecord | undefined>;
  /**
   * False, and nothing written, when the ladder is not what stood before any more. Another forward day may let go what it
   * had classified: those rows are marked for a recheck.
   */
  saveLadder(change: Saved<LadderRecord>): Promise<boolean>;

  lockPolicy(): Promise<PolicyRow[]>;
  replacePolicy(rows: readonly PolicyRow[]): Promise<void>;

  lockTemplates(channel: TemplateText["channel"]): Promise<TemplateText[]>;
  deleteTemplate(template: Pick<TemplateText, "channel" | "name">): Promise<void>;

  /** False, and nothing written, when a token that stands has the name. */
  addApiToken(token: ApiToken & { readonly tokenSha256: string }): Promise<boolean>;
  /** Undefined when no token that stands has the name. */
  revokeApiToken(name: string): Promise<ApiToken | undefined>;
}
