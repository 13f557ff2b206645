import type { CivilDate } from "../calendar.ts";
import type { InvoiceState } from "../collection/invoice.ts";
import type { AgreementNumber, InvoiceId } from "../ids.ts";
import { legalGate } from "../law/gate.ts";
import type { RegistrationFacts } from "../law/register-spc.ts";
import type { Law } from "../law/settings.ts";
import type { From, Refused } from "../law/verdict.ts";
import { accept, type Result, refuse } from "../result.ts";

/** What the register asks for besides the law. */
export type RegistrationRequest = {
  readonly invoice: InvoiceId;
  readonly state: InvoiceState;
  /** The agreement that awaits the invoice's payment. */
  readonly agreement: AgreementNumber | null;
  /** The invoice's live record. */
  readonly liveRecord: number | null;
  readonly legal: RegistrationFacts;
  readonly details: string;
};

export type DetailsRefusal =
  | { readonly code: "details_empty" }
  | { readonly code: "details_too_long"; readonly length: number; readonly max: number };

export type RegistrationRefusal =
  | { readonly code: "spc_not_of_agreement"; readonly invoice: InvoiceId }
  | { readonly code: "spc_invoice_paid"; readonly invoice: InvoiceId }
  | {
      readonly code: "spc_invoice_not_open";
      readonly invoice: InvoiceId;
      readonly state: InvoiceState;
    }
  | {
      readonly code: "spc_already_registered";
      readonly invoice: InvoiceId;
      readonly record: number;
    }
  | DetailsRefusal
  | {
      readonly code: "law_refuses";
      readonly invoice: InvoiceId;
      readonly verdict: Refused | From;
    };

/** May the invoice be registered? Accepted with the details as they are to be kept. */
export function decideRegistration(
  request: RegistrationRequest,
  today: CivilDate,
  law: Law,
): Result<{ readonly details: string }, RegistrationRefusal> {
  const { invoice, state, agreement, liveRecord } = request;
  if (agreement === null) return refuse({ code: "spc_not_of_agreement", invoice });
  if (state === "paid") return refuse({ code: "spc_invoice_paid", invoice });
  if (state !== "open") return refuse({ code: "spc_invoice_not_open", invoice, state });
  if (liveRecord !== null) {
    return refuse({ code: "spc_already_registered", invoice, record: liveRecord });
  }
  const details = readDetails(request.details);
  if (!details.ok) return details;
  const verdict = legalGate({ act: "register in SPC", facts: request.legal, today }, law);
  return verdict.answer === "allowed"
    ? accept({ details: details.value })
    : refuse({ code: "law_refuses", invoice, verdict });
}

export type RemovalRequest = {
  readonly invoice: InvoiceId;
  readonly liveRecord: number | null;
  readonly details: string;
};

export type RemovalRefusal =
  | { readonly code: "spc_not_registered"; readonly invoice: InvoiceId }
  | DetailsRefusal;

/** Removing is always lawful: only the record and its details are asked for. */
export function decideRemoval({
  invoice,
  liveRecord,
  details,
}: RemovalRequest): Result<{ readonly record: number; readonly details: string }, RemovalRefusal> {
  if (liveRecord === null) return refuse({ code: "spc_not_registered", invoice });
  const read = readDetails(details);
  return read.ok ? accept({ record: liveRecord, details: read.value }) : read;
}

/** What people write of a registration or a removal at the bureau, in characters. */
export const DETAILS_MAX = 2_000;

function readDetails(text: string): Result<string, DetailsRefusal> {
  const details = text.trim();
  if (details === "") return refuse({ code: "details_empty" });
  const length = [...details].length;
  return length > DETAILS_MAX
    ? refuse({ code: "details_too_long", length, max: DETAILS_MAX })
    : accept(details);
}
