import type { CivilDate } from "../calendar.ts";
import { packFor } from "../law/rule-pack.ts";
import { type Law, lawSettings } from "../law/settings.ts";
import type { Unit } from "../ports.ts";

/** What an act of that day is judged by. */
export const lawOn = async (unit: Unit, day: CivilDate): Promise<Law> => ({
  settings: lawSettings(await unit.settings()),
  pack: packFor(day),
});
