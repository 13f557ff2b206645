import type { App } from "@slack/bolt";
import { recordContact } from "#core/use-cases/record-contact.ts";
import {
  CONTACT_MEDIA,
  CONTACT_OUTCOMES,
  type ContactMedium,
  type ContactOutcome,
} from "#core/work/contact-records.ts";
import type { Texts } from "../../../texts/texts.ts";
import { messageId } from "../../../texts/words.ts";
import { type Blocks, option } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { chosenIn, refusedAt, selectField, textField, typedIn } from "../../fields.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { onAction, onSubmit, type Submitted } from "../../listen.ts";
import { placeOf, pushForm, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";

const VIEW = "account:comment";
/** Named as the core names them. */
export const CONTACT_FIELDS = {
  direction: "direction",
  medium: "medium",
  answeredBy: "answeredBy",
  category: "category",
  outcome: "outcome",
  subject: "subject",
  body: "body",
} as const;
const F = CONTACT_FIELDS;
const DIRECTIONS = ["active", "reactive"] as const;

/** Notes a contact or a comment: the form that `id` opens. */
export function registerContactForm(
  app: App,
  deps: SlackDeps,
  { id, tools }: { readonly id: string; readonly tools: AccountTools },
): void {
  const permission = "comment.add";
  onAction(app, deps, { id, permission }, (pressed) =>
    pushForm(pressed, {
      callbackId: VIEW,
      titleId: "slack-account-comment-add",
      submitId: "slack-account-save",
      blocks: formBlocks(deps.texts),
      place: placeOf(pressed),
      own: {},
    }),
  );
  onSubmit(app, deps, { id: VIEW, permission }, (submitted) => submit(submitted, tools));
}

function formBlocks(texts: Texts): Blocks {
  const { say } = texts;
  const choice = say("slack-account-choose");
  const words = (list: string, names: readonly string[]) =>
    names.map((name) => option(say(messageId(list, name)), name));
  return [
    selectField({
      id: F.direction,
      label: say("slack-account-direction"),
      placeholder: choice,
      options: words("slack-account-direction", DIRECTIONS),
      chosen: "active",
    }),
    selectField({
      id: F.medium,
      label: say("slack-account-medium"),
      placeholder: choice,
      options: words("contact-medium", CONTACT_MEDIA),
      chosen: "phone",
    }),
    textField({ id: F.answeredBy, label: say("slack-account-answered-by"), optional: true }),
    textField({ id: F.category, label: say("slack-account-category"), optional: true }),
    selectField({
      id: F.outcome,
      label: say("slack-account-outcome"),
      placeholder: choice,
      options: words("contact-outcome", CONTACT_OUTCOMES),
      optional: true,
    }),
    textField({ id: F.subject, label: say("slack-account-subject") }),
    textField({ id: F.body, label: say("slack-account-body"), lines: "many" }),
  ];
}

async function submit(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { values } = view;
  const { place } = readOnTop(view);
  const recorded = await recordContact(deps.ports, {
    input: {
      customer: place.workspace.customer,
      direction: chosenIn(values, F.direction) === "reactive" ? "reactive" : "active",
      medium: (chosenIn(values, F.medium) ?? "other") as ContactMedium,
      answeredBy: typedIn(values, F.answeredBy),
      category: typedIn(values, F.category),
      outcome: chosenIn(values, F.outcome) as ContactOutcome | undefined,
      subject: typedIn(values, F.subject) ?? "",
      body: typedIn(values, F.body) ?? "",
      now: deps.nowMs(),
    },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!recorded.ok) {
    return refusedAt(deps.texts, recorded.refusal, { fields: Object.values(F), otherwise: F.body });
  }
  const sentence = deps.texts.say("slack-account-comment-saved");
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}
