import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { localMoment } from "#core/law/local-moment.ts";
import { dropOutbox, retryOutbox } from "#core/use-cases/manage-outbox.ts";
import type { UnsentEntry } from "#db/queries/outbox/read-unsent.ts";
import type { Texts } from "../../texts/texts.ts";
import { typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { textField, textIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { plainSection, short } from "../plain-blocks.ts";
import { formView, metaOf, openForm } from "./form.ts";
import { settleForm, settlePress } from "./show.ts";
import {
  firstPage,
  type Item,
  type Listed,
  type Place,
  type Standing,
  SUBJECT_PERMISSIONS,
  type Subject,
} from "./subject.ts";

export const RETRY = "administration:outbox:retry";
export const DROP = "administration:outbox:drop";
const DROP_FORM = "administration:outbox:drop-form";
const REASON = "reason";

const PAGE_ROWS = 10;
/** Beyond so many pages the way back begins at the first one: metadata is small. */
const MAX_TRAIL = 8;

/** What did not leave, with why; to be sent again or let go. */
export const outbox: Subject = { name: "outbox", list };

export function registerOutbox(app: App, deps: SlackDeps): void {
  const permission = SUBJECT_PERMISSIONS.outbox;
  onAction(app, deps, { id: RETRY, permission }, retry);
  onAction(app, deps, { id: DROP, permission }, (pressed) =>
    openForm(pressed, async (standing) => dropForm(pressed.value, standing, deps.texts)),
  );
  onSubmit(app, deps, { id: DROP_FORM, permission }, drop);
}

async function list(acting: Acting, place: Place): Promise<Listed> {
  const { reads, texts, timeZone } = acting.deps;
  const { trail } = place;
  const after = trail.at(-1);
  const read = await reads.administration.unsent({ limit: PAGE_ROWS, after });
  if (!read.ok && after !== undefined) return list(acting, firstPage("outbox"));
  if (!read.ok) throw new Error(`a page of the outbox: ${read.refusal.code}`);
  const { rows, next } = read.value;
  return {
    items: rows.map((entry) => itemOf(entry, texts, timeZone)),
    intro: texts.say("admin-outbox-about"),
    previous: trail.length === 0 ? undefined : { ...place, trail: trail.slice(0, -1) },
    next: next === null ? undefined : { ...place, trail: [...trail, next].slice(-MAX_TRAIL) },
  };
}

function itemOf(entry: UnsentEntry, texts: Texts, timeZone: string): Item {
  const { say } = texts;
  const moment = (at: Date): string => {
    const { date, time } = localMoment(at.getTime(), timeZone);
    return `${texts.date(date)} ${time}`;
  };
  const about = entry.customerName === null ? "" : ` · ${typed(short(entry.customerName))}`;
  const value = `${entry.id}`;
  return {
    text: `*${texts.effect(entry.what)}*${about}`,
    notes: [
      say("admin-outbox-since", { when: moment(entry.createdAt), attempts: entry.attempts }),
      entry.failedAt === null
        ? say("admin-outbox-waiting", { when: moment(entry.dueAt) })
        : say("admin-outbox-failed", { when: moment(entry.failedAt) }),
      say("admin-outbox-why", {
        why: entry.error === null ? say("admin-outbox-no-sender") : typed(short(entry.error, 200)),
      }),
    ],
    buttons: [
      {
        id: RETRY,
        text: say("admin-outbox-retry"),
        value,
        confirm: {
          title: say("admin-outbox-retry-title"),
          text: say("admin-outbox-retry-text", { what: texts.effect(entry.what) }),
          yes: say("admin-outbox-retry"),
          no: say("slack-no"),
        },
      },
      { id: DROP, text: say("admin-outbox-drop"), value, style: "danger" },
    ],
  };
}

async function retry(pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const request = { input: { entry: Number(value) }, actor: person.id, today: deps.today(), key };
  await settlePress(pressed, outbox, {
    result: await retryOutbox(deps.ports, request),
    done: deps.texts.say("admin-outbox-retried"),
  });
}

const dropForm = (id: string, standing: Standing, texts: Texts): ModalView =>
  formView(
    {
      callbackId: DROP_FORM,
      title: texts.say("admin-outbox-drop-title"),
      meta: { standing, id },
      blocks: [
        plainSection([texts.say("admin-outbox-drop-about")]),
        textField({ id: REASON, label: texts.say("admin-outbox-drop-reason"), lines: "many" }),
      ],
    },
    texts,
  );

async function drop(submitted: Submitted): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { id, standing } = metaOf(view);
  const input = { entry: Number(id), reason: textIn(view.values, REASON) };
  const request = { input, actor: person.id, today: deps.today(), key };
  return settleForm(submitted, outbox, {
    standing,
    result: await dropOutbox(deps.ports, request),
    done: deps.texts.say("admin-outbox-dropped"),
    fieldOf: () => REASON,
  });
}
