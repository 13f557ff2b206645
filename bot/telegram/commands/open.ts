import { createHash } from "node:crypto";
import { openLink } from "#core/use-cases/open-link.ts";
import { welcome } from "../identity/welcome.ts";
import { LIMITS } from "../limits.ts";
import { showStart } from "../menu/start.ts";
import type { Talk } from "../talk.ts";

/** /start, with the token of a link or alone. */
export async function openLinkOrStart(talk: Talk, words: string): Promise<void> {
  const token = /^[\w-]+$/.test(words) && words.length <= LIMITS.startToken ? words : undefined;
  if (token === undefined) return showStart(talk);
  const entered = await openLink(talk.deps.ports, {
    input: {
      ...talk.fromChat(),
      tokenSha256: createHash("sha256").update(token).digest("hex"),
      language: talk.dialog().language,
    },
    today: talk.deps.today(),
    key: talk.key,
  });
  return entered.outcome === "not proved"
    ? showStart(talk, talk.texts.say("telegram-link-invalid"))
    : welcome(talk, entered);
}
