import type { Limit } from "#core/policy/counter-offer.ts";
import type { Texts } from "../../texts/texts.ts";
import { messageId } from "../../texts/words.ts";
import { htmlSay } from "../say.ts";

/** Which limit of the policy changed what was proposed: whoever is answered by a machine is told why (LGPD art. 20). */
export function limitSentence(limit: Limit, texts: Texts): string {
  const say = htmlSay(texts);
  const id = messageId("telegram-limit", limit.what);
  switch (limit.what) {
    case "instalments":
      return say(id, { asked: limit.asked, max: limit.max });
    case "total_too_low":
    case "entry_too_low":
      return say(id, { asked: texts.money(limit.asked), min: texts.money(limit.min) });
    case "total_above_debt":
    case "entry_leaves_too_little":
      return say(id, { asked: texts.money(limit.asked), max: texts.money(limit.max) });
    case "first_due_too_late":
      return say(id, { asked: texts.date(limit.asked), max: texts.date(limit.max) });
    case "first_due_past":
      return say(id, { asked: texts.date(limit.asked), min: texts.date(limit.min) });
  }
}
