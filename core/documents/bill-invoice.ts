import { firstBusinessDayOnOrAfter } from "../business-days.ts";
import { type CivilDate, daysBetween } from "../calendar.ts";
import type { InvoiceState } from "../collection/invoice.ts";
import type { Place } from "../collection/stage.ts";
import type { AgreementNumber } from "../ids.ts";
import type { Dispute } from "../law/facts.ts";
import { legalGate } from "../law/gate.ts";
import type { Law } from "../law/settings.ts";
import { type Cents, cents } from "../money.ts";
import { type AmountDueFacts, amountDue, lateFine } from "../payment/amount-due.ts";
import type { StartRefusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { AddedToday, AnnouncedCharges, BilledInvoice } from "./invoice-document.ts";
import type { DocumentRefusal } from "./refusals.ts";

export type InvoiceToBill = Pick<
  BilledInvoice,
  | "invoice"
  | "number"
  | "customer"
  | "description"
  | "amountCents"
  | "paidCents"
  | "dueDate"
  | "agreement"
> & {
  readonly state: InvoiceState;
  readonly place: Place;
  /** The agreement that replaced it. */
  readonly replacedBy: AgreementNumber | null;
  /** Last day of an agreement's promise; null outside agreements. */
  readonly breaksAfter: CivilDate | null;
  readonly onTimeDiscountCents: Cents;
  readonly fined: boolean;
  readonly disputes: readonly Dispute[];
};

export type BillRefusal =
  | DocumentRefusal
  | Extract<StartRefusal, { readonly code: "law_forbids_collection" }>;

export type Bill = Omit<BilledInvoice, "means">;

export type BillFacts = {
  readonly today: CivilDate;
  readonly law: Law;
  /** For paying late, that the provider's contracts have. */
  readonly charges: AmountDueFacts["charges"];
};

/** A bill asks for what is owed, and only where it may be asked for. */
export function billInvoice(
  asked: InvoiceToBill,
  { today, law, charges }: BillFacts,
): Result<Bill, BillRefusal> {
  const { state, place, replacedBy, breaksAfter, fined, disputes, ...shown } = asked;
  const { invoice, dueDate } = asked;
  if (place === "replaced" && replacedBy !== null) {
    return refuse({ code: "print_of_replaced", invoice, agreement: replacedBy });
  }
  if (state !== "open") return refuse({ code: "print_of_not_open", invoice, state });
  const onTimeUntil = firstBusinessDayOnOrAfter(dueDate, law.settings.localHolidays);
  const facts = {
    dueDate,
    lateAfter: breaksAfter ?? onTimeUntil,
    paid: false,
    arisesFromUse: true,
    disputes,
  };
  const verdict = legalGate({ act: "collect", facts, today }, law);
  if (verdict.answer !== "allowed") {
    return refuse({ code: "law_forbids_collection", invoice, verdict });
  }
  const offersDiscount = asked.onTimeDiscountCents > 0 && today <= onTimeUntil;
  return accept({
    ...shown,
    onTimeUntil,
    daysOverdue: daysBetween(dueDate, today),
    onTimeDiscountCents: offersDiscount ? asked.onTimeDiscountCents : null,
    late: announced(asked, { law, charges }),
    addedToday: added(asked, { today, law, charges }),
  });
}

/** For the case that it is paid late: what the contracts have, at the law's rates. */
function announced(
  { amountCents, paidCents, fined }: InvoiceToBill,
  { law, charges }: Pick<BillFacts, "law" | "charges">,
): AnnouncedCharges {
  const { fine, interest } = law.pack.rules;
  const { rate } = fine.value;
  const owed = cents(amountCents - paidCents);
  return {
    fine: fined || !charges.fine ? null : { rate, amountCents: lateFine(rate, owed) },
    interest: charges.interest
      ? { rate: interest.value.rate, everyDays: interest.value.everyStartedDays }
      : null,
  };
}

/** The very amounts that boleto and Pix of that day ask for. */
function added(
  { breaksAfter, ...invoice }: InvoiceToBill,
  { today, law, charges }: BillFacts,
): AddedToday | null {
  const { fineCents, interestCents, daysLate } = amountDue(
    { ...invoice, breaksAfter: breaksAfter ?? undefined },
    { today, charges, pack: law.pack, localHolidays: law.settings.localHolidays },
  );
  return fineCents + interestCents === 0 ? null : { fineCents, interestCents, daysLate };
}
