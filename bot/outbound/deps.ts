import type { Logger } from "pino";
import type { CivilDate } from "#core/calendar.ts";
import type { DocumentAsked } from "#core/documents/asked.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";

/** Who writes: on every collection document (CDC art. 42-A). Empty where nobody has set it. */
export type Creditor = { readonly name: string; readonly address: string; readonly taxId: string };

export type OutboundDeps = {
  readonly ports: Ports;
  readonly creditor: () => Promise<Creditor>;
  readonly print: (asked: DocumentAsked) => Promise<Result<Uint8Array, Refusal>>;
  readonly today: () => CivilDate;
  readonly nowMs: () => number;
  readonly log: Logger;
};
