import type { CivilDate } from "../calendar.ts";
import type { ChartName } from "../charts.ts";
import type { OperatorId } from "../ids.ts";

/** One for each day and reader. The figures are read when it is sent, so that a late one is not old. */
export type DigestEffect =
  | {
      readonly kind: "send_operator_digest";
      readonly operator: OperatorId;
      readonly day: CivilDate;
    }
  | { readonly kind: "send_manager_digest"; readonly day: CivilDate }
  | { readonly kind: "post_chart"; readonly chart: ChartName; readonly day: CivilDate };
