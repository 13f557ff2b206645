import { CUSTOMER_ACTOR, type OperatorId } from "#core/ids.ts";
import type { Texts } from "../texts/texts.ts";

/** Who did something, as people call them: an operator by name, the id where no name is known; a customer who acted alone is no operator. */
export const actorName = (
  { actor, name }: { readonly actor: OperatorId; readonly name: string | null | undefined },
  { say }: Pick<Texts, "say">,
): string => name ?? (actor === CUSTOMER_ACTOR ? say("slack-actor-customer") : actor);
