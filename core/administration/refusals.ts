import type { ApiTokenRefusal } from "../access/api-token.ts";
import type { RoleRefusal } from "../access/decide-role-change.ts";
import type { OutboxRefusal } from "../outbox/unsent.ts";
import type { EntryRefusal, ProfileRefusal } from "./catalogue.ts";
import type { LadderChangeRefusal } from "./ladders.ts";
import type { DeactivationRefusal } from "./operators.ts";
import type { PolicyChangeRefusal } from "./policy.ts";
import type { AllowanceRefusal, RoleRemovalRefusal } from "./roles.ts";
import type { TemplateRefusal } from "./templates.ts";

/** Why a change of what the provider runs on is not made. */
export type AdministrationRefusal =
  | RoleRefusal
  | AllowanceRefusal
  | RoleRemovalRefusal
  | DeactivationRefusal
  | EntryRefusal
  | ProfileRefusal
  | LadderChangeRefusal
  | PolicyChangeRefusal
  | TemplateRefusal
  | ApiTokenRefusal
  | OutboxRefusal;
