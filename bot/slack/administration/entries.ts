import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import type { Request } from "#core/use-cases/command.ts";
import type { Texts } from "../../texts/texts.ts";
import { type Blocks, type ButtonOf, typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import type { FormAnswer } from "../form-answer.ts";
import { type Acting, onAction, onSubmit, type Pressed, type Submitted } from "../listen.ts";
import type { FormValues } from "../view-of.ts";
import { formView, metaOf, openForm } from "./form.ts";
import { pageOf } from "./pages.ts";
import type { AdministrationReads } from "./reads.ts";
import { settleForm, settlePress, show } from "./show.ts";
import {
  type Item,
  type Place,
  type Standing,
  SUBJECT_PERMISSIONS,
  type Subject,
  standingOf,
} from "./subject.ts";

type Entry = {
  readonly id: string;
  readonly active: boolean;
  readonly name: string;
  readonly code?: string;
};

type Form<E extends Entry> = Omit<E, "id" | "active"> & { readonly id: string | null };
type Command<Input, Value> = (
  ports: Ports,
  request: Request<Input>,
) => Promise<Result<Value, Refusal>>;

/** One of the lists that an agreement chooses from: whatever sets it apart from the other two. */
export type EntryKind<E extends Entry> = {
  readonly subject: "categories" | "ledger-units" | "profiles";
  readonly read: (reads: AdministrationReads) => Promise<readonly E[]>;
  readonly save: Command<Form<E>, E>;
  readonly deactivate: Command<{ readonly id: string }, E>;
  readonly notes: (entry: E, texts: Texts) => readonly string[];
  /** Null: of a new one. */
  readonly blocks: (entry: E | null, texts: Texts) => Blocks;
  /** What the form has no field for stays as it was. */
  readonly filled: (values: FormValues, before: E | null) => Omit<E, "id" | "active">;
  readonly fieldOf: (refusal: Refusal, isNew: boolean) => string;
};

/** Of `subject`: add, edit, deactivate, reactivate, and the form. */
export const entryIds = (subject: EntryKind<Entry>["subject"]) => ({
  add: `administration:${subject}:add`,
  edit: `administration:${subject}:edit`,
  deactivate: `administration:${subject}:deactivate`,
  reactivate: `administration:${subject}:reactivate`,
  form: `administration:${subject}:form`,
});

export const entrySubject = <E extends Entry>(kind: EntryKind<E>): Subject => ({
  name: kind.subject,
  async list({ deps: { reads, texts } }: Acting, place: Place) {
    const { rows, previous, next } = pageOf(await kind.read(reads.administration), place);
    return {
      items: rows.map((entry) => itemOf(kind, entry, texts)),
      add: { id: entryIds(kind.subject).add, text: texts.say(`admin-${kind.subject}-add`) },
      previous,
      next,
    };
  },
});

export function registerEntries<E extends Entry>(
  app: App,
  deps: SlackDeps,
  kind: EntryKind<E>,
): void {
  const permission = SUBJECT_PERMISSIONS[kind.subject];
  const ids = entryIds(kind.subject);
  onAction(app, deps, { id: ids.add, permission }, (pressed) =>
    openForm(pressed, async (standing) => formOf(kind, { entry: null, standing }, deps.texts)),
  );
  onAction(app, deps, { id: ids.edit, permission }, (pressed) =>
    openForm(pressed, async (standing) => {
      const entry = await entryOf(kind, deps, pressed.value);
      return entry && formOf(kind, { entry, standing }, deps.texts);
    }),
  );
  onAction(app, deps, { id: ids.deactivate, permission }, (pressed) => deactivate(kind, pressed));
  onAction(app, deps, { id: ids.reactivate, permission }, (pressed) => reactivate(kind, pressed));
  onSubmit(app, deps, { id: ids.form, permission }, (submitted) => submit(kind, submitted));
}

const entryOf = async <E extends Entry>(kind: EntryKind<E>, { reads }: SlackDeps, id: string) =>
  (await kind.read(reads.administration)).find((entry) => entry.id === id);

const named = ({ name, code }: Entry): string =>
  typed(code === undefined ? name : `${code} – ${name}`);

function itemOf<E extends Entry>(kind: EntryKind<E>, entry: E, texts: Texts): Item {
  const { id, active } = entry;
  const { say } = texts;
  const ids = entryIds(kind.subject);
  return {
    text: active ? `*${named(entry)}*` : `*${named(entry)}* ${say("admin-inactive")}`,
    notes: kind.notes(entry, texts),
    buttons: [
      { id: ids.edit, text: say("admin-edit"), value: id },
      active
        ? deactivation(kind, entry, texts)
        : { id: ids.reactivate, text: say("admin-reactivate"), value: id },
    ],
  };
}

const deactivation = <E extends Entry>(
  { subject }: EntryKind<E>,
  entry: E,
  { say }: Texts,
): ButtonOf => ({
  id: entryIds(subject).deactivate,
  text: say("admin-deactivate"),
  value: entry.id,
  style: "danger",
  confirm: {
    title: say("admin-entry-deactivate-title"),
    text: say(`admin-${subject}-deactivate-text`, { name: named(entry) }),
    yes: say("admin-deactivate"),
    no: say("slack-no"),
  },
});

const formOf = <E extends Entry>(
  kind: EntryKind<E>,
  { entry, standing }: { readonly entry: E | null; readonly standing: Standing },
  texts: Texts,
): ModalView =>
  formView(
    {
      callbackId: entryIds(kind.subject).form,
      title: texts.say(`admin-${kind.subject}-${entry === null ? "new" : "edit"}`),
      meta: { standing, id: entry?.id ?? null },
      blocks: kind.blocks(entry, texts),
    },
    texts,
  );

async function deactivate<E extends Entry>(kind: EntryKind<E>, pressed: Pressed): Promise<void> {
  const { deps, person, key, value: id } = pressed;
  const request = { input: { id }, actor: person.id, today: deps.today(), key };
  const result = await kind.deactivate(deps.ports, request);
  const name = result.ok ? named(result.value) : typed(id);
  await settlePress(pressed, entrySubject(kind), {
    result,
    done: deps.texts.say("admin-deactivated", { name }),
  });
}

/** What is saved is offered again. */
async function reactivate<E extends Entry>(kind: EntryKind<E>, pressed: Pressed): Promise<void> {
  const { deps, person, key, value } = pressed;
  const entry = await entryOf(kind, deps, value);
  if (entry === undefined) return show(pressed, entrySubject(kind), standingOf(pressed));
  const { active: _, id, ...fields } = entry;
  const request = { input: { ...fields, id }, actor: person.id, today: deps.today(), key };
  await settlePress(pressed, entrySubject(kind), {
    result: await kind.save(deps.ports, request),
    done: deps.texts.say("admin-reactivated", { name: named(entry) }),
  });
}

async function submit<E extends Entry>(
  kind: EntryKind<E>,
  submitted: Submitted,
): Promise<FormAnswer> {
  const { deps, view, person, key } = submitted;
  const { id, standing } = metaOf(view);
  const before = id === null ? null : ((await entryOf(kind, deps, id)) ?? null);
  const input = { ...kind.filled(view.values, before), id };
  const request = { input, actor: person.id, today: deps.today(), key };
  const result = await kind.save(deps.ports, request);
  return settleForm(submitted, entrySubject(kind), {
    standing,
    result,
    done: result.ok ? deps.texts.say("admin-saved", { name: named(result.value) }) : "",
    fieldOf: (refusal) => kind.fieldOf(refusal, id === null),
  });
}
