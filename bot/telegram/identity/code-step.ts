import { proveByCode } from "#core/use-cases/prove-by-code.ts";
import type { Typed } from "../feature.ts";
import type { Talk } from "../talk.ts";
import { showNotProved } from "./proof-step.ts";
import { AGAIN, CODE } from "./steps.ts";
import { welcome } from "./welcome.ts";

/** The code came back, right or wrong. */
export async function takeCode(talk: Talk, { text, message }: Typed): Promise<void> {
  await talk.remove(message);
  const { say } = talk.texts;
  const proof = await proveByCode(talk.deps.ports, {
    input: {
      ...talk.fromChat(),
      code: text.replace(/\D/g, ""),
      language: talk.dialog().language,
    },
    today: talk.deps.today(),
    key: talk.key,
  });
  if (proof.outcome !== "not proved") return welcome(talk, proof);
  if (!proof.mayTryAgain) return showNotProved(talk, say("telegram-code-wrong"));
  await talk.show(
    {
      text: say("telegram-code-wrong-again"),
      buttons: [[{ text: say("telegram-try-again"), verb: AGAIN }]],
    },
    { step: CODE },
  );
}
