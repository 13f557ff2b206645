import { saveTemplate } from "#core/use-cases/save-template.ts";
import { quoted } from "../../texts/masking.ts";
import { ask, mustHold } from "../call.ts";
import { define, needed, optional } from "../command.ts";
import { Failure } from "../failure.ts";
import { anyText, choice } from "../readers.ts";
import { table } from "../render.ts";

const CHANNEL = needed(
  "--channel <channel>",
  "email, sms or app (Telegram)",
  choice(["email", "sms", "app"] as const),
);
const NAME = needed("--name <name>", "the template's name", anyText);

export const templateSet = define({
  name: "template set",
  help: "Adds a template, or changes the one of that channel and name.",
  example: '--channel sms --name Aviso --body "Olá {{ customer.name }}, fale conosco."',
  flags: {
    channel: CHANNEL,
    name: NAME,
    subject: optional("--subject <text>", "subject of an e-mail (needed there)", anyText),
    body: needed("--body <text>", "the text, with placeholders in {{ }}", anyText),
  },
  async work(call, { channel, name, body, subject = null }) {
    const saved = await ask(call, saveTemplate, { channel, name, subject, body });
    return { json: saved, text: [`Template ${saved.name} (${saved.channel}) is saved.`] };
  },
});

export const templateList = define({
  name: "template list",
  help: "Lists the templates.",
  example: "--json",
  async work(call) {
    await mustHold(call, "template.manage");
    const { templates } = await call.open();
    const rows = (await templates()).map(({ channel, name, subject }) => ({
      channel,
      name,
      subject,
    }));
    return { json: { templates: rows }, text: table(rows) };
  },
});

export const templateShow = define({
  name: "template show",
  help: "Shows a template whole.",
  example: "--channel sms --name Aviso",
  flags: { channel: CHANNEL, name: NAME },
  async work(call, { channel, name }) {
    await mustHold(call, "template.manage");
    const { templates } = await call.open();
    const all = (await templates()).filter((one) => one.channel === channel);
    const found = all.find((one) => one.name === name);
    if (found === undefined) {
      const known = all.map((one) => one.name).join(", ") || "none yet";
      throw new Failure(
        `--name: ${quoted(name)} came; expected a template of ${channel}: ${known}.`,
      );
    }
    const { subject, body } = found;
    return {
      json: { channel, name: found.name, subject, body },
      text: [...(subject === null ? [] : [`Subject: ${subject}`, ""]), body],
    };
  },
});
