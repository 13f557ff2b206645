/** Outcome of a rule that may refuse. Refusals are values: a caller cannot forget one. */
export type Result<Value, Refused> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refused };

export const accept = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const refuse = <Refused>(refusal: Refused): Result<never, Refused> => ({
  ok: false,
  refusal,
});
