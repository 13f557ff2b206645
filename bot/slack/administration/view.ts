import type { ModalView } from "@slack/types";
import type { Texts } from "../../texts/texts.ts";
import {
  actions,
  type Blocks,
  button,
  context,
  divider,
  option,
  plain,
  section,
  select,
} from "../block-kit.ts";
import { LIMITS } from "../limits.ts";
import type { Item, Listed, Place, SubjectName } from "./subject.ts";

export const ADMINISTRATION_VIEW = "administration";
export const CHOOSE_SUBJECT = "administration:subject";
export const TURN_PREVIOUS = "administration:previous";
export const TURN_NEXT = "administration:next";

/** What the person may administer, before anything is chosen. */
export const overview = (subjects: readonly SubjectName[], texts: Texts): ModalView =>
  modal(texts, undefined, [
    chooser(subjects, texts, undefined),
    ...subjects.map((name) =>
      section(`*${texts.say(`admin-subject-${name}`)}*\n${texts.say(`admin-about-${name}`)}`),
    ),
  ]);

export type Shown = {
  readonly subjects: readonly SubjectName[];
  readonly place: Place;
  readonly listed: Listed;
  /** What was just done. */
  readonly done?: string | undefined;
};

/** A subject's list. At most ten items of three blocks each: far below what a modal holds. */
export function listView({ subjects, place, listed, done }: Shown, texts: Texts): ModalView {
  const { items, intro, add } = listed;
  return modal(texts, place, [
    chooser(subjects, texts, place.subject),
    ...(done === undefined ? [] : [section(`:white_check_mark: ${done}`)]),
    ...(intro === undefined ? [] : [context(intro)]),
    ...actions(...(add === undefined ? [] : [button({ ...add, style: "primary" })])),
    divider,
    ...(items.length === 0 ? [section(texts.say("admin-empty"))] : items.flatMap(itemBlocks)),
    ...turning(listed, texts),
  ]);
}

const modal = (texts: Texts, place: Place | undefined, blocks: Blocks): ModalView => ({
  type: "modal",
  callback_id: ADMINISTRATION_VIEW,
  title: plain(texts.say("admin-title"), LIMITS.modalTitle),
  close: plain(texts.say("slack-close"), LIMITS.modalButton),
  ...(place === undefined ? {} : { private_metadata: JSON.stringify(place) }),
  blocks,
});

function chooser(subjects: readonly SubjectName[], texts: Texts, chosen: SubjectName | undefined) {
  const [row] = actions(
    select({
      id: CHOOSE_SUBJECT,
      placeholder: texts.say("admin-choose"),
      options: subjects.map((name) => option(texts.say(`admin-subject-${name}`), name)),
      chosen,
    }),
  );
  if (row === undefined) throw new Error("a row with a select is no row");
  return row;
}

const itemBlocks = ({ text, notes = [], buttons = [] }: Item): Blocks => [
  section(text),
  ...(notes.length === 0 ? [] : [context(...notes)]),
  ...actions(...buttons.map(button)),
];

function turning({ previous, next }: Listed, texts: Texts): Blocks {
  const turn = (id: string, text: string, place: Place | undefined) =>
    place === undefined
      ? []
      : [button({ id, text: texts.say(text), value: JSON.stringify(place) })];
  return actions(
    ...turn(TURN_PREVIOUS, "admin-previous", previous),
    ...turn(TURN_NEXT, "admin-next", next),
  );
}
