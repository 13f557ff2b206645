import { assertNever } from "#core/never.ts";
import { quoted } from "../texts/masking.ts";
import { Failure } from "./failure.ts";
import type { ListRefusal } from "./services.ts";

/** Why a page cannot be shown, by the option that asked for it. */
export function listFailure(refusal: ListRefusal): Failure {
  switch (refusal.code) {
    case "cursor_invalid":
      return new Failure(
        `--after: ${quoted(refusal.got)} came; expected the "next" of an earlier page of this list in this order.`,
      );
    case "limit_out_of_bounds":
      return new Failure(
        `--limit: ${refusal.got} came; expected a whole number from ${refusal.min} to ${refusal.max}.`,
      );
    case "order_unknown":
      return new Failure(
        `--order: "${refusal.got}" came; expected for this panel one of ${refusal.known.join(", ")}.`,
      );
    default:
      return assertNever(refusal);
  }
}
