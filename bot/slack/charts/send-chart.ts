import type { WebClient } from "@slack/web-api";
import type { ChartQuery } from "#core/charts.ts";
import { typed } from "../block-kit.ts";
import type { SlackDeps } from "../deps.ts";
import type { Acting } from "../listen.ts";
import type { ChartAsked } from "./chart-form.ts";
import type { DrawnChart } from "./ports.ts";

type Where = {
  readonly client: WebClient;
  readonly channel: string;
  readonly thread?: string | undefined;
};

export const queryOf = ({ from, to, only }: ChartAsked, { today }: SlackDeps): ChartQuery => ({
  today: today(),
  from,
  to,
  only,
});

/** The image, with its main numbers in words for those who do not see it and for the notification. */
export async function postImage(
  { client, channel, thread }: Where,
  { name, drawn, comment }: { name: string; drawn: DrawnChart; comment: string },
): Promise<void> {
  const image = {
    channel_id: channel,
    filename: `${name}.png`,
    title: drawn.title,
    alt_text: drawn.alt,
    file: Buffer.from(await drawn.png()),
    initial_comment: comment,
  };
  await client.filesUploadV2(thread === undefined ? image : { ...image, thread_ts: thread });
}

/** What stands above an image: its title, and the numbers in a sentence. */
export const commentOf = ({ title, alt }: DrawnChart): string => {
  const rest = alt.startsWith(title) ? alt.slice(title.length) : ` ${alt}`;
  return `*${typed(title)}*${typed(rest)}`;
};

/** With the mark by which spreadsheets know the accents. */
export async function postCsv(
  { client, channel }: Where,
  { name, drawn }: { name: string; drawn: DrawnChart },
): Promise<void> {
  await client.filesUploadV2({
    channel_id: channel,
    filename: `${name}.csv`,
    title: drawn.title,
    file: Buffer.from(`\uFEFF${drawn.csv()}`, "utf8"),
    initial_comment: typed(drawn.title),
  });
}

/** The person's own conversation with the app. */
export async function ownChannel({ client, person }: Acting): Promise<string> {
  const { channel } = await client.conversations.open({ users: person.slackUser });
  if (channel?.id === undefined) throw new Error("Slack opened no conversation with the person");
  return channel.id;
}
