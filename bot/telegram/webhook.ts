import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import type { Update } from "grammy/types";
import type { Logger } from "pino";

export const TELEGRAM_PATH = "/telegram/webhook";
const SECRET_HEADER = "x-telegram-bot-api-secret-token";
const BODY_LIMIT_BYTES = 1_048_576;

export type WebhookOptions = {
  readonly secret: string;
  readonly keep: (update: Update) => Promise<void>;
  readonly log: Logger;
};

/**
 * Takes updates on the Fastify server: 401 without the secret, 200 once it is kept, 500 when it could not be, so that Telegram
 * brings it again. It is answered for afterwards: nothing that goes wrong there reaches Telegram or the process.
 */
export const webhookPlugin =
  ({ secret, keep, log }: WebhookOptions): FastifyPluginAsync =>
  async (scope: FastifyInstance) => {
    scope.post(TELEGRAM_PATH, {
      bodyLimit: BODY_LIMIT_BYTES,
      // Before the body is read: a stranger's is none of our business.
      onRequest: async (request, reply) => {
        if (!isSame(request.headers[SECRET_HEADER], secret)) return reply.code(401).send();
      },
      handler: async (request, reply) => {
        const update = request.body;
        if (!isUpdate(update)) return reply.code(400).send();
        try {
          await keep(update);
        } catch (error) {
          log.error({ err: error }, "Telegram: an update could not be kept");
          return reply.code(500).send();
        }
        return reply.code(200).send();
      },
    });
  };

/** In the same time whatever is wrong with it. */
function isSame(given: unknown, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return typeof given === "string" && timingSafeEqual(digest(given), digest(secret));
}

const isUpdate = (body: unknown): body is Update =>
  typeof body === "object" &&
  body !== null &&
  Number.isSafeInteger((body as { update_id?: unknown }).update_id);
