import type { Config } from "#bot/config.ts";
import { define } from "../command.ts";
import { Failure } from "../failure.ts";
import type { Call } from "../services.ts";

export const serve = define({
  name: "serve",
  help: "Runs everything that runs all day, until it is stopped. A channel without its credentials is off, and says so at start.",
  example: "",
  async work(call) {
    const { shell } = call;
    if (shell.serve === undefined) throw new Failure("serve is not available yet.");
    announce(call);
    await shell.serve(call);
    return { json: { stopped: true }, text: [] };
  },
});

export const demo = define({
  name: "demo",
  help: "Loads a made-up provider of 2,000 customers, walks one case from classified to a split agreement, and says what to try next.",
  example: "",
  async work(call) {
    const { shell } = call;
    if (shell.demo === undefined) throw new Failure("demo is not available yet.");
    await shell.demo(call);
    if (shell.serve !== undefined) {
      announce(call);
      await shell.serve(call);
    }
    return { json: { done: true }, text: [] };
  },
});

function announce({ shell, config }: Call): void {
  for (const { name, needs } of channelsOff(config)) {
    shell.stderr(`${name} is off: set ${needs} to turn it on.\n`);
  }
}

/** The channels that have no credentials, and the variables that they need. */
export const channelsOff = ({ slack, telegram, email }: Config) =>
  [
    { name: "Slack", state: slack.state, needs: "SLACK_BOT_TOKEN and SLACK_APP_TOKEN" },
    { name: "Telegram", state: telegram.state, needs: "TELEGRAM_BOT_TOKEN" },
    { name: "E-mail", state: email.state, needs: "SMTP_URL and SMTP_FROM" },
  ].filter(({ state }) => state === "off");
