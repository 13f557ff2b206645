import type { Config } from "#bot/config.ts";
import { define, toggle } from "../command.ts";
import type { Call } from "../services.ts";

export const serve = define({
  name: "serve",
  help: "Runs everything that runs all day, until it is stopped. A channel without its credentials is off, and says so at start.",
  example: "",
  async work(call) {
    await serveUntilStopped(call);
    return { json: { stopped: true }, text: [] };
  },
});

export const demo = define({
  name: "demo",
  help: "Loads a made-up provider of 2,000 customers, walks one case from classified to a split agreement, and says what to try next.",
  example: "",
  flags: {
    serve: toggle("--serve", "go on as serve does when the walk is over"),
  },
  async work(call, { serve: goesOn }) {
    const { shell } = call;
    await shell.demo(call);
    if (goesOn) await serveUntilStopped(call);
    return { json: { done: true }, text: [] };
  },
});

async function serveUntilStopped(call: Call): Promise<void> {
  const { shell, config } = call;
  for (const { name, needs } of channelsOff(config)) {
    shell.stderr(`${name} is off: set ${needs} to turn it on.\n`);
  }
  await shell.serve(call);
}

/** The channels that have no credentials, and the variables that they need. */
export const channelsOff = ({ slack, telegram, email, sms }: Config) =>
  [
    { name: "Slack", state: slack.state, needs: "SLACK_BOT_TOKEN and SLACK_APP_TOKEN" },
    { name: "Telegram", state: telegram.state, needs: "TELEGRAM_BOT_TOKEN" },
    { name: "E-mail", state: email.state, needs: "SMTP_URL and SMTP_FROM" },
    { name: "SMS", state: sms.state, needs: "SMS_PROVIDER, SMS_TOKEN and SMS_SENDER" },
  ].filter(({ state }) => state === "off");
