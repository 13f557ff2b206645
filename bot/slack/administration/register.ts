import type { App } from "@slack/bolt";
import type { SlackDeps } from "../deps.ts";
import { type Acting, onAction, type Pressed } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { categories, registerCategories } from "./categories.ts";
import { changes } from "./changes.ts";
import { ladders, registerLadders } from "./ladders.ts";
import { ledgerUnits, registerLedgerUnits } from "./ledger-units.ts";
import { operators, registerOperators } from "./operators.ts";
import { outbox, registerOutbox } from "./outbox.ts";
import { profiles, registerProfiles } from "./payment-profiles.ts";
import { policy, registerPolicy } from "./policy.ts";
import { registerRoles, roles } from "./roles.ts";
import { registerSettings, settings } from "./settings.ts";
import { show } from "./show.ts";
import { firstPage, type Place, type Subject, subjectsOf } from "./subject.ts";
import { registerTemplates, templates } from "./templates.ts";
import { CHOOSE_SUBJECT, TURN_NEXT, TURN_PREVIOUS } from "./view.ts";

const SUBJECTS: readonly Subject[] = [
  roles,
  operators,
  settings,
  categories,
  ledgerUnits,
  profiles,
  ladders,
  policy,
  templates,
  outbox,
  changes,
];

export function registerAdministration(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: CHOOSE_SUBJECT }, async (pressed) => {
    const subject = SUBJECTS.find(({ name }) => name === pressed.value);
    if (subject !== undefined) await turnTo(pressed, firstPage(subject.name));
  });
  for (const id of [TURN_PREVIOUS, TURN_NEXT]) {
    onAction(app, deps, { id }, (pressed) => turnTo(pressed, JSON.parse(pressed.value) as Place));
  }
  const parts = [
    registerRoles,
    registerOperators,
    registerSettings,
    registerCategories,
    registerLedgerUnits,
    registerProfiles,
    registerLadders,
    registerPolicy,
    registerTemplates,
    registerOutbox,
  ];
  for (const register of parts) register(app, deps);
}

/** What the person may not administer is not shown, and not read when it is asked for all the same. */
async function turnTo(pressed: Pressed, place: Place): Promise<void> {
  const { view } = pressed;
  const subject = SUBJECTS.find(({ name }) => name === place.subject);
  if (subject === undefined || view === undefined) return;
  if (!subjectsOf(pressed.person).includes(subject.name)) return refuse(pressed);
  await show(pressed, subject, { viewId: view.id, place });
}

async function refuse({ client, deps, triggerId }: Acting): Promise<void> {
  const view = errorModal(deps, deps.texts.say("admin-not-yours"));
  await client.views.push({ trigger_id: triggerId, view });
}
