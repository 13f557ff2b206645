import { escapeHtml } from "../html.ts";
import { askWhoItIs } from "../identity/ask.ts";
import { ofProvider } from "../provider-name.ts";
import type { Screen } from "../screen.ts";
import { isKnown, type KnownTalk, type Talk } from "../talk.ts";
import { firstName } from "./first-name.ts";
import { MENU } from "./items.ts";
import { NOT_ME } from "./verbs.ts";

/** Where every way leads back to: the menu, or the question who it is. `note`: what is said above it. */
export async function showStart(talk: Talk, note?: string): Promise<void> {
  if (!isKnown(talk)) return askWhoItIs(talk, note);
  return talk.show(await menuScreen(talk, note));
}

/** Without an amount: whoever is here by mistake reads a first name and nothing more. */
async function menuScreen({ texts, owner, deps }: KnownTalk, note: string | undefined) {
  const { say } = texts;
  const name = firstName(owner.name);
  const greeting = say("telegram-menu", {
    name: escapeHtml(name),
    provider: ofProvider(await deps.reads.provider(), texts),
  });
  const screen: Screen = {
    text: note === undefined ? greeting : `${note}\n\n${greeting}`,
    buttons: [
      ...MENU.map(({ text, verb }) => [{ text: say(text), verb }]),
      [{ text: say("telegram-menu-not-me", { name }), verb: NOT_ME }],
    ],
  };
  return screen;
}
