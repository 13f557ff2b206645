import pino from "pino";
import { type Relay, relayOnce } from "#bot/scheduler/relay.ts";
import { slackSenders } from "#bot/slack/outbound.ts";
import { createOutbox } from "#db/outbox.ts";
import { must } from "#test/support/desk.ts";
import { type Asked, single } from "#test/support/proposals.ts";
import { type Office, SLACK_SECRETS } from "#test/support/slack-office.ts";

/** `aprovacoes`, where carla and diego are. */
export const APPROVALS = "C2";

type RelayOptions = {
  readonly channel?: string | undefined;
  readonly managersChannel?: string | undefined;
  readonly operatorsChannel?: string | undefined;
};

export const theRelay = (
  { database, deps, slack }: Office,
  { channel = APPROVALS, managersChannel, operatorsChannel }: RelayOptions = {},
): Relay => ({
  outbox: createOutbox(database.sql),
  senders: slackSenders(deps, {
    botToken: SLACK_SECRETS.botToken,
    apiUrl: slack.apiUrl,
    approvalsChannel: channel,
    managersChannel,
    operatorsChannel,
  }),
  log: pino({ level: "silent" }),
  random: () => 0.5,
});

/** Everything that is due, as the relay of `serve` does it. */
export async function relayAll(office: Office, options?: RelayOptions): Promise<number> {
  return relayOnce(theRelay(office, options));
}

/** An agreement of somebody with more discount than an operator may give; its number. */
export async function askedFor(
  office: Office,
  { as = "ana", discount = "20" }: { as?: string; discount?: string } = {},
): Promise<number> {
  await office.customer("C1", {
    owing: { A: ["100.00", "2026-05-04"], B: ["200.00", "2026-06-04"] },
  });
  await office.negotiate("C1");
  const asked: Asked = { discount };
  const { agreement } = must(
    await office.agree("C1", ["A", "B"], single("2026-07-15", asked), { as }),
  );
  if (agreement === null) throw new Error("no number");
  return agreement;
}

export type OutboxRow = {
  readonly kind: string;
  readonly attempts: number;
  readonly sent: boolean;
  readonly failed: boolean;
  readonly error: string | null;
  readonly waits: boolean;
};

export const outboxRows = async ({ database: { sql } }: Office): Promise<OutboxRow[]> =>
  (
    await sql<OutboxRow[]>`
      select effect ->> 'kind' as kind, attempts, sent_at is not null as sent, failed_at is not null as failed,
        last_error as error, due_at > now() as waits
      from outbox order by id`
  ).map((row) => ({ ...row }));

/** As if the time had passed: what waits is due, and no lease stands. */
export async function becomesDue({ database: { sql } }: Office): Promise<void> {
  await sql`update outbox set due_at = now() - interval '1 second', leased_until = null where sent_at is null`;
}
