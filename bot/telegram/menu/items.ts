import { AGREEMENT } from "../agreement/verbs.ts";
import { DEBTS } from "../debts/verbs.ts";
import { OFFERS } from "../negotiate/verbs.ts";
import { PAY } from "../pay/verbs.ts";
import { PERSON } from "../person/verbs.ts";
import { RECEIPT } from "../receipt/verbs.ts";
import { HELP, PREFERENCES } from "./verbs.ts";

/** What a customer can do from the menu, in its order: id of the button's text, and what it asks for. */
export const MENU: readonly { readonly text: string; readonly verb: string }[] = [
  { text: "telegram-menu-debts", verb: DEBTS },
  { text: "telegram-menu-pay", verb: PAY },
  { text: "telegram-menu-negotiate", verb: OFFERS },
  { text: "telegram-menu-agreement", verb: AGREEMENT },
  { text: "telegram-menu-receipt", verb: RECEIPT },
  { text: "telegram-menu-person", verb: PERSON },
  { text: "telegram-menu-preferences", verb: PREFERENCES },
  { text: "telegram-menu-help", verb: HELP },
];
