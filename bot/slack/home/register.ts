import type { App } from "@slack/bolt";
import type { CustomerId } from "#core/ids.ts";
import { lockCustomerWork } from "#core/use-cases/lock-customer-work.ts";
import { releaseWork } from "#core/use-cases/release-work.ts";
import { openAccount } from "../account/open-account.ts";
import { openAdministration } from "../administration/open-administration.ts";
import type { SlackDeps } from "../deps.ts";
import { reportFailure } from "../failure.ts";
import { onAction, type Pressed } from "../listen.ts";
import { isInModal, openLoading, openWith } from "../open.ts";
import { plainSection, refusedModal, saidModal } from "../plain-blocks.ts";
import { currentState, homeOf, refreshHome, showHome } from "./publish.ts";
import { isPanel, panelState } from "./state.ts";
import { HOME } from "./view.ts";

/** A customer of the queue is kept from others for this long; opening it again prolongs it. */
const LOCK_MINUTES = 30;
const TASKS_TAB = 8;

export function registerHome(app: App, deps: SlackDeps): void {
  app.event("app_home_opened", async ({ event, client }) => {
    if (event.tab !== "home") return;
    await showTo(event.user, { client, deps });
  });
  onAction(app, deps, { id: HOME.refresh }, async (pressed) =>
    showHome(pressed, await currentState(pressed)),
  );
  onAction(app, deps, { id: HOME.openPanel }, openPanel);
  onAction(app, deps, { id: HOME.administration }, openAdministration);
  onAction(app, deps, { id: HOME.openTask, permission: "tab.tasks" }, (pressed) =>
    openAccount(pressed, pressed.value as CustomerId, TASKS_TAB),
  );
  onAction(app, deps, { id: HOME.openFromQueue, permission: "tab.invoices" }, openFromQueue);
  onAction(app, deps, { id: HOME.letGo, permission: "tab.invoices" }, letGo);
}

type Reached = Pick<Pressed, "client" | "deps">;

/** An event has no trigger: whatever is to be said stands on the Home itself. */
async function showTo(slackUser: string, { client, deps }: Reached): Promise<void> {
  const say = (text: string) =>
    client.views.publish({ user_id: slackUser, view: homeOf([plainSection([text])]) });
  try {
    const person = await deps.reads.personOf(slackUser);
    if (person === undefined) {
      await say(deps.texts.say("slack-stranger"));
      return;
    }
    const showing = { client, deps, person };
    await showHome(showing, await currentState(showing));
  } catch (error) {
    await say(reportFailure(deps, error));
  }
}

async function openPanel(pressed: Pressed): Promise<void> {
  const { deps, person, client, value, view } = pressed;
  if (!isPanel(value)) throw new Error(`no panel ${value}`);
  const permission = `panel.${value}` as const;
  if (!person.permissions.has(permission)) {
    const refusal = { code: "not_permitted", permission, role: person.role } as const;
    await openWith(pressed, async () => refusedModal(deps.texts, deps.texts.refusal(refusal)));
    return;
  }
  await showHome(pressed, panelState(value));
  if (!isInModal(pressed) || view === undefined) return;
  const { texts } = deps;
  const line = texts.say("slack-home-panel-is-there", { panel: texts.say(`panel-${value}`) });
  await client.views.update({ view_id: view.id, view: saidModal(texts, { lines: [line] }) });
}

/** Nobody else is offered the customer while it is worked. */
async function openFromQueue(pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const locked = await lockCustomerWork(deps.ports, {
    input: { customer: value as CustomerId, minutes: LOCK_MINUTES, now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (locked.ok) await openAccount(pressed, value as CustomerId);
  else
    await (await openLoading(pressed)).fill(
      refusedModal(deps.texts, deps.texts.refusal(locked.refusal)),
    );
  refreshHome(pressed);
}

async function letGo(pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const released = await releaseWork(deps.ports, {
    input: { customer: value as CustomerId, now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (released.ok) await showHome(pressed, await currentState(pressed));
  else
    await openWith(pressed, async () =>
      refusedModal(deps.texts, deps.texts.refusal(released.refusal)),
    );
}
