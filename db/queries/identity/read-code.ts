import type { CodeChannel } from "#core/identity/effects.ts";
import type { CustomerId } from "#core/ids.ts";
import type { Sql } from "#db/client.ts";

export type CodeAsked = {
  readonly chat: number;
  readonly customer: CustomerId;
  readonly channel: CodeChannel;
};

export type StandingCode = {
  readonly code: string;
  readonly expiresAtMs: number;
  /** On record now: an e-mail address, or a phone as +5581900000001. */
  readonly to: string;
};

/** The code that the chat asked for last, where it is still that customer's and there is somewhere to send it. */
export async function readCode(
  sql: Sql,
  { chat, customer, channel }: CodeAsked,
): Promise<StandingCode | undefined> {
  const [found] = await sql<StandingCode[]>`
    select i.code, (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAtMs",
      case i.channel when 'email' then c.email else c.mobile end as "to"
    from identity_code i join customer c on c.id = i.customer_id
    where i.chat_id = ${chat} and i.customer_id = ${customer} and i.channel = ${channel}
      and case i.channel when 'email' then c.email else c.mobile end is not null`;
  return found;
}
