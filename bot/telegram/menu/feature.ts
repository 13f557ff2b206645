import type { Feature } from "../feature.ts";
import { forAnyone, forCustomer, standing } from "../feature.ts";
import { showPreferences } from "./preferences.ts";
import { showStart } from "./start.ts";
import { BACK_TO_MENU, PREFERENCES } from "./verbs.ts";

export const menu: Feature = {
  presses: {
    [BACK_TO_MENU]: standing(forAnyone((talk) => showStart(talk))),
    [PREFERENCES]: forCustomer(showPreferences),
  },
};
