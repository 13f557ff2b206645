import { startSlack } from "#test/emulators/slack/start.ts";
import type { Channel } from "#test/emulators/slack/types.ts";
import type { ChatPerson, Workplace } from "./screen.ts";

/** Known to nobody outside this machine, and of no worth there. */
export const CHAT_SECRETS = {
  signingSecret: "8f742231b10e8888abcd99ffffff85a5",
  botToken: "xoxb-local-chat",
  telegramToken: "7000001:AAE-emulated_token_of_the_local_chat",
} as const;

export const OPERATORS_CHANNEL = "C1";
export const APPROVALS_CHANNEL = "C2";
export const MANAGERS_CHANNEL = "C3";
const BOT = "U0ACORDO";

export type Seat = { readonly id: string; readonly name: string; readonly role: string };

/** The operators of the made-up provider at their screens, and one whom Acordo does not know. */
export async function openWorkplace(operators: readonly Seat[]): Promise<Workplace> {
  const people = [...operators.map(personAt), STRANGER];
  const members = [...people.map(({ id }) => id), BOT];
  const approvers = operators.filter(({ role }) => role !== "operator").map(({ id }) => id);
  const managers = operators.filter(({ role }) => MANAGERS.has(role)).map(({ id }) => id);
  const channels: readonly Channel[] = [
    { id: OPERATORS_CHANNEL, name: "cobranca", members },
    { id: APPROVALS_CHANNEL, name: "aprovacoes", members: [...approvers, BOT] },
    { id: MANAGERS_CHANNEL, name: "gestores", members: [...managers, BOT] },
  ];
  const slack = await startSlack({ ...CHAT_SECRETS, users: people, channels });
  return { slack, people, channels };
}

const MANAGERS: ReadonlySet<string> = new Set(["manager", "administrator"]);
const ROLES: Readonly<Record<string, string>> = {
  operator: "operador(a)",
  supervisor: "supervisor(a)",
  manager: "gerente",
  administrator: "administrador(a)",
};

const personAt = ({ id, name, role }: Seat): ChatPerson => ({
  id,
  name: id.toLowerCase(),
  realName: name,
  email: `${id.toLowerCase()}@example.com`,
  label: `${name}, ${ROLES[role] ?? role}`,
});

const STRANGER: ChatPerson = {
  ...personAt({ id: "U0STRANGER", name: "Gustavo Prado", role: "" }),
  label: "Gustavo Prado, sem cadastro",
};
