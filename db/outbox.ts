import type { Effect, EffectChannel } from "#core/effects.ts";
import type { Sql } from "./client.ts";

export type Claimed = {
  readonly id: number;
  readonly effect: Effect;
  /** This one counted. */
  readonly attempts: number;
};

export type Claim = {
  /** Kinds of effects; of those that go by a channel, kind and channel: "send_message:app". */
  readonly kinds: readonly string[];
  readonly limit: number;
  readonly leaseSeconds: number;
  readonly maxAttempts: number;
};

export type Expiry = {
  readonly channels: readonly EffectChannel[];
  readonly olderThanSeconds: number;
  readonly maxAttempts: number;
};

/** What waits to be carried out. By the database's clock: processes may differ in theirs. */
export type Outbox = {
  /** For this process alone until the lease ends; whoever died with it is taken over by the next. */
  claim(claim: Claim): Promise<readonly Claimed[]>;
  /** `note`: why there was nothing to send after all. */
  sent(claimed: Claimed, note?: string): Promise<void>;
  /** Tried again after so long. */
  again(claimed: Claimed, later: { afterMs: number; reason: string }): Promise<void>;
  /** As if it had not been tried: it was not its fault. */
  release(claimed: Claimed, later: { afterMs: number; reason: string }): Promise<void>;
  failed(claimed: Claimed, reason: string): Promise<void>;
  /** Gives up on what is too old, and on what was tried often and never answered for. How many. */
  giveUp(expiry: Expiry): Promise<number>;
};

/** `attempts` says whose lease a row is under: a process that comes back too late changes nothing. */
export const createOutbox = (sql: Sql): Outbox => ({
  async claim({ kinds, limit, leaseSeconds, maxAttempts }) {
    const claimed = await sql<Claimed[]>`
      with due as (
        select id from outbox
        where sent_at is null and failed_at is null and due_at <= now() and attempts < ${maxAttempts}
          and (leased_until is null or leased_until <= now()) and (effect ->> 'kind') || coalesce(':' || (effect ->> 'channel'), '') = any(${[...kinds]})
        order by due_at, id limit ${limit} for update skip locked)
      update outbox o set attempts = o.attempts + 1, leased_until = now() + make_interval(secs => ${leaseSeconds})
      from due where o.id = due.id
      returning o.id, o.effect, o.attempts`;
    return [...claimed].sort((a, b) => a.id - b.id);
  },
  async sent({ id, attempts }, note) {
    await sql`
      update outbox set sent_at = now(), leased_until = null, last_error = ${note ?? null}
      where id = ${id} and attempts = ${attempts} and failed_at is null`;
  },
  async again({ id, attempts }, { afterMs, reason }) {
    await sql`
      update outbox set due_at = now() + make_interval(secs => ${afterMs / 1_000}), leased_until = null,
        last_error = ${reason}
      where id = ${id} and attempts = ${attempts} and sent_at is null and failed_at is null`;
  },
  async release({ id, attempts }, { afterMs, reason }) {
    await sql`
      update outbox set due_at = now() + make_interval(secs => ${afterMs / 1_000}), leased_until = null,
        last_error = ${reason}, attempts = attempts - 1
      where id = ${id} and attempts = ${attempts} and sent_at is null and failed_at is null`;
  },
  async failed({ id, attempts }, reason) {
    await sql`
      update outbox set failed_at = now(), leased_until = null, last_error = ${reason}
      where id = ${id} and attempts = ${attempts} and sent_at is null`;
  },
  async giveUp({ channels, olderThanSeconds, maxAttempts }) {
    const given = await sql`
      update outbox set failed_at = now(), leased_until = null,
        last_error = case when attempts >= ${maxAttempts} then coalesce(last_error, 'no answer')
          else 'expired' || coalesce(': ' || last_error, '') end
      where sent_at is null and failed_at is null and (leased_until is null or leased_until <= now())
        and channel = any(${[...channels]})
        and (created_at < now() - make_interval(secs => ${olderThanSeconds}) or attempts >= ${maxAttempts})`;
    return given.count;
  },
});
