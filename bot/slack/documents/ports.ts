import type { DocumentAsked } from "#core/documents/asked.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";

/** What the Slack face prints with; bot/main.ts hands it in. */
export type SlackDocuments = {
  /** A PDF of what may be asked for that day: invoices, or the booklet of an agreement. */
  readonly print: (asked: DocumentAsked) => Promise<Result<Uint8Array, Refusal>>;
};
