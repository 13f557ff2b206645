import type { DomainEvent } from "#core/events.ts";
import type { AgreementNumber, CustomerId, InvoiceId } from "#core/ids.ts";
import { cents } from "#core/money.ts";
import { TITLE_OUTCOMES } from "#core/payment/title-outcome.ts";
import type { ReturnRefusal } from "#core/refusals.ts";

const invoice = "F881" as InvoiceId;
const ofInvoice = { customer: "C1" as CustomerId, invoice };
const amountCents = cents(12_990);
const title = 7;
const file = 3;

export const RETURN_REFUSALS: {
  readonly [Code in ReturnRefusal["code"]]: readonly Extract<ReturnRefusal, { code: Code }>[];
} = {
  only_rehearsed: [{ code: "only_rehearsed" }],
  title_unknown: [{ code: "title_unknown", title }],
  title_not_left_over: TITLE_OUTCOMES.map((outcome) => ({
    code: "title_not_left_over",
    title,
    outcome,
  })),
  title_is_reversal: [{ code: "title_is_reversal", title }],
};

type Of<Kind extends DomainEvent["kind"]> = Extract<DomainEvent, { readonly kind: Kind }>;

export const RETURN_EVENTS: {
  readonly payment_reversed: readonly Of<"payment_reversed">[];
  readonly agreement_reopened: readonly Of<"agreement_reopened">[];
  readonly spc_critique_lifted: readonly Of<"spc_critique_lifted">[];
  readonly return_read: readonly Of<"return_read">[];
  readonly title_assigned: readonly Of<"title_assigned">[];
  readonly title_dismissed: readonly Of<"title_dismissed">[];
} = {
  payment_reversed: [true, false].map((reversed) => ({
    kind: "payment_reversed",
    ...ofInvoice,
    data: { payment: "ACP1", amountCents, reversed },
  })),
  agreement_reopened: [
    {
      kind: "agreement_reopened",
      customer: ofInvoice.customer,
      agreement: 12 as AgreementNumber,
      data: { invoice },
    },
  ],
  spc_critique_lifted: [{ kind: "spc_critique_lifted", ...ofInvoice, data: { record: 4 } }],
  return_read: [
    {
      kind: "return_read",
      data: {
        file,
        bank: "341",
        titles: 52,
        settled: 49,
        ignored: 1,
        unmatched: 2,
        reversed: 0,
        spcCritiques: 1,
      },
    },
  ],
  title_assigned: [{ kind: "title_assigned", ...ofInvoice, data: { title, file, amountCents } }],
  title_dismissed: [
    { kind: "title_dismissed", data: { title, file, amountCents, reason: "Devolvido por Pix" } },
  ],
};
