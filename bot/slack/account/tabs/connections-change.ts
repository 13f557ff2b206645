import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { ConnectionId } from "#core/ids.ts";
import { requestConnectionChange } from "#core/use-cases/request-connection-change.ts";
import { CONNECTION_CHANGES, type ConnectionChange } from "#core/work/connection.ts";
import type { ConnectionEntry } from "#db/queries/account/connections.ts";
import { cut, section, typed } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { refusedAt, textField, typedIn } from "../../fields.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { previewing } from "../../preview.ts";
import { formView, placeOf, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { READ_AROUND, rowOnPage } from "./row-on-page.ts";

const viewOf = (change: ConnectionChange): string => `account:connection:${change}`;
export const REASON = "reason";

export type OfConnection = { readonly connection: ConnectionId };
type Opening = {
  readonly ids: { readonly [Change in ConnectionChange]: string };
  readonly tools: AccountTools;
};

/** Asks the network for a change, with a reason; each by its own button and permission. */
export function registerConnectionChange(app: App, deps: SlackDeps, { ids, tools }: Opening): void {
  for (const change of CONNECTION_CHANGES) {
    const permission = `connection.${change}` as const;
    onAction(app, deps, { id: ids[change], permission }, (pressed) =>
      openWith(pressed, () => changeView(pressed, change)),
    );
    onSubmit(app, deps, { id: viewOf(change), permission }, (submitted) =>
      submit(submitted, change, tools),
    );
  }
}

/** The row of the button's value and the name of whose it is. */
export async function connectionPressed(
  pressed: Pressed,
): Promise<{ readonly row: ConnectionEntry; readonly customer: string } | undefined> {
  const { deps, value } = pressed;
  const place = placeOf(pressed);
  const [row, account] = await Promise.all([
    rowOnPage(deps, place, {
      read: READ_AROUND[10],
      isIt: ({ connection }) => connection === value,
    }),
    deps.reads.account(place.workspace.customer, deps.today()),
  ]);
  return row === undefined || account === undefined ? undefined : { row, customer: account.name };
}

/** What the core would refuse now is said at once, before anybody writes a reason. */
async function changeView(pressed: Pressed, change: ConnectionChange): Promise<ModalView> {
  const { deps, person } = pressed;
  const { texts } = deps;
  const found = await connectionPressed(pressed);
  if (found === undefined) return errorModal(deps, texts.say("slack-work-gone"));
  const { row, customer } = found;
  const asked = await requestConnectionChange[change](previewing(deps.ports), {
    input: { connection: row.connection, reason: "–", now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
  });
  if (!asked.ok) return errorModal(deps, texts.refusal(asked.refusal));
  const about = texts.say(`slack-work-connection-${change}-about`, {
    login: typed(cut(row.login, MAX_NAME)),
    customer: typed(cut(customer, MAX_NAME)),
  });
  return formView<OfConnection>(deps, {
    callbackId: viewOf(change),
    titleId: `slack-work-connection-${change}-form`,
    submitId: "slack-work-ask-network",
    blocks: [
      section(about),
      textField({ id: REASON, label: texts.say("slack-work-reason"), lines: "many" }),
    ],
    place: placeOf(pressed),
    own: { connection: row.connection },
  });
}

const MAX_NAME = 150;

async function submit(
  submitted: Submitted,
  change: ConnectionChange,
  tools: AccountTools,
): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { place, own } = readOnTop<OfConnection>(view);
  const reason = typedIn(view.values, REASON) ?? "";
  const asked = await requestConnectionChange[change](deps.ports, {
    input: { connection: own.connection, reason, now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!asked.ok) return refusedAt(deps.texts, asked.refusal, { fields: [], otherwise: REASON });
  const sentence = deps.texts.say("slack-work-connection-asked");
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}
