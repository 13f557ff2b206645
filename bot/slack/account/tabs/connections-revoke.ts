import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { revokeConnectionException } from "#core/use-cases/revoke-connection-exception.ts";
import type { SlackDeps } from "../../deps.ts";
import { refusedAt, textField, typedIn } from "../../fields.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { plainSection, short } from "../../plain-blocks.ts";
import { previewing } from "../../preview.ts";
import { formView, placeOf, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { connectionPressed, type OfConnection, REASON } from "./connections-change.ts";

const VIEW = "account:connection:revoke";
type Opening = { readonly id: string; readonly tools: AccountTools };

/** Lets a connection be blocked again before its exception ends: the form that `id` opens. */
export function registerRevokeForm(app: App, deps: SlackDeps, { id, tools }: Opening): void {
  const permission = "connection.exceptions";
  onAction(app, deps, { id, permission }, (pressed) =>
    openWith(pressed, () => revokeView(pressed)),
  );
  onSubmit(app, deps, { id: VIEW, permission }, (submitted) => submit(submitted, tools));
}

/** What the core would refuse now is said at once, before anybody writes a reason. */
async function revokeView(pressed: Pressed): Promise<ModalView> {
  const { deps, person } = pressed;
  const { texts } = deps;
  const found = await connectionPressed(pressed);
  if (found === undefined) return errorModal(deps, texts.say("slack-work-gone"));
  const { row, customer } = found;
  const would = await revokeConnectionException(previewing(deps.ports), {
    input: { connection: row.connection, reason: "–" },
    actor: person.id,
    today: deps.today(),
  });
  if (!would.ok) return errorModal(deps, texts.refusal(would.refusal));
  const about = texts.say("slack-work-exception-revoke-about", {
    login: short(row.login),
    customer: short(customer),
    until: texts.date(would.value.until),
  });
  return formView<OfConnection>(deps, {
    callbackId: VIEW,
    titleId: "slack-work-exception-revoke",
    submitId: "slack-work-exception-revoke",
    blocks: [
      plainSection([about]),
      textField({ id: REASON, label: texts.say("slack-work-reason"), lines: "many" }),
    ],
    place: placeOf(pressed),
    own: { connection: row.connection },
  });
}

async function submit(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { texts } = deps;
  const { place, own } = readOnTop<OfConnection>(view);
  const revoked = await revokeConnectionException(deps.ports, {
    input: { connection: own.connection, reason: typedIn(view.values, REASON) ?? "" },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!revoked.ok) return refusedAt(texts, revoked.refusal, { fields: [], otherwise: REASON });
  const sentence = texts.say("slack-work-exception-revoked");
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}
