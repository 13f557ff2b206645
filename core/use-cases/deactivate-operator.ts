import { changes } from "../administration/change.ts";
import { decideOperatorDeactivation, type OperatorState } from "../administration/operators.ts";
import { isBuiltInOperator, type OperatorId } from "../ids.ts";
import { accept, refuse } from "../result.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

export type DeactivateOperator = { readonly operator: OperatorId };

/** Lets somebody in no more. What the person did, and the customers assigned, stay. */
export const deactivateOperator = command<DeactivateOperator, OperatorState>(
  "operator deactivate",
  "operator.manage",
  async (unit, { input, actor }) => {
    if (isBuiltInOperator(input.operator)) return refuse({ code: "operator_built_in", ...input });
    const administrators = await unit.lockAdministrators();
    const operator = await unit.lockOperator(input.operator);
    if (operator === undefined) return refuse({ code: "operator_unknown", ...input });
    const change = decideOperatorDeactivation(operator, { actor, administrators });
    if (!change.ok) return change;
    const { after } = change.value;
    if (changes(change.value)) {
      await unit.deactivateOperator(after.id);
      await record(unit, [{ kind: "operator_deactivated", data: change.value }]);
    }
    return accept(after);
  },
);
