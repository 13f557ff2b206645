import { ADMINISTRATOR } from "../access/roles.ts";
import { leavesAnAdministrator } from "../administration/operators.ts";
import { isBuiltInOperator } from "../ids.ts";
import type { OperatorRecord, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, refuse } from "../result.ts";
import { checkText } from "./check-text.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

/** Adds an operator, or changes the one with that id. */
export const saveOperator = command<OperatorRecord, OperatorRecord>(
  "operator add",
  "operator.manage",
  async (unit, { input }) => {
    const refusal = await check(unit, input);
    if (refusal !== undefined) return refuse(refusal);
    await unit.saveOperator(input);
    const { id: operator, role, active } = input;
    await record(unit, [{ kind: "operator_saved", data: { operator, role, active } }]);
    return accept(input);
  },
);

async function check(unit: Unit, operator: OperatorRecord): Promise<Refusal | undefined> {
  const { id, name, role, slackUser, active } = operator;
  if (isBuiltInOperator(id)) return { code: "operator_built_in", operator: id };
  const empty = checkText("id", id, 100) ?? checkText("name", name, 150);
  if (empty !== undefined) return empty;
  const { roles } = await unit.catalogue();
  if (!roles.includes(role)) return { code: "role_unknown", got: role, known: roles };
  const holder = slackUser === null ? undefined : await unit.lockSlackUser(slackUser);
  if (!active || role !== ADMINISTRATOR) {
    if (!leavesAnAdministrator(id, await unit.lockAdministrators())) {
      return { code: "last_administrator", operator: id, role: ADMINISTRATOR };
    }
  }
  return slackUser === null || holder === undefined || holder === id
    ? undefined
    : { code: "slack_user_taken", slackUser, operator: holder };
}
