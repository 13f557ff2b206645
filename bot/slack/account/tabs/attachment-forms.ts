import type { App } from "@slack/bolt";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { type Attached, addAttachment } from "#core/use-cases/add-attachment.ts";
import { describeAttachment } from "#core/use-cases/describe-attachment.ts";
import type { Texts } from "../../../texts/texts.ts";
import type { SlackDeps } from "../../deps.ts";
import { fileField, fileIn, refusedAt, textField, typedIn } from "../../fields.ts";
import type { FormAnswer } from "../../form-answer.ts";
import { onAction, onSubmit, type Pressed, type Submitted } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { download, findUpload } from "../../uploads.ts";
import { formView, placeOf, pushForm, readOnTop } from "../on-top.ts";
import type { AccountTools } from "../tab.ts";
import { cursorOf } from "../workspace.ts";

const ADD_VIEW = "account:attachment:add";
const DESCRIBE_VIEW = "account:attachment:describe";
export const ATTACHMENT_FIELDS = {
  file: "file",
  name: "name",
  description: "description",
} as const;
const F = ATTACHMENT_FIELDS;

type Opening = { readonly add: string; readonly describe: string; readonly tools: AccountTools };

/** The forms that add a file and say what one is; opened by the buttons `add` and `describe`. */
export function registerAttachmentForms(app: App, deps: SlackDeps, opening: Opening): void {
  const permission = "attachment.add";
  const { tools } = opening;
  onAction(app, deps, { id: opening.add, permission }, (pressed) => openAdding(pressed, deps));
  onSubmit(app, deps, { id: ADD_VIEW, permission }, (submitted) => add(submitted, tools));
  onAction(app, deps, { id: opening.describe, permission }, openDescribing);
  onSubmit(app, deps, { id: DESCRIBE_VIEW, permission }, (submitted) => describe(submitted, tools));
}

const openAdding = (pressed: Pressed, { texts }: SlackDeps): Promise<void> =>
  pushForm(pressed, {
    callbackId: ADD_VIEW,
    titleId: "slack-account-attachment-add",
    submitId: "slack-account-save",
    blocks: [
      fileField({
        id: F.file,
        label: texts.say("slack-account-file"),
        hint: texts.say("slack-account-file-hint"),
      }),
      descriptionField(texts),
    ],
    place: placeOf(pressed),
    own: {},
  });

const descriptionField = ({ say }: Texts, initial = "") =>
  textField({
    id: F.description,
    label: say("slack-account-description"),
    lines: "many",
    optional: true,
    initial,
  });

async function add(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, view } = submitted;
  const { place } = readOnTop(view);
  const file = fileIn(view.values, F.file);
  if (file === undefined) {
    return { errors: { [F.file]: deps.texts.say("slack-account-file-missing") } };
  }
  const added = await keep(submitted, { file, customer: place.workspace.customer });
  if (!added.ok) {
    return refusedAt(deps.texts, added.refusal, { fields: [F.description], otherwise: F.file });
  }
  await tools.show(submitted, place, said(deps.texts, "slack-account-attachment-added"));
  return { close: "this" };
}

const said = ({ say }: Texts, id: string) => ({ sentence: say(id), isDone: true });

type Incoming = {
  readonly file: string;
  readonly customer: ReturnType<typeof readOnTop>["place"]["workspace"]["customer"];
};

/** From Slack into the store, which looks at the bytes; then the row that refers to them. */
async function keep(
  { deps, client, person, key, view }: Submitted,
  { file, customer }: Incoming,
): Promise<Result<Attached, Refusal>> {
  const { url, name } = await findUpload(client, file);
  const stored = await deps.files.put(await download(client, url));
  if (!stored.ok) return stored;
  return addAttachment(deps.ports, {
    input: { ...stored.value, customer, name, description: typedIn(view.values, F.description) },
    actor: person.id,
    today: deps.today(),
    key,
  });
}

type OfAttachment = { readonly attachment: number };

/** New files move those of the first page on; so many rows still hold the one that was pressed. */
const ROWS_AROUND = 60;

const openDescribing = (pressed: Pressed): Promise<void> =>
  openWith(pressed, async () => {
    const { deps, value } = pressed;
    const { texts, reads, today } = deps;
    const place = placeOf(pressed);
    const page = await reads.tab(place.workspace.customer, 5, {
      limit: ROWS_AROUND,
      after: cursorOf(place.workspace),
      today: today(),
    });
    const row = page.ok ? page.value.rows.find(({ id }) => `${id}` === value) : undefined;
    if (row === undefined) return errorModal(deps, texts.say("slack-account-gone"));
    const { name, description } = row;
    return formView<OfAttachment>(deps, {
      callbackId: DESCRIBE_VIEW,
      titleId: "slack-account-describe",
      submitId: "slack-account-save",
      blocks: [
        textField({ id: F.name, label: texts.say("slack-account-file-name"), initial: name }),
        descriptionField(texts, description ?? ""),
      ],
      place,
      own: { attachment: row.id },
    });
  });

async function describe(submitted: Submitted, tools: AccountTools): Promise<FormAnswer> {
  const { deps, person, key, view } = submitted;
  const { place, own } = readOnTop<OfAttachment>(view);
  const described = await describeAttachment(deps.ports, {
    input: {
      attachment: own.attachment,
      name: typedIn(view.values, F.name),
      description: typedIn(view.values, F.description),
    },
    actor: person.id,
    today: deps.today(),
    key,
  });
  if (!described.ok) {
    return refusedAt(deps.texts, described.refusal, {
      fields: [F.name, F.description],
      otherwise: F.description,
    });
  }
  await tools.show(submitted, place, said(deps.texts, "slack-account-attachment-described"));
  return { close: "this" };
}
