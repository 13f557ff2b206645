import type { Sql } from "../client.ts";

export type SlackMessages = {
  /** Where the message about something stands; undefined: it was never posted. */
  find(about: string): Promise<{ readonly channel: string; readonly ts: string } | undefined>;
  keep(about: string, at: { readonly channel: string; readonly ts: string }): Promise<void>;
};

/** Where messages stand in Slack, so that they are changed instead of repeated. Outside of commands: it is no history. */
export const createSlackMessages = (sql: Sql): SlackMessages => ({
  async find(about) {
    const [found] = await sql<{ channel: string; ts: string }[]>`
      select channel, ts from slack_message where about = ${about}`;
    return found && { ...found };
  },
  async keep(about, { channel, ts }) {
    await sql`
      insert into slack_message (about, channel, ts) values (${about}, ${channel}, ${ts})
      on conflict (about) do update set channel = excluded.channel, ts = excluded.ts`;
  },
});
