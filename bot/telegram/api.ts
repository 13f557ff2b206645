import { Api, GrammyError, HttpError, type Transformer } from "grammy";
import { LIMITS } from "./limits.ts";
import { createPace, type Pace } from "./pace.ts";

export type ApiOptions = {
  readonly botToken: string;
  /** Another address of the Bot API, for tests and the local chat pages. */
  readonly apiRoot?: string | undefined;
  /** Another pace than Telegram's, for tests. */
  readonly pace?: { readonly perSecond: number; readonly perChatMs: number } | undefined;
};

export type Apis = {
  /** For answers to people: waits out a limit and a passing fault by itself. */
  readonly talking: Api;
  /** For the outbox, whose relay does the waiting: one try. */
  readonly once: Api;
};

const TIMEOUT_SECONDS = 20;

/** Both keep to one pace. */
export function createApis({ botToken, apiRoot, pace: asked = LIMITS }: ApiOptions): Apis {
  const client = { timeoutSeconds: TIMEOUT_SECONDS, ...(apiRoot === undefined ? {} : { apiRoot }) };
  const { perSecond, perChatMs } = asked;
  const pace = createPace({ perSecond, perChatMs, nowMs: () => performance.now(), sleep });
  const talking = new Api(botToken, client);
  talking.config.use(paced(pace), patient(pace));
  const once = new Api(botToken, client);
  once.config.use(paced(pace), watchful(pace));
  return { talking, once };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Edits, deletions and answers to presses are not messages: they count overall only. */
const SENDING = /^send(?!ChatAction)/;
const UNCOUNTED = /^(get|set|delete)|^answerCallbackQuery$/;

const paced =
  (pace: Pace): Transformer =>
  async (prev, method, payload, signal) => {
    if (UNCOUNTED.test(method)) return await prev(method, payload, signal);
    const chat = SENDING.test(method) ? chatIn(payload) : undefined;
    await pace.turn(chat);
    try {
      return await prev(method, payload, signal);
    } finally {
      if (chat !== undefined) pace.done(chat);
    }
  };

const chatIn = (payload: object): number | undefined =>
  "chat_id" in payload ? Number(payload.chat_id) : undefined;

const TRIES = 4;
const LONGEST_PATIENCE_S = 60;
const FIRST_WAIT_MS = 250;

/** A message may arrive twice when only its answer was lost: better than not at all. */
const patient =
  (pace: Pace): Transformer =>
  async (prev, method, payload, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === TRIES;
      try {
        const answer = await prev(method, payload, signal);
        const wait = answer.ok ? undefined : waitFor(answer, attempt);
        if (wait === undefined || isLast) return answer;
        if (!answer.ok && answer.error_code === 429) pace.pause(wait);
        await sleep(wait);
      } catch (error) {
        if (isLast || signal?.aborted === true) throw error;
        await sleep(FIRST_WAIT_MS * 2 ** attempt);
      }
    }
  };

/** Tells the pace of a limit, and lets whoever called do the rest. */
const watchful =
  (pace: Pace): Transformer =>
  async (prev, method, payload, signal) => {
    const answer = await prev(method, payload, signal);
    if (!answer.ok && answer.error_code === 429) pace.pause(retryAfterMs(answer));
    return answer;
  };

type ApiFailure = { readonly error_code: number; readonly parameters?: { retry_after?: number } };

function waitFor(failure: ApiFailure, attempt: number): number | undefined {
  const { error_code: status } = failure;
  if (status === 429) {
    const ms = retryAfterMs(failure);
    return ms <= LONGEST_PATIENCE_S * 1_000 ? ms : undefined;
  }
  return status >= 500 ? FIRST_WAIT_MS * 2 ** attempt : undefined;
}

export const retryAfterMs = ({ parameters }: Pick<ApiFailure, "parameters">): number =>
  (parameters?.retry_after ?? 1) * 1_000;

/** What Telegram's API refused a call with; undefined: it was something else. */
export const refusalOf = (error: unknown): GrammyError | undefined =>
  error instanceof GrammyError ? error : undefined;

export const isSilence = (error: unknown): boolean => error instanceof HttpError;

/** For a log. grammY's errors carry what was to be said to whom, and those of the network the address with the token. */
export function safeError(error: unknown): unknown {
  if (error instanceof GrammyError) {
    return new Error(`${error.method}: ${error.error_code} ${error.description}`);
  }
  return error instanceof HttpError ? new Error(error.message) : error;
}
