import type { LocalHolidays } from "../business-days.ts";
import type { Settings } from "../settings.ts";
import type { RulePack } from "./rules.ts";

/** What the provider's lawyer decides, and the courtesies. From core/settings.ts. */
export type LawSettings = {
  readonly spc: {
    readonly requireBroken: boolean;
    readonly requireContractEnded: boolean;
    readonly requireNotice: boolean;
  };
  /** Courtesy: no block starts where the customer has no business day ahead to pay and call. */
  readonly noBlockBeforeDayOff: boolean;
  readonly contact: { readonly perDay: number; readonly perWeek: number };
  readonly localHolidays: LocalHolidays;
};

/** What an act is judged by. */
export type Law = { readonly settings: LawSettings; readonly pack: RulePack };

export const lawSettings = (settings: Settings): LawSettings => ({
  spc: {
    requireBroken: settings["law.spc.requireBroken"],
    requireContractEnded: settings["law.spc.requireContractEnded"],
    requireNotice: settings["law.spc.requireNotice"],
  },
  noBlockBeforeDayOff: settings["law.block.onlyOnQuietDays"],
  contact: {
    perDay: settings["contact.maxPerDay"],
    perWeek: settings["contact.maxPerWeek"],
  },
  localHolidays: new Set(settings["calendar.extraHolidays"]),
});
