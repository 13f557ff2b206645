import type { InvoiceId } from "../ids.ts";
import { type Cents, ZERO } from "../money.ts";
import type { TitleOutcome } from "../payment/title-outcome.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import type { KeptTitle } from "../return-ports.ts";
import { command } from "./command.ts";
import { lockedInvoice } from "./locked-invoice.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";
import { putMoney } from "./take-titles.ts";

export type AssignTitle = { readonly title: number; readonly invoice: InvoiceId };
export type Assigned = {
  readonly title: number;
  readonly invoice: InvoiceId;
  readonly amountCents: Cents;
  readonly outcome: TitleOutcome;
};

/** An operator says which invoice a bank's money was meant for; everything follows as if the file had said so. */
export const assignTitle = command<AssignTitle, Assigned>(
  "return assign",
  "return.read",
  async (unit, { input, today }) => {
    const locked = await lockedInvoice(unit, input.invoice);
    if (!locked.ok) return locked;
    const invoice = locked.value;
    const loaded = await loadLeftOver(unit, input.title);
    if (!loaded.ok) return loaded;
    const title = loaded.value;
    if (title.kind === "reversed") return refuse({ code: "title_is_reversal", title: title.id });
    const { place, agreement } = invoice;
    if (place === "replaced" && agreement !== undefined) {
      return refuse({ code: "payment_of_replaced", invoice: invoice.id, agreement });
    }
    if (invoice.state === "deleted" || invoice.state === "suspended") {
      return refuse({ code: "payment_of_not_open", invoice: invoice.id, state: invoice.state });
    }
    const { grossCents, interestCents, discountCents, paidOn } = title;
    const money = { grossCents, interestCents, discountCents, paidOn };
    const put = await putMoney(unit, { invoice, money }, today);
    if (put.outcome === "already-paid") {
      return refuse({ code: "already_paid", invoice: invoice.id });
    }
    await unit.changeTitles([{ id: title.id, ...put, spcCritiques: 0 }]);
    await unit.markAssigned(title.id, null);
    await record(unit, [
      {
        kind: "title_assigned",
        customer: invoice.customer,
        invoice: invoice.id,
        data: { title: title.id, file: title.file, amountCents: grossCents },
      },
    ]);
    const { outcome } = put;
    return accept({ title: title.id, invoice: invoice.id, amountCents: grossCents, outcome });
  },
);

export type DismissTitle = { readonly title: number; readonly reason: string };
export type Dismissed = { readonly title: number; readonly amountCents: Cents };

/** Money that is no invoice's: given back, recorded by hand before, or not the provider's. */
export const dismissTitle = command<DismissTitle, Dismissed>(
  "return dismiss",
  "return.read",
  async (unit, { input: { title: id, reason } }) => {
    const empty = checkReason(reason);
    if (empty !== undefined) return refuse(empty);
    const loaded = await loadLeftOver(unit, id);
    if (!loaded.ok) return loaded;
    const { file, grossCents: amountCents, invoice } = loaded.value;
    await unit.changeTitles([
      {
        id,
        outcome: "dismissed",
        invoice,
        customer: null,
        payment: null,
        chargesCents: ZERO,
        spcCritiques: 0,
      },
    ]);
    await unit.markAssigned(id, reason);
    await record(unit, [
      { kind: "title_dismissed", data: { title: id, file, amountCents, reason } },
    ]);
    return accept({ title: id, amountCents });
  },
);

async function loadLeftOver(unit: Unit, id: number): Promise<Result<KeptTitle, Refusal>> {
  const title = await unit.keptTitle(id);
  if (title === undefined) return refuse({ code: "title_unknown", title: id });
  const { outcome } = title;
  return title.leftOver
    ? accept(title)
    : refuse({ code: "title_not_left_over", title: id, outcome });
}
