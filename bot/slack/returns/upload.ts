import type { App } from "@slack/bolt";
import type { Result } from "#core/result.ts";
import type { ReturnFailure, ReturnReport } from "#core/return-report.ts";
import type { SlackDeps } from "../deps.ts";
import { fileField, fileIn } from "../fields.ts";
import type { FormAnswer } from "../form-answer.ts";
import { onAction, onSubmit, type Submitted } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { openWith } from "../open.ts";
import { modalOf, plainSection } from "../plain-blocks.ts";
import { download, findUpload, whole } from "../uploads.ts";
import { RETURNS } from "./ids.ts";
import {
  type FileMeta,
  failureSentence,
  previewView,
  processedView,
  reportLines,
} from "./report-view.ts";

const permission = "return.read";
const FILE = "file";
/** Slack takes no larger ones in a form. */
const MAX_BYTES = 10 * 1024 * 1024;

/** A file from the bank: first what it would do, then, once somebody says so, the doing. */
export function registerUpload(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: RETURNS.upload, permission }, (pressed) =>
    openWith(pressed, async () => uploadForm(deps)),
  );
  onSubmit(app, deps, { id: RETURNS.uploadForm, permission }, preview);
  onSubmit(app, deps, { id: RETURNS.processForm, permission }, process);
}

const uploadForm = ({ texts }: SlackDeps) =>
  modalOf(texts, {
    callbackId: RETURNS.uploadForm,
    title: texts.say("returns-upload"),
    submit: texts.say("returns-check"),
    blocks: [
      plainSection([texts.say("returns-upload-explained")]),
      fileField({
        id: FILE,
        label: texts.say("returns-file"),
        hint: texts.say("returns-file-hint"),
      }),
    ],
  });

async function preview(submitted: Submitted): Promise<FormAnswer> {
  const { deps, view } = submitted;
  const file = fileIn(view.values, FILE);
  if (file === undefined) return { errors: { [FILE]: deps.texts.say("returns-file-missing") } };
  const read = await readFile(submitted, { file, dryRun: true });
  if (read === "too large") return { errors: { [FILE]: deps.texts.say("returns-file-large") } };
  if (!read.ok) return { errors: { [FILE]: failureSentence(read.refusal, deps.texts) } };
  return { update: previewView(read.value, { file }, deps.texts) };
}

/** A large file takes longer than anybody looks at a window: the counts come as a message too. */
async function process(submitted: Submitted): Promise<FormAnswer> {
  const { deps, client, person, view } = submitted;
  const { file } = JSON.parse(view.metadata) as FileMeta;
  const read = await readFile(submitted, { file, dryRun: false });
  if (read === "too large") {
    return { update: errorModal(deps, deps.texts.say("returns-file-large")) };
  }
  if (!read.ok) return { update: errorModal(deps, failureSentence(read.refusal, deps.texts)) };
  const lines = reportLines(read.value, deps.texts);
  await client.chat
    .postMessage({
      channel: person.slackUser,
      text: deps.texts.say("returns-processed-title"),
      blocks: [plainSection([deps.texts.say("returns-processed-title"), ...lines])],
    })
    .catch((error) => deps.log.warn({ err: error }, "Slack: a return's counts were not told"));
  return { update: processedView(read.value, deps.texts) };
}

async function readFile(
  { deps, client, person }: Submitted,
  { file, dryRun }: { readonly file: string; readonly dryRun: boolean },
): Promise<Result<ReturnReport, ReturnFailure> | "too large"> {
  const { url, name, sizeBytes } = await findUpload(client, file);
  if (sizeBytes > MAX_BYTES) return "too large";
  const bytes = await whole(await download(client, url));
  const source = async function* () {
    yield new Uint8Array(bytes);
  };
  return deps.takeReturn(source, { actor: person.id, today: deps.today(), name, dryRun });
}
