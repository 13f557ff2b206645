import type { App } from "@slack/bolt";
import { localMoment } from "#core/law/local-moment.ts";
import { deleteAttachment } from "#core/use-cases/delete-attachment.ts";
import type { Attachment } from "#db/queries/account/account-work.ts";
import {
  actions,
  type Blocks,
  button,
  type Confirming,
  cut,
  section,
  typed,
} from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { onAction, type Pressed } from "../../listen.ts";
import { placeOf } from "../on-top.ts";
import { type AccountTools, defineTab, readRows, type TabContext } from "../tab.ts";
import { registerAttachmentForms } from "./attachment-forms.ts";
import { sendAttachment } from "./send-attachment.ts";

export const ATTACHMENTS = {
  add: "account:attachments:add",
  describe: "account:attachments:describe",
  download: "account:attachments:download",
  remove: "account:attachments:remove",
} as const;

/** Tab 5: files that belong to the account. */
export const attachmentsTab = defineTab<readonly Attachment[]>({
  number: 5,
  permission: "tab.attachments",
  titleId: "slack-account-tab-attachments",
  read: readRows(5),
  blocks,
  register,
});

function blocks(rows: readonly Attachment[], about: TabContext): Blocks {
  const { say } = about.texts;
  const mayAdd = about.person.permissions.has("attachment.add");
  const add = button({ id: ATTACHMENTS.add, text: say("slack-account-attachment-add") });
  return [
    ...(mayAdd ? actions(add) : []),
    ...(rows.length === 0 ? [section(say("slack-account-attachments-none"))] : []),
    ...rows.flatMap((row) => [section(textOf(row, about)), ...toolsOf(row, about)]),
  ];
}

function textOf(row: Attachment, { texts, timeZone, nameOf }: TabContext): string {
  const { date } = localMoment(row.uploadedAt.getTime(), timeZone);
  const head = texts.say("slack-account-attachment", {
    name: typed(row.name),
    size: sizeText(row.sizeBytes, texts),
    when: texts.date(date),
    who: typed(nameOf(row.uploadedBy)),
  });
  return row.description === null
    ? head
    : `${head}\n${typed(cut(row.description, MAX_DESCRIPTION))}`;
}

const sizeText = (bytes: number, texts: TabContext["texts"]): string =>
  texts.say("slack-account-kilobytes", { size: texts.number(Math.ceil(bytes / 1024)) });

function toolsOf(row: Attachment, { texts, person, account }: TabContext): Blocks {
  const { say } = texts;
  const value = `${row.id}`;
  const download = button({ id: ATTACHMENTS.download, text: say("slack-account-download"), value });
  const describe = button({ id: ATTACHMENTS.describe, text: say("slack-account-describe"), value });
  const confirm: Confirming = {
    title: say("slack-account-delete-title"),
    text: say("slack-account-delete-text", {
      name: typed(cut(row.name, MAX_CONFIRMED)),
      customer: typed(cut(account.name, MAX_CONFIRMED)),
    }),
    yes: say("slack-account-delete"),
    no: say("slack-no"),
  };
  const remove = button({
    id: ATTACHMENTS.remove,
    text: say("slack-account-delete"),
    value,
    style: "danger",
    confirm,
  });
  return actions(
    download,
    ...(person.permissions.has("attachment.add") ? [describe] : []),
    ...(person.permissions.has("attachment.delete") ? [remove] : []),
  );
}

const MAX_DESCRIPTION = 500;
/** A dialog holds 300 characters of text. */
const MAX_CONFIRMED = 60;

function register(app: App, deps: SlackDeps, tools: AccountTools): void {
  registerAttachmentForms(app, deps, { ...ATTACHMENTS, tools });
  onAction(
    app,
    deps,
    { id: ATTACHMENTS.download, permission: "tab.attachments" },
    async (pressed) => {
      const answer = await sendAttachment(pressed, Number(pressed.value));
      await tools.show(pressed, placeOf(pressed), answer);
    },
  );
  onAction(app, deps, { id: ATTACHMENTS.remove, permission: "attachment.delete" }, (pressed) =>
    remove(pressed, tools),
  );
}

async function remove(pressed: Pressed, { show }: AccountTools): Promise<void> {
  const { deps, person, key, value } = pressed;
  const removed = await deleteAttachment(deps.ports, {
    input: { attachment: Number(value) },
    actor: person.id,
    today: deps.today(),
    key,
  });
  const done = removed.ok
    ? { sentence: deps.texts.say("slack-account-attachment-deleted"), isDone: true }
    : { sentence: deps.texts.refusal(removed.refusal), isDone: false };
  await show(pressed, placeOf(pressed), done);
}
