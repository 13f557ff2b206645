import { LANGUAGE_CHOICE } from "../commands/verbs.ts";
import { HELP } from "../menu/verbs.ts";
import { ofProvider } from "../provider-name.ts";
import type { Talk } from "../talk.ts";
import { TAX_ID } from "./steps.ts";

/** The first question to whoever proved nothing yet. `note`: what is said above it. */
export async function askWhoItIs(talk: Talk, note?: string): Promise<void> {
  const { say } = talk.texts;
  const provider = ofProvider(await talk.deps.reads.provider(), talk.texts);
  const asked = say("telegram-who", { provider });
  await talk.show(
    {
      text: note === undefined ? asked : `${note}\n\n${asked}`,
      buttons: [
        [
          { text: say("telegram-menu-help"), verb: HELP },
          { text: say("telegram-preferences-language"), verb: LANGUAGE_CHOICE },
        ],
      ],
    },
    { step: TAX_ID },
  );
}
