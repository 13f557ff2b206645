import type { WebClient } from "@slack/web-api";
import type { CivilDate } from "#core/calendar.ts";
import type { ChartName } from "#core/charts.ts";
import type { OperatorId } from "#core/ids.ts";
import { commentOf, postImage } from "../charts/send-chart.ts";
import type { SlackDeps } from "../deps.ts";
import { type MessagePlace, postOnce } from "../post-once.ts";
import { managerDigestMessage, operatorDigestMessage } from "./digest-message.ts";

type Where = { readonly deps: SlackDeps; readonly client: WebClient };

/** To the operator alone. Nothing on a day without anything to say, and nothing to whom Slack does not know any more. */
export async function sendOperatorDigest(
  { deps, client }: Where,
  { operator, day }: { readonly operator: OperatorId; readonly day: CivilDate },
): Promise<void> {
  const [slackUser, digest] = await Promise.all([
    deps.reads.digests.slackUserOf(operator),
    deps.reads.digests.ofOperator(operator, day),
  ]);
  if (slackUser === undefined || digest === undefined) return;
  await postOnce(
    { deps, client },
    {
      about: `digest:${day}:${operator}`,
      channel: slackUser,
      message: operatorDigestMessage(digest, deps.texts),
    },
  );
}

/** To the managers' channel, with the chart of the outcome in its thread. */
export async function sendManagerDigest(
  { deps, client }: Where,
  { channel, day }: { readonly channel: string; readonly day: CivilDate },
): Promise<void> {
  const digest = await deps.reads.digests.ofManagers(day);
  if (digest === undefined) return;
  const at = await postOnce(
    { deps, client },
    {
      about: `digest:${day}:managers`,
      channel,
      message: managerDigestMessage(digest, deps.texts),
    },
  );
  await postChart({ deps, client }, at, day);
}

/** In the managers' channel, as it was chosen in the settings. */
export async function postScheduledChart(
  { deps, client }: Where,
  {
    channel,
    chart,
    day,
  }: { readonly channel: string; readonly chart: ChartName; readonly day: CivilDate },
): Promise<void> {
  const about = `chart:${day}:${chart}`;
  if ((await deps.slackMessages.find(about)) !== undefined) return;
  const drawn = await deps.charts.draw(chart, { today: day });
  await postImage({ client, channel }, { name: chart, drawn, comment: commentOf(drawn) });
  // The upload answers with no message of its own: that it was posted is what is kept.
  await deps.slackMessages.keep(about, { channel, ts: "uploaded" });
}

/** Once under each message: pictures cannot be changed, and yesterday's is as good as that of an hour later. */
async function postChart(
  { deps, client }: Where,
  { channel, ts }: MessagePlace,
  day: CivilDate,
): Promise<void> {
  const about = `digest:${day}:managers:chart`;
  if ((await deps.slackMessages.find(about))?.ts === ts) return;
  const drawn = await deps.charts.draw(CHART, { today: day });
  const comment = commentOf(drawn);
  await postImage({ client, channel, thread: ts }, { name: CHART, drawn, comment });
  await deps.slackMessages.keep(about, { channel, ts });
}

const CHART = "outcome";
