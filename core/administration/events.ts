import type { ApiTokenEvent } from "../access/api-token.ts";
import type { OutboxEvent } from "../outbox/unsent.ts";
import type { PolicyRow } from "../policy/policy-table.ts";
import type { Category, LedgerUnit, PaymentProfile } from "./catalogue.ts";
import type { Change } from "./change.ts";
import type { LadderRecord } from "./ladders.ts";
import type { OperatorState } from "./operators.ts";
import type { RoleRecord } from "./roles.ts";
import type { TemplateText } from "./templates.ts";

type Changed<Kind extends string, Value> = { readonly kind: Kind; readonly data: Change<Value> };

/** What was changed in the provider itself, with what stood before and what stands now. */
export type AdministrationEvent =
  | ApiTokenEvent
  | OutboxEvent
  | Changed<"role_changed", RoleRecord>
  | Changed<"operator_deactivated", OperatorState>
  | Changed<"category_changed", Category>
  | Changed<"ledger_unit_changed", LedgerUnit>
  | Changed<"payment_profile_changed", PaymentProfile>
  | Changed<"ladder_changed", LadderRecord>
  | Changed<"policy_changed", readonly PolicyRow[]>
  | Changed<"template_deleted", TemplateText>;
