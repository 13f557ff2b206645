import type { App } from "@slack/bolt";
import { queueEmail } from "#core/use-cases/queue-email.ts";
import { parseEmail } from "#core/work/email-address.ts";
import type { SlackDeps } from "../../deps.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { previewing } from "../../preview.ts";
import { formView, placeOf, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { type EmailForm, emailBlocks, subjectAndBody, TEMPLATE } from "./emails-view.ts";
import {
  invoicesIn,
  invoicesToMention,
  isTicked,
  listIn,
  MESSAGE_FIELDS,
  textIn,
} from "./messages-fields.ts";
import {
  messageRefused,
  type Round,
  redraw,
  roundId,
  templateChosen,
  templatesOf,
} from "./messages-redraw.ts";

const VIEW = "account:email";
const F = MESSAGE_FIELDS;

type Opening = { readonly id: string; readonly tools: AccountTools };

/** Writes an e-mail: the form that `id` opens. */
export function registerEmailForm(app: App, deps: SlackDeps, { id, tools }: Opening): void {
  const permission = "email.send";
  onAction(app, deps, { id, permission }, openForm);
  onAction(app, deps, { id: TEMPLATE, permission }, fill);
  onSubmit(app, deps, { id: VIEW, permission }, (submitted) => submit(submitted, tools));
}

const openForm = (pressed: Pressed): Promise<void> =>
  openWith(pressed, async () => {
    const { deps } = pressed;
    const place = placeOf(pressed);
    const form = await readForm(pressed);
    if (form === undefined) return errorModal(deps, deps.texts.say("slack-work-gone"));
    return formView<Round>(deps, {
      callbackId: VIEW,
      titleId: "slack-work-email-add",
      submitId: "slack-work-send",
      blocks: emailBlocks(form, deps.texts),
      place,
      own: { round: 0 },
    });
  });

async function readForm(pressed: Pressed): Promise<EmailForm | undefined> {
  const { deps, person } = pressed;
  const { workspace } = placeOf(pressed);
  const [account, reach, templates, invoices] = await Promise.all([
    deps.reads.account(workspace.customer, deps.today()),
    deps.reads.reach(workspace.customer),
    templatesOf(deps, "email"),
    invoicesToMention(deps, workspace),
  ]);
  if (account === undefined) return undefined;
  const email = reach?.email ?? null;
  return {
    customer: account.name,
    email,
    templates,
    invoices,
    maySave: person.permissions.has("template.manage"),
    forbidden: await whyNotNow(pressed, email),
  };
}

/** What the law says of an e-mail right now, before anybody writes one in vain. */
async function whyNotNow(pressed: Pressed, email: string | null): Promise<string | undefined> {
  if (email === null || parseEmail(email) === undefined) return undefined;
  const { deps, person } = pressed;
  const { customer } = placeOf(pressed).workspace;
  const asked = await queueEmail(previewing(deps.ports), {
    input: { customer, subject: "–", body: "–", confirmed: true, now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
  });
  return asked.ok || asked.refusal.code !== "law_forbids_contact"
    ? undefined
    : deps.texts.refusal(asked.refusal);
}

async function fill(pressed: Pressed): Promise<void> {
  const { deps, view } = pressed;
  const template = await templateChosen(pressed, "email");
  if (template === undefined || view === undefined) return;
  const { own } = readOnTop<Round>(view);
  const next = { round: own.round + 1 };
  const filled = subjectAndBody(template, next, deps.texts);
  await redraw<Round>(pressed, {
    own: next,
    block: (block, id) =>
      id === roundId(F.subject, own)
        ? filled.subject
        : id === roundId(F.body, own)
          ? filled.body
          : block,
  });
}

async function submit(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { values } = view;
  const { place, own } = readOnTop<Round>(view);
  const saveAs = textIn(values, F.saveAs);
  const queued = await queueEmail(deps.ports, {
    input: {
      customer: place.workspace.customer,
      to: listIn(values, F.to),
      cc: listIn(values, F.cc),
      addressesAreTheirs: isTicked(values, F.theirs),
      subject: textIn(values, roundId(F.subject, own)),
      body: textIn(values, roundId(F.body, own)),
      invoices: invoicesIn(values),
      saveAs: saveAs === "" ? undefined : saveAs,
      confirmed: isTicked(values, F.confirm),
      now: deps.nowMs(),
    },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!queued.ok) return messageRefused(deps.texts, queued.refusal, own);
  const sentence = deps.texts.say("slack-work-email-queued");
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}
