import type { App } from "@slack/bolt";
import type { SlackDeps } from "../../deps.ts";
import { onAction, type Pressed } from "../../listen.ts";
import { errorModal } from "../../notices.ts";
import { openWith } from "../../open.ts";
import { formView, placeOf } from "../on-top.ts";
import { messageDetails } from "./messages-text.ts";
import { READ_AROUND, rowOnPage } from "./row-on-page.ts";

const VIEW = "account:message:viewed";
const PERMISSION = { 6: "tab.emails", 7: "tab.messages" } as const;

type OfTab = { readonly id: string; readonly tab: 6 | 7 };

/** Shows a message whole: `id` is the button's. */
export const registerMessageView = (app: App, deps: SlackDeps, { id, tab }: OfTab): void =>
  onAction(app, deps, { id, permission: PERMISSION[tab] }, (pressed) => openView(pressed, tab));

async function openView(pressed: Pressed, tab: OfTab["tab"]): Promise<void> {
  const { deps, value } = pressed;
  const { reads, texts, timeZone } = deps;
  const place = placeOf(pressed);
  await openWith(pressed, async () => {
    const [row, operators] = await Promise.all([
      rowOnPage(deps, place, { read: READ_AROUND[tab], isIt: ({ id }) => `${id}` === value }),
      reads.operators(),
    ]);
    if (row === undefined) return errorModal(deps, texts.say("slack-work-gone"));
    const nameOf = (who: string) => operators.find(({ id }) => id === who)?.name ?? who;
    return formView(deps, {
      callbackId: VIEW,
      titleId: "slack-work-message-title",
      blocks: messageDetails(row, { texts, nameOf, timeZone }),
      place,
      own: {},
    });
  });
}
