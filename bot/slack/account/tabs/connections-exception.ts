import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { grantConnectionException } from "#core/use-cases/grant-connection-exception.ts";
import { cut, section, typed } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { dateField, dateIn, refusedAt, textField, typedIn } from "../../fields.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { formView, placeOf, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { connectionPressed, type OfConnection } from "./connections-change.ts";
import { exceptionText } from "./connections-text.ts";

const VIEW = "account:connection:exceptions";
export const EXCEPTION_FIELDS = { until: "until", reason: "reason" } as const;
const F = EXCEPTION_FIELDS;
/** Of those that were granted, the latest; older ones stand in the history. */
const SHOWN = 10;

type Opening = { readonly id: string; readonly tools: AccountTools };

/** Shows until when a connection is not to be blocked, and grants another exception: the form that `id` opens. */
export function registerExceptionForm(app: App, deps: SlackDeps, { id, tools }: Opening): void {
  const permission = "connection.exceptions";
  onAction(app, deps, { id, permission }, (pressed) =>
    openWith(pressed, () => exceptionView(pressed)),
  );
  onSubmit(app, deps, { id: VIEW, permission }, (submitted) => submit(submitted, tools));
}

async function exceptionView(pressed: Pressed): Promise<ModalView> {
  const { deps } = pressed;
  const { texts } = deps;
  const { say } = texts;
  const [found, operators] = await Promise.all([
    connectionPressed(pressed),
    deps.reads.operators(),
  ]);
  if (found === undefined) return errorModal(deps, say("slack-work-gone"));
  const { row, customer } = found;
  const nameOf = (who: string) => operators.find(({ id }) => id === who)?.name ?? who;
  const granted = row.exceptions.slice(0, SHOWN);
  return formView<OfConnection>(deps, {
    callbackId: VIEW,
    titleId: "slack-work-exceptions",
    submitId: "slack-work-exception-grant",
    blocks: [
      section(
        say("slack-work-exceptions-about", {
          login: typed(cut(row.login, MAX_NAME)),
          customer: typed(cut(customer, MAX_NAME)),
        }),
      ),
      ...(granted.length === 0 ? [section(say("slack-work-exceptions-none"))] : []),
      ...granted.map((one) => section(exceptionText(one, { texts, nameOf }))),
      dateField({ id: F.until, label: say("slack-work-exception-until") }),
      textField({ id: F.reason, label: say("slack-work-reason"), lines: "many" }),
    ],
    place: placeOf(pressed),
    own: { connection: row.connection },
  });
}

const MAX_NAME = 150;

async function submit(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { texts } = deps;
  const { place, own } = readOnTop<OfConnection>(view);
  const granted = await grantConnectionException(deps.ports, {
    input: {
      connection: own.connection,
      // Slack asks for the day before it sends the form.
      until: dateIn(view.values, F.until) ?? deps.today(),
      reason: typedIn(view.values, F.reason) ?? "",
    },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!granted.ok) {
    return refusedAt(texts, granted.refusal, { fields: [F.until], otherwise: F.reason });
  }
  const until = texts.date(granted.value.until);
  const sentence = texts.say("slack-work-exception-granted", { until });
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}
