import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import type { Config } from "#bot/config.ts";
import { define } from "../command.ts";
import { Failure } from "../failure.ts";
import { table } from "../render.ts";
import type { Call } from "../services.ts";
import { channelsOff } from "./serve.ts";

type Check = {
  readonly name: string;
  readonly state: "ok" | "off" | "failed";
  readonly detail: string;
  /** What to do about it. */
  readonly mend: string | null;
};

export const doctor = define({
  name: "doctor",
  help: "Says what is configured, reachable and missing, and how to mend it. Secrets are never shown. Exit code 1 when something must be mended.",
  example: "--json",
  async work(call) {
    const checks = [
      node(),
      ...(await database(call)),
      await folder(call.config),
      ok("time zone", `${call.config.timeZone}, today is ${call.today}`),
      ok("address", call.config.http.publicUrl),
      ...channels(call.config),
      ...slackChannels(call.config),
    ];
    const failed = checks.filter(({ state }) => state === "failed");
    if (failed.length > 0 && !call.json) {
      call.shell.stdout(`${table(checks).join("\n")}\n`);
    }
    if (failed.length > 0) {
      throw new Failure(
        failed.map(({ name, detail, mend }) => `${name}: ${detail} ${mend ?? ""}`).join(" "),
      );
    }
    return { json: { ok: true, checks }, text: table(checks) };
  },
});

const ok = (name: string, detail: string): Check => ({ name, state: "ok", detail, mend: null });

const node = (): Check => ok("node", process.version);

async function database({ shell, config }: Call): Promise<Check[]> {
  try {
    const { kind, version, pending } = await shell.inspect(config);
    return [
      ok("database", `${kind}, PostgreSQL ${version}`),
      pending.length === 0
        ? ok("migrations", "up to date")
        : {
            name: "migrations",
            state: "failed",
            detail: `${pending.length} not run: ${pending.join(", ")}.`,
            mend: "Run: npm run -s acordo -- migrate",
          },
    ];
  } catch (error) {
    return [{ name: "database", state: "failed", detail: shell.explain(error), mend: null }];
  }
}

async function folder({ dataFolder }: Config): Promise<Check> {
  try {
    await mkdir(dataFolder, { recursive: true });
    await access(dataFolder, constants.W_OK);
    return ok("data folder", dataFolder);
  } catch {
    return {
      name: "data folder",
      state: "failed",
      detail: `${dataFolder} cannot be written to.`,
      mend: "Set ACORDO_DATA to a folder that can.",
    };
  }
}

const channels = (config: Config): Check[] => {
  const off = channelsOff(config);
  return ["Slack", "Telegram", "E-mail", "SMS"].map((name) => {
    const missing = off.find((channel) => channel.name === name);
    return missing === undefined
      ? ok(name, "configured")
      : { name, state: "off", detail: "no credentials", mend: `Set ${missing.needs}.` };
  });
};

/** Where the app writes in Slack, besides to people themselves. */
const slackChannels = ({ slack }: Config): Check[] =>
  slack.state === "off"
    ? []
    : [
        placeOf("approvals in Slack", slack.approvalsChannel, "SLACK_APPROVALS_CHANNEL"),
        placeOf(
          "operators in Slack",
          slack.operatorsChannel ?? slack.approvalsChannel,
          "SLACK_OPERATORS_CHANNEL",
        ),
        placeOf("managers in Slack", slack.managersChannel, "SLACK_MANAGERS_CHANNEL"),
      ];

const placeOf = (name: string, channel: string | undefined, variable: string): Check =>
  channel === undefined
    ? { name, state: "off", detail: "no channel", mend: `Set ${variable}.` }
    : ok(name, channel);
