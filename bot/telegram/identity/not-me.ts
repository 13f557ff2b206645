import { disownChat } from "#core/use-cases/leave-chat.ts";
import { throwOutChat } from "#core/use-cases/throw-out-chat.ts";
import { escapeHtml } from "../html.ts";
import { firstName } from "../menu/first-name.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import type { KnownTalk } from "../talk.ts";
import { NOT_ME_SURE } from "./steps.ts";

/** It cuts the chat off: asked once more, since a finger slips. */
export async function askNotMe(talk: KnownTalk): Promise<void> {
  const { say } = talk.texts;
  const name = firstName(talk.owner.name);
  await talk.show({
    text: say("telegram-not-me", { name: escapeHtml(name) }),
    buttons: [
      [{ text: say("telegram-not-me-yes", { name }), verb: NOT_ME_SURE }],
      [{ text: say("telegram-not-me-no"), verb: BACK_TO_MENU }],
    ],
  });
}

export async function disown(talk: KnownTalk): Promise<void> {
  await disownChat(talk.deps.ports, {
    input: { ...talk.fromChat(), words: operatorsWords(talk, "not-me") },
    today: talk.deps.today(),
    key: talk.key,
  });
  const { say } = talk.texts;
  await talk.show({
    text: say("telegram-not-me-done"),
    buttons: [[{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }]],
  });
}

/** An older chat of the customer's does not know the one that came in. */
export async function throwOut(talk: KnownTalk, other: string): Promise<void> {
  const { thrownOut } = await throwOutChat(talk.deps.ports, {
    input: {
      ...talk.fromChat(),
      other: Number(other),
      words: operatorsWords(talk, "not-mine"),
    },
    today: talk.deps.today(),
    key: talk.key,
  });
  const { say } = talk.texts;
  await talk.show({
    text: say(thrownOut ? "telegram-not-mine-done" : "telegram-not-mine-nothing"),
    buttons: [[{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }]],
  });
}

/** Operators read Portuguese, whatever the customer speaks. */
function operatorsWords({ deps }: KnownTalk, about: "not-me" | "not-mine") {
  const { say } = deps.textsOf("pt-BR");
  return { title: say(`telegram-task-${about}`), body: say(`telegram-task-${about}.body`) };
}
