import { resumeChat, stopChat } from "#core/use-cases/stop-chat.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { isKnown, type KnownTalk, type Talk } from "../talk.ts";
import { RESUME } from "./verbs.ts";

/** Nothing is sent any more that was not asked for. To a chat that is nobody's nothing ever is. */
export async function stop(talk: Talk): Promise<void> {
  const { say } = talk.texts;
  if (isKnown(talk)) {
    const { deps, key } = talk;
    await stopChat(deps.ports, { input: talk.fromChat(), today: deps.today(), key });
  }
  await talk.show({
    text: say("telegram-stopped"),
    buttons: [
      ...(isKnown(talk) ? [[{ text: say("telegram-preferences-resume"), verb: RESUME }]] : []),
      [{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }],
    ],
  });
}

export async function resume(talk: KnownTalk): Promise<void> {
  const { deps, key } = talk;
  const { say } = talk.texts;
  await resumeChat(deps.ports, { input: talk.fromChat(), today: deps.today(), key });
  await talk.show({
    text: say("telegram-resumed"),
    buttons: [[{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }]],
  });
}
