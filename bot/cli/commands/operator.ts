import type { OperatorId } from "#core/ids.ts";
import { saveOperator } from "#core/use-cases/save-operator.ts";
import { ask, mustHold } from "../call.ts";
import { define, needed, optional, toggle } from "../command.ts";
import { anyText, id, text } from "../readers.ts";
import { table } from "../render.ts";

export const operatorAdd = define({
  name: "operator add",
  help: "Adds an operator, or changes the one with that id as a whole (what is left out is cleared).",
  example: '--id ana --name "Ana Souza" --role supervisor --slack-user U024BE7LH',
  flags: {
    id: needed("--id <id>", "the operator's id", id<OperatorId>("an operator's id")),
    name: needed("--name <name>", "the operator's name", anyText),
    role: needed("--role <role>", "operator, supervisor, manager or administrator", text(100)),
    email: optional("--email <address>", "e-mail address", text(300)),
    slackUser: optional("--slack-user <id>", "the operator's user id in Slack", text(100)),
    inactive: toggle("--inactive", "may not act any more"),
  },
  async work(call, { inactive, email = null, slackUser = null, ...rest }) {
    const saved = await ask(call, saveOperator, { ...rest, email, slackUser, active: !inactive });
    return { json: saved, text: [`Operator ${saved.id} is saved.`, ...table([saved])] };
  },
});

export const operatorList = define({
  name: "operator list",
  help: "Lists the operators.",
  example: "--json",
  async work(call) {
    await mustHold(call, "operator.manage");
    const { operators } = await call.open();
    const rows = await operators();
    return { json: { operators: rows }, text: table(rows) };
  },
});
