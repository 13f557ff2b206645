import { bankName } from "#core/bank/bank-names.ts";
import {
  type Barcode,
  buildBarcode,
  type DigitLine,
  parseDigitLine,
  toBarcode,
  toDigitLine,
} from "#core/bank/boleto.ts";
import { buildStaticPix, parsePix } from "#core/bank/pix.ts";
import type { LocalHolidays } from "#core/business-days.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { InvoiceState } from "#core/collection/invoice.ts";
import type { Place } from "#core/collection/stage.ts";
import type { InvoiceId } from "#core/ids.ts";
import { type Cents, cents } from "#core/money.ts";
import { type AmountDueFacts, amountDue } from "#core/payment/amount-due.ts";
import { dueOn } from "#core/payment/apply-payment.ts";
import { txidOf } from "#core/payment/txid.ts";

/** With what an invoice can be paid; both null when nothing is owed on it. */
export type PaymentMeans = {
  readonly boleto: {
    /** Three digits. */
    readonly bank: string;
    readonly bankName: string;
    readonly digitLine: DigitLine;
    readonly barcode: Barcode;
    /** As it is printed; null when only the imported line is known. */
    readonly ourNumber: string | null;
    /** "0810/53678": branch and account, or branch and agreement code. */
    readonly agency: string | null;
    readonly beneficiary: string;
  } | null;
  readonly pix: { readonly code: string; readonly txid: string } | null;
};

export const NO_MEANS: PaymentMeans = { boleto: null, pix: null };

export type Chargeable = {
  readonly id: InvoiceId;
  readonly amountCents: Cents;
  readonly paidCents: Cents;
  readonly dueDate: CivilDate;
  readonly onTimeDiscountCents: Cents;
  readonly state: InvoiceState;
  readonly place: Place;
};

/** What is kept of the invoice's title at the bank: issued here (`freeField`) or by the billing system (`digitLine`). */
export type KeptCharge = {
  readonly bank: string | null;
  readonly ourNumber: string | null;
  readonly freeField: string | null;
  readonly digitLine: string | null;
  readonly pixCode: string | null;
};

export type Receiver = {
  readonly branch: string | null;
  readonly account: string | null;
  readonly agreementCode: string | null;
  readonly beneficiary: string | null;
  readonly pixKey: string | null;
  readonly city: string | null;
};

export type MeansFacts = {
  readonly invoice: Chargeable;
  readonly charge: KeptCharge | null;
  readonly profile: Receiver | null;
  /** The creditor's name, for a profile that names no beneficiary. */
  readonly provider: string;
  readonly localHolidays: LocalHolidays;
  readonly today: CivilDate;
  /** Where contracts ask for fine and interest: what they are counted from. */
  readonly late?: Late | undefined;
};

type Late = Pick<AmountDueFacts, "charges" | "pack"> &
  Pick<Parameters<typeof amountDue>[0], "fined" | "breaksAfter">;

/**
 * One live charge per debt: an invoice that is paid, taken away, or replaced by an agreement has none, whatever was
 * issued for it before. A boleto of ours carries the balance and the due date of today's facts, or what paying late makes of
 * them today; what the billing system issued is printed as it came.
 */
export function paymentMeans(facts: MeansFacts): PaymentMeans {
  const { invoice } = facts;
  const isOwed = invoice.state === "open" && invoice.place !== "replaced";
  if (!isOwed || invoice.amountCents <= invoice.paidCents) return NO_MEANS;
  return { boleto: boletoOf(facts), pix: pixOf(facts) };
}

function boletoOf(facts: MeansFacts): PaymentMeans["boleto"] {
  const { charge, profile, provider } = facts;
  const digitLine = digitLineOf(facts);
  if (digitLine === undefined) return null;
  const bank = digitLine.slice(0, 3);
  return {
    bank,
    bankName: bankName(bank),
    digitLine,
    barcode: toBarcode(digitLine),
    ourNumber: charge?.ourNumber ?? null,
    agency: agencyOf(profile),
    beneficiary: profile?.beneficiary ?? provider,
  };
}

function digitLineOf(facts: MeansFacts): DigitLine | undefined {
  const { invoice, charge, today } = facts;
  if (charge === null) return undefined;
  if (charge.digitLine !== null) {
    const line = parseDigitLine(charge.digitLine);
    return line.ok ? line.value : undefined;
  }
  if (charge.freeField === null || charge.bank === null) return undefined;
  const chargedCents = lateChargesOf(facts);
  const barcode = buildBarcode({
    bank: charge.bank,
    dueDate: chargedCents > 0 ? today : invoice.dueDate,
    amount: cents(invoice.amountCents - invoice.paidCents + chargedCents),
    freeField: charge.freeField,
  });
  return barcode.ok ? toDigitLine(barcode.value) : undefined;
}

function agencyOf(profile: Receiver | null): string | null {
  if (profile === null || profile.branch === null) return null;
  const account = profile.account ?? profile.agreementCode;
  return account === null ? profile.branch : `${profile.branch}/${account}`;
}

/** Payers' apps show it beside the name; the Banco Central asks for some city. */
const SOME_CITY = "BRASIL";

/** Fine and interest of today. */
function lateChargesOf({ invoice, late, today, localHolidays }: MeansFacts): number {
  if (late === undefined) return 0;
  const { fined, breaksAfter, charges, pack } = late;
  const due = amountDue(
    { ...invoice, fined, breaksAfter },
    { today, localHolidays, charges, pack },
  );
  return due.fineCents + due.interestCents;
}

function pixOf(facts: MeansFacts): PaymentMeans["pix"] {
  const { invoice, charge, profile, provider, localHolidays, today } = facts;
  if (charge?.pixCode != null) {
    const read = parsePix(charge.pixCode);
    return read.ok ? { code: charge.pixCode, txid: read.value.txid ?? "" } : null;
  }
  if (profile?.pixKey == null) return null;
  const settling = dueOn(invoice, { paidAt: today, localHolidays });
  const amount = cents(settling + lateChargesOf(facts));
  if (amount === 0) return null;
  const txid = txidOf(invoice.id);
  const code = buildStaticPix({
    key: profile.pixKey,
    amount,
    txid,
    merchantName: profile.beneficiary ?? provider,
    merchantCity: profile.city ?? SOME_CITY,
  });
  return code.ok ? { code: code.value, txid } : null;
}
