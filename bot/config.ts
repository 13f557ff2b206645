import { existsSync } from "node:fs";
import { isIP, isIPv4 } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { accept, type Result, refuse } from "#core/result.ts";
import { SMS_PROVIDER_NAMES, type SmsProviderName } from "./sms-providers.ts";

/** Everything that the environment says, read once at the entry point and passed on as values. */
export type Config = {
  /** Undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly timeZone: string;
  /** Of the command line. */
  readonly language: Language;
  readonly logLevel: LogLevel;
  /** Of the browser that makes PDFs; undefined: the one from npm, or one that is installed. */
  readonly browserPath: string | undefined;
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    /** Whose word on where a request comes from is taken. */
    readonly trustedProxies: readonly string[];
  };
  readonly slack: SlackConfig;
  readonly telegram: TelegramConfig;
  readonly email: EmailConfig;
  readonly sms: SmsConfig;
};

export type Language = (typeof LANGUAGES)[number];
export type LogLevel = (typeof LOG_LEVELS)[number];

type Off = { readonly state: "off" };

export type SlackConfig =
  | Off
  | {
      readonly state: "configured";
      readonly botToken: string;
      /** Where approvals are asked for and critiques are told. */
      readonly approvalsChannel?: string | undefined;
      /** Where customers' proposals, receipts and conversations are answered; without it, where approvals are. */
      readonly operatorsChannel?: string | undefined;
      /** Where managers read the daily digest and the charts. */
      readonly managersChannel?: string | undefined;
      readonly transport:
        | { readonly kind: "socket"; readonly appToken: string }
        | { readonly kind: "http"; readonly signingSecret: string };
    };

export type TelegramConfig =
  | Off
  | {
      readonly state: "configured";
      readonly botToken: string;
      readonly transport:
        | { readonly kind: "polling" }
        | { readonly kind: "webhook"; readonly secret: string };
    };

export type EmailConfig =
  | Off
  | { readonly state: "configured"; readonly smtpUrl: string; readonly from: string };

export type SmsConfig =
  | Off
  | {
      readonly state: "configured";
      readonly provider: SmsProviderName;
      readonly token: string;
      /** As the provider knows the sender. */
      readonly sender: string;
    };

export type ConfigProblem = {
  readonly variable: string;
  /** What stands there, as far as it may be shown. */
  readonly came: string;
  readonly expected: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** All that is wrong at once, so that nobody corrects one line after the other. */
export function parseConfig(env: Environment): Result<Config, readonly ConfigProblem[]> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = VARIABLES.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => problemAt(String(issue.path[0]), given)),
    ...incompleteChannels(given),
    ...unknownNames(given),
  ];
  return parsed.success && problems.length === 0 ? accept(toConfig(parsed.data)) : refuse(problems);
}

/** For entry points. What the environment already has wins over `.env`, as with every tool that reads one. */
export function loadConfig(folder = process.cwd()): Result<Config, readonly ConfigProblem[]> {
  const file = join(folder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return parseConfig(process.env);
}

export const describeProblem = ({ variable, came, expected }: ConfigProblem): string =>
  `${variable}: ${came}. Expected ${expected}. Change it in .env or the environment; .env.example explains it.`;

const LANGUAGES = ["en", "pt-BR"] as const;
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const VARIABLES = z.object({
  DATABASE_URL: z.string().refine(isUrlOf("postgres:", "postgresql:")).optional(),
  ACORDO_DATA: z.string().default(".data"),
  ACORDO_TIME_ZONE: z.string().refine(isTimeZone).default("America/Sao_Paulo"),
  ACORDO_LANG: z.enum(LANGUAGES).default("en"),
  ACORDO_PUBLIC_URL: z.string().refine(isUrlOf("http:", "https:")).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  PUPPETEER_EXECUTABLE_PATH: z.string().optional(),
  HTTP_HOST: z.string().default("127.0.0.1"),
  HTTP_PORT: z
    .stringFormat("port", (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535)
    .default("8080"),
  HTTP_TRUSTED_PROXIES: z
    .string()
    .refine((text) => networksIn(text).every(isNetwork))
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith("xoxb-").optional(),
  SLACK_APP_TOKEN: z.string().startsWith("xapp-").optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i)
    .optional(),
  SLACK_APPROVALS_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/)
    .optional(),
  SLACK_OPERATORS_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/)
    .optional(),
  SLACK_MANAGERS_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/)
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{30,}$/)
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional(),
  SMTP_URL: z.string().refine(isUrlOf("smtp:", "smtps:")).optional(),
  SMTP_FROM: z.string().includes("@").optional(),
  SMS_PROVIDER: z.enum(SMS_PROVIDER_NAMES).optional(),
  SMS_TOKEN: z.string().optional(),
  SMS_SENDER: z.string().optional(),
});

