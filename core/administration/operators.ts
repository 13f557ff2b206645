import { ADMINISTRATOR } from "../access/roles.ts";
import type { OperatorId } from "../ids.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { Saved } from "./change.ts";

export type OperatorState = {
  readonly id: OperatorId;
  readonly name: string;
  readonly role: string;
  readonly active: boolean;
};

export type DeactivationRefusal =
  | { readonly code: "own_operator"; readonly operator: OperatorId }
  | { readonly code: "last_administrator"; readonly operator: OperatorId; readonly role: string };

/** `administrators`: the active ones. */
export type DeactivationFacts = {
  readonly actor: OperatorId;
  readonly administrators: readonly OperatorId[];
};

/** Nobody locks the door from outside: not oneself, and not the last who could let others in. */
export function decideOperatorDeactivation(
  before: OperatorState,
  { actor, administrators }: DeactivationFacts,
): Result<Saved<OperatorState>, DeactivationRefusal> {
  const { id: operator } = before;
  if (operator === actor) return refuse({ code: "own_operator", operator });
  return leavesAnAdministrator(operator, administrators)
    ? accept({ before, after: { ...before, active: false } })
    : refuse({ code: "last_administrator", operator, role: ADMINISTRATOR });
}

/** Is there still one when this operator is none any more? Whoever is none takes none away. */
export const leavesAnAdministrator = (
  operator: OperatorId,
  administrators: readonly OperatorId[],
): boolean =>
  !administrators.includes(operator) || administrators.some((other) => other !== operator);
