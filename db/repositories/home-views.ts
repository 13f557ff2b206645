import type { Sql } from "../client.ts";

export type HomeViews = {
  /** Undefined for a person who never opened the Home. */
  load(slackUser: string): Promise<unknown>;
  save(slackUser: string, view: unknown): Promise<void>;
};

/** What each person last looked at in the Home. It is nobody's history: written outside of commands, the last one wins. */
export const createHomeViews = (sql: Sql): HomeViews => ({
  async load(slackUser) {
    const [found] = await sql<{ view: unknown }[]>`
      select view from home_view where slack_user_id = ${slackUser}`;
    return found?.view;
  },
  async save(slackUser, view) {
    await sql`
      insert into home_view (slack_user_id, view, opened_at)
      values (${slackUser}, ${JSON.stringify(view)}::text::jsonb, now())
      on conflict (slack_user_id) do update set view = excluded.view, opened_at = excluded.opened_at`;
  },
});