type Variables = z.infer<typeof VARIABLES>;
type Name = keyof Variables;

const EXPECTED: Record<Name, string> = {
  DATABASE_URL: "postgres://user:password@host:5432/database, or nothing for the embedded database",
  ACORDO_DATA: "a folder",
  ACORDO_TIME_ZONE: "the IANA name of a time zone, such as America/Sao_Paulo",
  ACORDO_LANG: `one of ${LANGUAGES.join(", ")}`,
  ACORDO_PUBLIC_URL:
    "the address under which people reach this server, such as https://acordo.example",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
  PUPPETEER_EXECUTABLE_PATH: "the path of a Chrome or Chromium",
  HTTP_HOST: "an address of this machine",
  HTTP_PORT: "a port number from 0 (any free one) to 65535",
  HTTP_TRUSTED_PROXIES: "addresses or networks, separated by commas, such as 127.0.0.1,10.0.0.0/8",
  SLACK_BOT_TOKEN: "the app's bot token, which begins with xoxb-",
  SLACK_APP_TOKEN: "an app-level token for Socket Mode, which begins with xapp-",
  SLACK_SIGNING_SECRET: "the app's signing secret, 32 hexadecimal digits",
  SLACK_APPROVALS_CHANNEL: "a channel's id, such as C0123456789",
  SLACK_OPERATORS_CHANNEL: "a channel's id, such as C0123456789",
  SLACK_MANAGERS_CHANNEL: "a channel's id, such as C0123456789",
  TELEGRAM_BOT_TOKEN: "the token that BotFather gave, such as 123456789:AA…",
  TELEGRAM_WEBHOOK_SECRET: "1 to 256 letters, digits, _ or -",
  SMTP_URL: "smtp://user:password@host:587 or smtps://user:password@host:465",
  SMTP_FROM: 'the sender\'s address, such as "Cobrança <cobranca@provedor.example>"',
  SMS_PROVIDER: `one of ${SMS_PROVIDER_NAMES.join(", ")}`,
  SMS_TOKEN: "the token that the provider gave",
  SMS_SENDER: "the sender's name or number, as agreed with the provider",
};

/** Shown to nobody, for whoever reads the terminal may not be whoever holds the account. */
const SECRET: ReadonlySet<string> = new Set<Name>([
  "DATABASE_URL",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "SMTP_URL",
  "SMS_TOKEN",
]);

function toConfig(env: Variables): Config {
  const [host, port] = [env.HTTP_HOST, Number(env.HTTP_PORT)];
  return {
    databaseUrl: env.DATABASE_URL,
    dataFolder: resolve(env.ACORDO_DATA),
    timeZone: env.ACORDO_TIME_ZONE,
    language: env.ACORDO_LANG,
    logLevel: env.LOG_LEVEL,
    browserPath: env.PUPPETEER_EXECUTABLE_PATH,
    http: {
      host,
      port,
      publicUrl: env.ACORDO_PUBLIC_URL ?? `http://${host}:${port}`,
      trustedProxies: networksIn(env.HTTP_TRUSTED_PROXIES ?? ""),
    },
    slack: slackOf(env),
    telegram: telegramOf(env),
    email:
      env.SMTP_URL && env.SMTP_FROM
        ? { state: "configured", smtpUrl: env.SMTP_URL, from: env.SMTP_FROM }
        : OFF,
    sms: smsOf(env),
  };
}

const OFF: Off = { state: "off" };

