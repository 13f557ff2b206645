import { type CivilDate, weekday } from "../calendar.ts";
import type { ChartName } from "../charts.ts";
import { SYSTEM_OPERATOR } from "../ids.ts";
import type { Ports } from "../ports.ts";
import { accept } from "../result.ts";

const JOB = "charts";
/** As `weekday` counts. */
const WEEKDAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

/** The charts that the managers want on such a day; once, whichever process comes first. */
export async function postDailyCharts(
  ports: Ports,
  { today }: { readonly today: CivilDate },
): Promise<readonly ChartName[]> {
  const outcome = await ports.transact<readonly ChartName[]>(
    { command: JOB, actor: SYSTEM_OPERATOR, today, fingerprint: "" },
    async (unit) => {
      const settings = await unit.settings();
      const day = WEEKDAYS[weekday(today)];
      if (day === undefined || !settings["charts.postOn"].includes(day)) return accept([]);
      if (!(await unit.claimDailyRun(JOB, today))) return accept([]);
      const charts = settings["charts.post"];
      await unit.enqueue(charts.map((chart) => ({ kind: "post_chart", chart, day: today })));
      return accept(charts);
    },
  );
  if (!outcome.ok) throw new Error(`charts refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
