import { firstBusinessDayOnOrAfter, type LocalHolidays } from "../business-days.ts";
import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import { allows, MOVES, type Move } from "../collection/stage.ts";
import type { CustomerId, InvoiceId } from "../ids.ts";
import type { DebtFacts } from "../law/facts.ts";
import { legalGate } from "../law/gate.ts";
import type { Law } from "../law/settings.ts";
import type { Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";

/** The invoices in the order asked for; refused at the first that does not exist or is somebody else's. */
export async function loadInvoices(
  unit: Unit,
  customer: CustomerId,
  ids: readonly InvoiceId[],
): Promise<Result<Invoice[], Refusal>> {
  const found = new Map((await unit.invoices(ids)).map((invoice) => [invoice.id, invoice]));
  const invoices: Invoice[] = [];
  for (const id of ids) {
    const invoice = found.get(id);
    if (invoice === undefined) return refuse({ code: "invoice_unknown", invoice: id });
    if (invoice.customer !== customer) {
      return refuse({ code: "invoice_of_another_customer", invoice: id, customer });
    }
    invoices.push(invoice);
  }
  return accept(invoices);
}

/** The refusal that names the stage, for the first invoice that a move does not fit. */
export function checkMove(move: Move, invoices: readonly Invoice[]): Refusal | undefined {
  const misfit = invoices.find((invoice) => !allows(move, invoice.place));
  return misfit === undefined
    ? undefined
    : {
        code: "stage_does_not_fit",
        invoice: misfit.id,
        stage: misfit.place,
        expected: MOVES[move].from,
      };
}

/** A debt may have changed since the classifier saw it: nobody is called about what is not owed, or not collectable. */
export function checkCollectable(
  invoices: readonly Invoice[],
  today: CivilDate,
  law: Law,
): Refusal | undefined {
  for (const invoice of invoices) {
    const { id, state } = invoice;
    if (state !== "open") return { code: "invoice_not_open", invoice: id, state };
    const facts = debtOf(invoice, law.settings.localHolidays);
    const verdict = legalGate({ act: "collect", facts, today }, law);
    if (verdict.answer !== "allowed") {
      return { code: "law_forbids_collection", invoice: id, verdict };
    }
  }
  return undefined;
}

type Owed = Pick<Invoice, "dueDate" | "state" | "disputes" | "breaksAfter">;

/** The invoice as the law sees it. What it arose from is not known apart: collections hold what was billed for use. */
export const debtOf = (
  { dueDate, state, disputes, breaksAfter }: Owed,
  localHolidays: LocalHolidays,
): DebtFacts => ({
  dueDate,
  lateAfter: breaksAfter ?? firstBusinessDayOnOrAfter(dueDate, localHolidays),
  paid: state === "paid",
  arisesFromUse: true,
  disputes,
});