/** Socket Mode when both are there: it needs no address that Slack can reach. */
function slackOf(env: Variables): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = env;
  if (!botToken) return OFF;
  const configured = {
    state: "configured",
    botToken,
    ...(env.SLACK_APPROVALS_CHANNEL ? { approvalsChannel: env.SLACK_APPROVALS_CHANNEL } : {}),
    ...(env.SLACK_OPERATORS_CHANNEL ? { operatorsChannel: env.SLACK_OPERATORS_CHANNEL } : {}),
    ...(env.SLACK_MANAGERS_CHANNEL ? { managersChannel: env.SLACK_MANAGERS_CHANNEL } : {}),
  } as const;
  if (appToken) return { ...configured, transport: { kind: "socket", appToken } };
  const signingSecret = env.SLACK_SIGNING_SECRET;
  if (!signingSecret) return OFF;
  return { ...configured, transport: { kind: "http", signingSecret } };
}

function telegramOf(env: Variables): TelegramConfig {
  const { TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_WEBHOOK_SECRET: secret } = env;
  if (!botToken) return OFF;
  const transport = secret
    ? ({ kind: "webhook", secret } as const)
    : ({ kind: "polling" } as const);
  return { state: "configured", botToken, transport };
}

function smsOf({
  SMS_PROVIDER: provider,
  SMS_TOKEN: token,
  SMS_SENDER: sender,
}: Variables): SmsConfig {
  return provider && token && sender ? { state: "configured", provider, token, sender } : OFF;
}

function problemAt(name: string, given: Environment): ConfigProblem {
  const value = given[name] ?? "";
  const came = SECRET.has(name) ? `${value.length} characters, not shown` : JSON.stringify(value);
  return { variable: name, came, expected: EXPECTED[name as Name] };
}

/** A channel half set up would stay silently off. Each: what is missing, and that which asks for it. */
function incompleteChannels(given: Environment): ConfigProblem[] {
  const slackTransport = given.SLACK_APP_TOKEN ?? given.SLACK_SIGNING_SECRET;
  const needs: readonly [missing: Name, because: Name | undefined][] = [
    ["SLACK_BOT_TOKEN", firstGiven(given, SLACK_PARTS)],
    ["SLACK_APP_TOKEN", slackTransport ? undefined : "SLACK_BOT_TOKEN"],
    ["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"],
    ["ACORDO_PUBLIC_URL", "TELEGRAM_WEBHOOK_SECRET"],
    ["SMTP_URL", "SMTP_FROM"],
    ["SMTP_FROM", "SMTP_URL"],
    ["SMS_PROVIDER", firstGiven(given, SMS_PARTS)],
    ["SMS_TOKEN", firstGiven(given, SMS_PARTS)],
    ["SMS_SENDER", firstGiven(given, SMS_PARTS)],
  ];
  return needs.flatMap(([missing, because]) =>
    because === undefined || given[missing] || !given[because]
      ? []
      : [
          {
            variable: missing,
            came: "nothing",
            expected: `${alternatives(missing)}, since ${because} is set`,
          },
        ],
  );
}

const alternatives = (missing: Name): string =>
  missing === "SLACK_APP_TOKEN"
    ? `${EXPECTED.SLACK_APP_TOKEN}, or SLACK_SIGNING_SECRET for HTTP`
    : EXPECTED[missing];

const SLACK_PARTS = [
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_APPROVALS_CHANNEL",
  "SLACK_OPERATORS_CHANNEL",
  "SLACK_MANAGERS_CHANNEL",
] as const;

const SMS_PARTS = ["SMS_PROVIDER", "SMS_TOKEN", "SMS_SENDER"] as const;

const firstGiven = (given: Environment, names: readonly Name[]): Name | undefined =>
  names.find((name) => given[name]);

/** A name misspelt would leave its default in force: another time zone, another database. */
function unknownNames(given: Environment): ConfigProblem[] {
  const ours = Object.keys(VARIABLES.shape).filter((name) => name.startsWith("ACORDO_"));
  return Object.keys(given)
    .filter((name) => name.startsWith("ACORDO_") && !ours.includes(name))
    .map((variable) => ({
      variable,
      came: "an unknown name",
      expected: `one of ${ours.join(", ")}`,
    }));
}

function isUrlOf(...protocols: string[]): (text: string) => boolean {
  return (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

const networksIn = (text: string): readonly string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** An address, or a network such as 10.0.0.0/8; one of no bits would be the whole world. */
function isNetwork(text: string): boolean {
  const [address = "", bits, more] = text.split("/");
  if (isIP(address) === 0 || more !== undefined) return false;
  if (bits === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128);
}

/** Offsets such as -03:00 are refused: they know no summer time, which may come back. */
function isTimeZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
