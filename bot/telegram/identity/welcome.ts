import type { Entered } from "#core/use-cases/enter-chat.ts";
import { showStart } from "../menu/start.ts";
import { BACK_TO_MENU, LEAVE } from "../menu/verbs.ts";
import type { Talk } from "../talk.ts";

/** After a proof that held. */
export async function welcome(
  talk: Talk,
  entered: Exclude<Entered, { readonly outcome: "not proved" }>,
): Promise<void> {
  const { say } = talk.texts;
  if (entered.outcome === "entered") {
    return showStart(await talk.again(), say("telegram-proved"));
  }
  await talk.show({
    text: say("telegram-of-another-customer"),
    buttons: [
      [{ text: say("telegram-preferences-leave"), verb: LEAVE }],
      [{ text: say("telegram-to-menu"), verb: BACK_TO_MENU }],
    ],
  });
}
