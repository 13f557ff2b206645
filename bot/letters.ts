import type { Logger } from "pino";
import type { CodeChannel } from "#core/identity/effects.ts";
import { localMoment } from "#core/law/local-moment.ts";
import type { Ports } from "#core/ports.ts";
import type { Database } from "#db/open.ts";
import { type CodeAsked, readCode } from "#db/queries/identity/read-code.ts";
import { readProvider } from "#db/queries/telegram/read-provider.ts";
import type { Config } from "./config.ts";
import { createMailer } from "./outbound/email/mailer.ts";
import { outboundSenders } from "./outbound/senders.ts";
import { createSmsDriver, type SmsDriver } from "./outbound/sms/driver.ts";
import { SMS_PROVIDERS } from "./outbound/sms/providers.ts";
import type { Senders } from "./sending.ts";
import { createTexts } from "./texts/texts.ts";
import type { Web } from "./web.ts";

export type Letters = {
  readonly senders: Senders;
  close(): void;
};

export type LettersParts = {
  readonly database: Pick<Database, "sql">;
  readonly ports: Ports;
  readonly log: Logger;
  readonly print: Web["print"];
};

/** What leaves for customers besides Telegram: e-mail and text messages, each if it is configured. */
export function openLetters(config: Config, parts: LettersParts): Letters {
  const { email } = config;
  const mailer =
    email.state === "off" ? undefined : createMailer({ url: email.smtpUrl, from: email.from });
  const { database, ports, log, print } = parts;
  const deps = {
    ports,
    log,
    print,
    creditor: () => readProvider(database.sql),
    code: (asked: CodeAsked) => readCode(database.sql, asked),
    texts: createTexts("pt-BR"),
    today: () => localMoment(Date.now(), config.timeZone).date,
    nowMs: Date.now,
  };
  return {
    senders: outboundSenders(deps, { mailer, sms: smsDriver(config) }),
    close: () => mailer?.close(),
  };
}

/** By which customers can be sent a code: those that are configured. */
export const codeChannelsOf = ({ email, sms }: Config): readonly CodeChannel[] => [
  ...(email.state === "off" ? [] : (["email"] as const)),
  ...(sms.state === "off" ? [] : (["sms"] as const)),
];

function smsDriver({ sms }: Config): SmsDriver | undefined {
  if (sms.state === "off") return undefined;
  const { provider, token, sender } = sms;
  return createSmsDriver(SMS_PROVIDERS[provider], { token, sender });
}
