import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { SlackDeps } from "../deps.ts";
import { type Acting, onAction, type Pressed } from "../listen.ts";
import { errorModal } from "../notices.ts";
import { isInModal, openWith } from "../open.ts";
import { registerAssigning } from "./assign.ts";
import { RETURNS } from "./ids.ts";
import { filesView, leftOverView, ROWS, titlesView } from "./lists.ts";
import { registerUpload } from "./upload.ts";

const permission = "return.read";

/** Banks' return files: what each brought, where it went, and what waits for somebody to say whose it is. */
export function registerReturns(app: App, deps: SlackDeps): void {
  onAction(app, deps, { id: RETURNS.open, permission }, (pressed) => openReturns(pressed));
  onAction(app, deps, { id: RETURNS.files, permission }, (pressed) =>
    show(pressed, () => files(deps, pressed.value)),
  );
  onAction(app, deps, { id: RETURNS.file, permission }, (pressed) => {
    const [file = "", after = ""] = pressed.value.split(" ");
    return show(pressed, () => titles(deps, Number(file), after));
  });
  onAction(app, deps, { id: RETURNS.leftOver, permission }, (pressed) =>
    show(pressed, () => leftOver(deps, pressed.value)),
  );
  registerUpload(app, deps);
  registerAssigning(app, deps);
}

export const openReturns = (acting: Acting | Pressed): Promise<void> =>
  openWith(acting, () => files(acting.deps, ""));

/** Lists take each other's place: the room above them is for the forms. */
async function show(pressed: Pressed, read: () => Promise<ModalView>): Promise<void> {
  const { client, view } = pressed;
  if (!isInModal(pressed) || view === undefined) return openWith(pressed, read);
  await client.views.update({ view_id: view.id, view: await read() });
}

const pageAfter = (cursor: string) => ({
  limit: ROWS,
  ...(cursor === "" ? {} : { after: cursor }),
});

async function files({ reads, texts }: SlackDeps, after: string): Promise<ModalView> {
  const page = await reads.returns.files(pageAfter(after));
  if (!page.ok) throw new Error(`return files: ${page.refusal.code}`);
  return filesView(page.value, texts);
}

async function titles(deps: SlackDeps, id: number, after: string): Promise<ModalView> {
  const { reads, texts } = deps;
  const [file, page] = await Promise.all([
    reads.returns.file(id),
    reads.returns.titles(id, pageAfter(after)),
  ]);
  if (file === undefined) return errorModal(deps, texts.say("returns-file-unknown"));
  if (!page.ok) throw new Error(`return titles: ${page.refusal.code}`);
  return titlesView(file, page.value, texts);
}

async function leftOver({ reads, texts }: SlackDeps, after: string): Promise<ModalView> {
  const page = await reads.returns.leftOver(pageAfter(after));
  if (!page.ok) throw new Error(`left over: ${page.refusal.code}`);
  return leftOverView(page.value, texts);
}
