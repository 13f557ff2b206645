import type { CivilDate } from "../calendar.ts";
import { whyNotCollectable } from "./debt.ts";
import type { DebtFacts } from "./facts.ts";
import type { Law } from "./settings.ts";
import { ALLOWED, type Verdict } from "./verdict.ts";

/** May this debt be pressed at all, in whatever way? */
export const mayCollect = (debt: DebtFacts, today: CivilDate, { pack }: Law): Verdict =>
  whyNotCollectable(debt, today, pack) ?? ALLOWED;
