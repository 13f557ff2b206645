import type { CivilDate } from "../calendar.ts";
import { RGC_632 } from "./rgc-632.ts";
import { RGC_765 } from "./rgc-765.ts";
import type { Rule, RuleId, RulePack } from "./rules.ts";

/** Oldest first. A change of the law is a new pack here; a pack in force is never edited. */
export const RULE_PACKS: readonly [RulePack, ...RulePack[]] = [RGC_632, RGC_765];

/** The pack in force that day. Before the first one the first one answers: nobody acts on days so long ago. */
export const packFor = (
  day: CivilDate,
  packs: readonly [RulePack, ...RulePack[]] = RULE_PACKS,
): RulePack => packs.findLast((pack) => pack.effectiveFrom <= day) ?? packs[0];

/** The article and words behind a verdict. */
export const ruleById = (pack: RulePack, id: RuleId): Rule<unknown> | undefined =>
  rulesOf(pack).find((rule) => rule.id === id);

export const rulesOf = (pack: RulePack): readonly Rule<unknown>[] => Object.values(pack.rules);
