import { webApi } from "@slack/bolt";
import { type Delivered, SENT, type Senders } from "../sending.ts";
import { postApproval, updateApproval } from "./approvals/approval-messages.ts";
import { critiqueMessage } from "./approvals/critique-message.ts";
import { decisionMessage } from "./approvals/decision-message.ts";
import { replacedPaidMessage } from "./approvals/replaced-paid-message.ts";
import { slackLogger } from "./bolt-logger.ts";
import {
  tellClosed,
  tellDispute,
  tellMessage,
  tellOfferHanded,
  tellReceipt,
} from "./conversations/senders.ts";
import type { SlackDeps } from "./deps.ts";
import { postScheduledChart, sendManagerDigest, sendOperatorDigest } from "./digest/senders.ts";
import { postOnce } from "./post-once.ts";
import { leftOverMessage, reversedMessage } from "./returns/notices.ts";

export type OutboundOptions = {
  readonly botToken: string;
  /** Another address of the Web API, for tests and the local chat pages. */
  readonly apiUrl?: string | undefined;
  /** Without it approvals and critiques have no place to go, and wait. */
  readonly approvalsChannel?: string | undefined;
  /** Where operators answer customers; without it, in the approvals' channel. */
  readonly operatorsChannel?: string | undefined;
  /** Without it managers are told nothing. */
  readonly managersChannel?: string | undefined;
};

/** What goes to the operators, in their channel and to them alone. */
export function slackSenders(deps: SlackDeps, options: OutboundOptions): Senders {
  const client = oneTryClient(deps, options);
  const { approvalsChannel: channel, managersChannel } = options;
  const approval = { deps, client };
  const personal: Senders = {
    tell_operator_decision: ({ agreement }) =>
      delivered(async () => {
        const decided = await updateApproval(approval, agreement);
        const slackUser = decided?.authorSlackUser;
        if (decided === undefined || slackUser == null) return;
        const message = decisionMessage(decided, deps.texts);
        await client.chat.postMessage({ channel: slackUser, ...message });
      }),
    send_operator_digest: (effect) => delivered(() => sendOperatorDigest(approval, effect)),
    ...(managersChannel === undefined
      ? {}
      : {
          send_manager_digest: ({ day }) =>
            delivered(() => sendManagerDigest(approval, { channel: managersChannel, day })),
          post_chart: ({ chart, day }) =>
            delivered(() => postScheduledChart(approval, { channel: managersChannel, chart, day })),
        }),
  };
  const talk = conversationSenders(approval, options.operatorsChannel ?? channel);
  if (channel === undefined) return { ...personal, ...talk };
  return {
    ...personal,
    ...talk,
    ask_approval: ({ agreement }) =>
      delivered(() => postApproval(approval, { agreement, channel })),
    tell_operators_spc_critique: ({ invoice, removeBy }) =>
      delivered(async () => {
        const found = await deps.reads.bureauInvoice(invoice);
        if (found?.live == null) return;
        await client.chat.postMessage({
          channel,
          ...critiqueMessage({ invoice: found, removeBy }, deps.texts),
        });
      }),
    tell_operators_replaced_paid: ({ invoice, agreement }) =>
      delivered(async () => {
        const found = await deps.reads.bureauInvoice(invoice);
        if (found === undefined) return;
        const message = replacedPaidMessage({ invoice: found, agreement }, deps.texts);
        await client.chat.postMessage({ channel, ...message });
      }),
  };
}

/** What customers ask, send and say, to whoever answers them. */
function conversationSenders(
  { deps, client }: { readonly deps: SlackDeps; readonly client: webApi.WebClient },
  channel: string | undefined,
): Senders {
  if (channel === undefined) return {};
  const where = { deps, client, channel };
  return {
    tell_operators_offer_handed: ({ negotiation }) =>
      delivered(() => tellOfferHanded(where, negotiation)),
    tell_operators_receipt: ({ receipt }) => delivered(() => tellReceipt(where, receipt)),
    tell_operators_left_over: (effect) =>
      delivered(() =>
        postOnce(where, {
          about: `left-over:${effect.file}`,
          channel,
          message: leftOverMessage(effect, deps.texts),
        }),
      ),
    tell_operators_payment_reversed: (effect) =>
      delivered(async () => {
        const found = await deps.reads.bureauInvoice(effect.invoice);
        if (found === undefined) return;
        const message = reversedMessage(effect, found, deps.texts);
        await client.chat.postMessage({ channel, ...message });
      }),
    tell_operators_dispute: ({ dispute }) => delivered(() => tellDispute(where, dispute)),
    tell_operators_message: ({ message }) => delivered(() => tellMessage(where, message)),
    tell_operators_conversation_closed: ({ conversation }) =>
      delivered(() => tellClosed(where, conversation)),
  };
}

/** The relay does the waiting: a client that waits by itself would hold up all that comes after. */
const oneTryClient = (deps: SlackDeps, { botToken, apiUrl }: OutboundOptions): webApi.WebClient =>
  new webApi.WebClient(botToken, {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: slackLogger(deps.log),
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  });

async function delivered(send: () => Promise<unknown>): Promise<Delivered> {
  try {
    await send();
    return SENT;
  } catch (error) {
    return outcomeOf(error);
  }
}

/** By the errors of @slack/web-api; what is none of them goes on to the relay, which logs it. */
export function outcomeOf(error: unknown): Delivered {
  const { code, data, retryAfter, statusCode } = error as SlackError;
  switch (code) {
    case "slack_webapi_rate_limited_error":
      return { outcome: "limited", reason: "ratelimited", afterMs: (retryAfter ?? 1) * 1_000 };
    case "slack_webapi_platform_error": {
      const reason = data?.error ?? "unknown";
      return { outcome: FINAL.has(reason) ? "failed" : "again", reason };
    }
    case "slack_webapi_http_error":
      return { outcome: "again", reason: `HTTP ${statusCode}` };
    case "slack_webapi_request_error":
      return { outcome: "again", reason: "no answer" };
    default:
      throw error;
  }
}

type SlackError = {
  readonly code?: string;
  readonly data?: { readonly error?: string };
  readonly retryAfter?: number;
  readonly statusCode?: number;
};

/** The place or the message itself is wrong. A token that is refused is not among them: it can be put right. */
const FINAL: ReadonlySet<string> = new Set([
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "user_not_found",
  "user_disabled",
  "cannot_dm_bot",
  "restricted_action",
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_arguments",
  "msg_too_long",
  "msg_blocks_too_long",
  "no_text",
]);
