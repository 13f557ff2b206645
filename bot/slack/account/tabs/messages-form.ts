import type { App } from "@slack/bolt";
import { queueMessage } from "#core/use-cases/queue-message.ts";
import type { SlackDeps } from "../../deps.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { previewing } from "../../preview.ts";
import type { FormValues } from "../../view-of.ts";
import { formView, placeOf, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import {
  bodyField,
  COUNT,
  MESSAGE,
  type MessageForm,
  messageBlocks,
  PREVIEW,
  sizeBlocks,
  type TextChannel,
} from "./messages-blocks.ts";
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

const VIEW = "account:message";
const F = MESSAGE_FIELDS;

type OfMessage = Round & { readonly channel: TextChannel };
type Opening = { readonly sms: string; readonly app: string; readonly tools: AccountTools };

/** Writes a text message: by SMS or in the app, opened by the buttons `sms` and `app`. */
export function registerMessageForm(app: App, deps: SlackDeps, opening: Opening): void {
  const permission = "message.send";
  const { tools } = opening;
  onAction(app, deps, { id: opening.sms, permission }, (pressed) => openForm(pressed, "sms"));
  onAction(app, deps, { id: opening.app, permission }, (pressed) => openForm(pressed, "app"));
  onAction(app, deps, { id: MESSAGE.template, permission }, fill);
  onAction(app, deps, { id: MESSAGE.text, permission }, recount);
  onAction(app, deps, { id: MESSAGE.accents, permission }, recount);
  onSubmit(app, deps, { id: VIEW, permission }, (submitted) => submit(submitted, tools));
}

const openForm = (pressed: Pressed, channel: TextChannel): Promise<void> =>
  openWith(pressed, async () => {
    const { deps } = pressed;
    const place = placeOf(pressed);
    const form = await readForm(pressed, channel);
    if (form === undefined) return errorModal(deps, deps.texts.say("slack-work-gone"));
    if (channel === "app" && form.reach.chats === 0) {
      return errorModal(deps, form.forbidden ?? deps.texts.say("slack-work-app-not-linked"));
    }
    return formView<OfMessage>(deps, {
      callbackId: VIEW,
      titleId: `slack-work-${channel}-add`,
      submitId: "slack-work-send",
      blocks: messageBlocks(form, deps.texts),
      place,
      own: { round: 0, channel },
    });
  });

async function readForm(pressed: Pressed, channel: TextChannel): Promise<MessageForm | undefined> {
  const { deps } = pressed;
  const { workspace } = placeOf(pressed);
  const [account, reach, templates, invoices] = await Promise.all([
    deps.reads.account(workspace.customer, deps.today()),
    deps.reads.reach(workspace.customer),
    templatesOf(deps, channel),
    invoicesToMention(deps, workspace),
  ]);
  if (account === undefined || reach === undefined) return undefined;
  const forbidden = await whyNotNow(pressed, channel);
  return { channel, customer: account.name, reach, templates, invoices, forbidden };
}

/** What the law says of a message right now, before anybody writes one in vain. */
async function whyNotNow(pressed: Pressed, channel: TextChannel): Promise<string | undefined> {
  const { deps, person } = pressed;
  const { customer } = placeOf(pressed).workspace;
  const asked = await queueMessage(previewing(deps.ports), {
    input: { customer, channel, text: "–", now: deps.nowMs() },
    actor: person.id,
    today: deps.today(),
  });
  return asked.ok || asked.refusal.code !== "law_forbids_contact"
    ? undefined
    : deps.texts.refusal(asked.refusal);
}

async function fill(pressed: Pressed): Promise<void> {
  const { deps, view } = pressed;
  if (view === undefined) return;
  const { own } = readOnTop<OfMessage>(view);
  const { channel } = own;
  const template = await templateChosen(pressed, channel);
  if (template === undefined) return;
  const next = { channel, round: own.round + 1 };
  const body = bodyField({ channel, text: template.body }, next, deps.texts);
  const [count, preview] = sizeBlocks(template.body, keepsAccents(view.values), deps.texts);
  await redraw<OfMessage>(pressed, {
    own: next,
    block: (block, id) =>
      id === roundId(F.body, own) ? body : id === COUNT ? count : id === PREVIEW ? preview : block,
  });
}

const keepsAccents = (values: FormValues): boolean => isTicked(values, F.accents);

async function recount(pressed: Pressed): Promise<void> {
  const { deps, view } = pressed;
  if (view === undefined) return;
  const { values } = view;
  const { own } = readOnTop<OfMessage>(view);
  const text = textIn(values, roundId(F.body, own));
  const [count, preview] = sizeBlocks(text, keepsAccents(values), deps.texts);
  await redraw(pressed, {
    block: (block, id) => (id === COUNT ? count : id === PREVIEW ? preview : block),
  });
}

async function submit(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { values } = view;
  const { place, own } = readOnTop<OfMessage>(view);
  const note = textIn(values, F.note);
  const queued = await queueMessage(deps.ports, {
    input: {
      customer: place.workspace.customer,
      text: textIn(values, roundId(F.body, own)),
      note: note === "" ? undefined : note,
      invoices: invoicesIn(values),
      now: deps.nowMs(),
      ...wayOf(own.channel, values),
    },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!queued.ok) return messageRefused(deps.texts, queued.refusal, own);
  const sentence = deps.texts.say("slack-work-message-queued-done");
  await tools.show(submitted, place, { sentence, isDone: true });
  return { close: "this" };
}

const wayOf = (channel: TextChannel, values: FormValues) =>
  channel === "app"
    ? ({ channel } as const)
    : ({
        channel,
        to: listIn(values, F.to),
        numbersAreTheirs: isTicked(values, F.theirs),
        keepAccents: keepsAccents(values),
      } as const);
