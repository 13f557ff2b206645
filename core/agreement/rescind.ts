import assert from "node:assert/strict";
import type { CivilDate } from "../calendar.ts";
import type { InvoiceId } from "../ids.ts";
import { type Cents, cents } from "../money.ts";
import type { AgreementProposal } from "./agreement.ts";

export type RescindedSource = {
  readonly invoice: InvoiceId;
  /** The invoice's number in the billing system, as text. */
  readonly number: string;
  readonly dueDate: CivilDate;
  /** Its original amount. */
  readonly amount: Cents;
  /** Credited or paid before this rescission: it leaves less to credit. */
  readonly alreadyPaid: Cents;
};

export type RestoredSource = {
  readonly invoice: InvoiceId;
  readonly amount: Cents;
  readonly credited: Cents;
  /** Nothing is left to pay on it. */
  readonly settled: boolean;
};

/** `left` is what the sources could not take: the customer's credit. Credited and left add up to what was paid. */
export type Rescission = { readonly restored: readonly RestoredSource[]; readonly left: Cents };

/**
 * In force; or closed because its last invoices moved on, whose sources are replaced all the same. It can be taken back once
 * the invoices that moved on stand in no other agreement.
 */
export const mayBeRescinded = ({
  status,
  kind,
}: {
  readonly status: string;
  readonly kind: AgreementProposal["kind"];
}): boolean => status === "live" || (status === "renegotiated" && kind === "renegotiated");

/** Oldest due date first, then by number, then by id: the same money always lands on the same invoices. */
export function planRescission(sources: readonly RescindedSource[], paidTotal: Cents): Rescission {
  assert(paidTotal >= 0, `paid less than nothing: ${paidTotal}`);
  let left: number = paidTotal;
  const restored = [...sources].sort(byAge).map((source) => {
    const { invoice, amount } = source;
    const open = Math.max(0, amount - source.alreadyPaid);
    const credited = cents(Math.min(open, left));
    left -= credited;
    return { invoice, amount, credited, settled: credited === open };
  });
  return { restored, left: cents(left) };
}

function byAge(a: RescindedSource, b: RescindedSource): number {
  return (
    compareText(a.dueDate, b.dueDate) ||
    compareNumbers(a.number, b.number) ||
    compareText(a.invoice, b.invoice)
  );
}

/** Numbers made of digits count as numbers (9 before 10) and come before any other. */
function compareNumbers(a: string, b: string): number {
  const [digitsA, digitsB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (digitsA !== digitsB) return digitsA ? -1 : 1;
  if (!digitsA) return compareText(a, b);
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
