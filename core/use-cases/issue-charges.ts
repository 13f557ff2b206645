import type { CivilDate } from "../calendar.ts";
import { chargeOf, type InvoiceCharge, numberRange } from "../payment/charge.ts";
import type { NewInvoice, Unit } from "../ports.ts";

/**
 * Gives each new invoice its number at the bank, in the transaction that makes it. A profile without a bank whose boletos
 * can be proved gives none: such an invoice is paid by Pix, or as the billing system charges it.
 */
export async function issueCharges(
  unit: Unit,
  invoices: readonly NewInvoice[],
  today: CivilDate,
): Promise<void> {
  for (const [name, made] of Map.groupBy(invoices, ({ profile }) => profile)) {
    const profile = await unit.chargeProfile(name);
    const range = profile === undefined ? undefined : numberRange(profile, today);
    if (profile === undefined || range === undefined) continue;
    const waiting = [...made];
    // A number that the billing system gave already is passed over.
    for (let round = 0; waiting.length > 0 && round < MAX_ROUNDS; round++) {
      const first = await unit.takeOurNumbers(range, waiting.length);
      const charges: InvoiceCharge[] = waiting.flatMap(({ id }, index) => {
        const charge = chargeOf(profile, first + index, today);
        return charge === undefined ? [] : [{ ...charge, invoice: id }];
      });
      if (charges.length === 0) break;
      const added = new Set(await unit.addCharges(charges));
      waiting.splice(0, waiting.length, ...waiting.filter(({ id }) => !added.has(id)));
    }
  }
}

/** More taken numbers in a row mean that the provider has to move the range. */
const MAX_ROUNDS = 20;
