import type { App } from "@slack/bolt";
import type { LadderRecord } from "#core/administration/ladders.ts";
import { saveLadder } from "#core/use-cases/save-ladder.ts";
import type { Texts } from "../../texts/texts.ts";
import { typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import { textIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { metaOf, openForm } from "./form.ts";
import {
  ID,
  LADDER_FORM,
  ladderFieldOf,
  ladderForm,
  NAME,
  PREVIEW_LADDER,
  STEPS,
} from "./ladder-form.ts";
import { ladderSentence, readLines } from "./ladder-lines.ts";
import { pageOf } from "./pages.ts";
import { settleForm } from "./show.ts";
import { type Item, type Place, SUBJECT_PERMISSIONS, type Subject } from "./subject.ts";

export const ADD_LADDER = "administration:ladders:add";
export const EDIT_LADDER = "administration:ladders:edit";

export const ladders: Subject = { name: "ladders", list };

export function registerLadders(app: App, deps: SlackDeps): void {
  const permission = SUBJECT_PERMISSIONS.ladders;
  onAction(app, deps, { id: ADD_LADDER, permission }, (pressed) =>
    openForm(pressed, async (standing) =>
      ladderForm({ ladder: null, meta: { standing, id: null } }, deps.texts),
    ),
  );
  onAction(app, deps, { id: EDIT_LADDER, permission }, (pressed) =>
    openForm(pressed, async (standing) => {
      const ladder = await ladderOf(deps, pressed.value);
      if (ladder === undefined) return undefined;
      const meta = { standing, id: ladder.id, seen: ladder.version };
      return ladderForm({ ladder, meta }, deps.texts) ?? tooLong(deps);
    }),
  );
  onAction(app, deps, { id: PREVIEW_LADDER, permission }, preview);
  onSubmit(app, deps, { id: LADDER_FORM, permission }, submit);
}

const tooLong = (deps: SlackDeps) => errorModal(deps, deps.texts.say("admin-too-long-to-edit"));

const ladderOf = async ({ reads }: SlackDeps, id: string) =>
  (await reads.administration.ladders()).find((ladder) => ladder.id === id);

async function list({ deps: { reads, texts } }: Acting, place: Place) {
  const { rows, previous, next } = pageOf(await reads.administration.ladders(), place);
  return {
    items: rows.map((ladder) => itemOf(ladder, texts)),
    add: { id: ADD_LADDER, text: texts.say("admin-ladder-add") },
    previous,
    next,
  };
}

const itemOf = ({ id, name, steps }: LadderRecord, texts: Texts): Item => ({
  text: `*${typed(name)}*\n${ladderSentence(steps, texts)}`,
  notes: [texts.say("admin-id-is", { id: typed(id) })],
  buttons: [{ id: EDIT_LADDER, text: texts.say("admin-edit"), value: id }],
});

/** What was typed stays: the fields are the same. */
async function preview({ deps, client, view }: Pressed): Promise<void> {
  if (view === undefined) return;
  const { texts } = deps;
  const meta = metaOf(view);
  const ladder = meta.id === null ? null : ((await ladderOf(deps, meta.id)) ?? null);
  const read = readLines(textIn(view.values, STEPS), texts);
  const form = ladderForm(
    {
      ladder,
      meta,
      preview: "wrong" in read ? `⚠️ ${read.wrong.join(" ")}` : ladderSentence(read.steps, texts),
    },
    texts,
  );
  await client.views.update({ view_id: view.id, view: form ?? tooLong(deps) });
}

async function submit(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { texts } = deps;
  const { id, seen, standing } = metaOf(view);
  const read = readLines(textIn(view.values, STEPS), texts);
  if ("wrong" in read) return { errors: { [STEPS]: read.wrong.join(" ") } };
  const input = {
    id: id ?? textIn(view.values, ID).trim(),
    name: textIn(view.values, NAME),
    steps: read.steps,
    version: typeof seen === "number" ? seen : null,
  };
  const request = { input, actor: person.id, today: deps.today(), key };
  return settleForm(submitted, ladders, {
    standing,
    result: await saveLadder(deps.ports, request),
    done: `${texts.say("admin-saved", { name: typed(input.name) })} ${ladderSentence(read.steps, texts)}`,
    fieldOf: (refusal) => ladderFieldOf(refusal, id === null),
  });
}
