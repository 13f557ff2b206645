import type { CivilDate } from "../calendar.ts";
import type { InvoiceId } from "../ids.ts";
import type { Cents } from "../money.ts";
import type { RestoredSource } from "./rescind.ts";

/** Money that came in on a day. */
export type Receipt = { readonly on: CivilDate; readonly cents: Cents };

/** When the last money of each source's credit came in; a source that got none has no day. Receipts are taken oldest first. */
export function creditDays(
  restored: readonly RestoredSource[],
  receipts: readonly Receipt[],
): ReadonlyMap<InvoiceId, CivilDate> {
  const incoming = [...receipts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const days = new Map<InvoiceId, CivilDate>();
  let needed = 0;
  for (const { invoice, credited } of restored) {
    if (credited === 0) continue;
    needed += credited;
    const day = dayOfCent(incoming, needed);
    if (day !== undefined) days.set(invoice, day);
  }
  return days;
}

/** The day on which so many cents had come in. */
function dayOfCent(receipts: readonly Receipt[], needed: number): CivilDate | undefined {
  let received = 0;
  return receipts.find(({ cents }) => {
    received += cents;
    return received >= needed;
  })?.on;
}
