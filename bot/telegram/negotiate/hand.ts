import { handToOperator } from "#core/use-cases/hand-to-operator.ts";
import type { KnownTalk } from "../talk.ts";
import { offersAfter } from "./offers.ts";
import { handedScreen } from "./own.ts";

/** An operator looks at it, and answers in this chat. */
export async function handOver(talk: KnownTalk, row: string): Promise<void> {
  const { deps, texts } = talk;
  const handed = await handToOperator(deps.ports, {
    input: {
      ...talk.fromChat(),
      because: row === "broken" ? "broken agreement" : "asked for",
      description: texts.say("self-service-description"),
    },
    today: deps.today(),
    key: `${talk.key}:hand`,
  });
  if (handed.ok || handed.refusal.code === "already_with_operator") {
    return talk.show(handedScreen(texts));
  }
  await offersAfter(talk, texts.refusal(handed.refusal));
}
