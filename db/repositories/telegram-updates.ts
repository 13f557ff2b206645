import type { Sql } from "../client.ts";

export type TelegramUpdates = {
  /** False: it came before. */
  keep(update: {
    readonly id: number;
    readonly chat: number | null;
    readonly payload: object;
  }): Promise<boolean>;
  /** For this process alone until the lease ends. Of each chat the oldest, and none while another of that chat is being answered. */
  claim(claim: {
    readonly limit: number;
    readonly leaseSeconds: number;
    readonly maxAttempts: number;
  }): Promise<readonly { readonly id: number; readonly payload: unknown }[]>;
  /** What it held is forgotten. */
  done(id: number): Promise<void>;
  /** Forgets what was dealt with so long ago that nobody sends it again, and gives up on what no process survived. */
  tidy(limits: { readonly keepDays: number; readonly maxAttempts: number }): Promise<void>;
};

/** The bot's inbox. By the database's clock: processes may differ in theirs. */
export const createTelegramUpdates = (sql: Sql, bot: number): TelegramUpdates => ({
  async keep({ id, chat, payload }) {
    const kept = await sql`
      insert into telegram_update (bot_id, update_id, chat_id, payload)
      values (${bot}, ${id}, ${chat}, ${JSON.stringify(payload)}::text::jsonb)
      on conflict do nothing`;
    return kept.count === 1;
  },
  async claim({ limit, leaseSeconds, maxAttempts }) {
    const claimed = await sql<{ id: number; payload: unknown }[]>`
      with due as (
        select update_id from telegram_update u
        where bot_id = ${bot} and done_at is null and attempts < ${maxAttempts}
          and (leased_until is null or leased_until <= now())
          and not exists (
            select 1 from telegram_update e
            where e.chat_id = u.chat_id and e.done_at is null and e.attempts < ${maxAttempts} and e.bot_id = u.bot_id
              and (e.update_id < u.update_id or e.leased_until > now()))
        order by update_id limit ${limit} for update skip locked)
      update telegram_update u set attempts = attempts + 1, leased_until = now() + make_interval(secs => ${leaseSeconds})
      from due where u.bot_id = ${bot} and u.update_id = due.update_id
      returning u.update_id as id, u.payload`;
    return [...claimed].sort((a, b) => a.id - b.id);
  },
  async done(id) {
    await sql`
      update telegram_update set done_at = now(), payload = null, leased_until = null
      where bot_id = ${bot} and update_id = ${id}`;
  },
  async tidy({ keepDays, maxAttempts }) {
    await sql`
      update telegram_update set done_at = now(), payload = null
      where bot_id = ${bot} and done_at is null and attempts >= ${maxAttempts} and leased_until <= now()`;
    await sql`delete from telegram_update where done_at < now() - make_interval(days => ${keepDays})`;
    await sql`delete from identity_attempt where at < now() - make_interval(days => ${keepDays})`;
    await sql`delete from identity_code where expires_at < now() - interval '1 day'`;
  },
});
