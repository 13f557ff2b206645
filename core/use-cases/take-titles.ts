import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { DomainEvent } from "../events.ts";
import type { CustomerId, InvoiceId } from "../ids.ts";
import { packFor } from "../law/rule-pack.ts";
import { cents, ZERO } from "../money.ts";
import { applyTitle, type TitleMoney } from "../payment/apply-title.ts";
import { matchTitle } from "../payment/match-title.ts";
import type { TitleOutcome } from "../payment/title-outcome.ts";
import type { Unit } from "../ports.ts";
import type { TitleChange, TitleLine, TitleResult } from "../return-ports.ts";
import { receivePayment } from "./receive-payment.ts";
import { record } from "./record.ts";
import { reverseTitle } from "./reverse-title.ts";

/** What became of a title, beside its own row. */
export type Put = Omit<TitleChange, "id" | "spcCritiques">;

/**
 * Takes some lines of a file: each happens once, whatever files tell it. Customers are locked in the order of their ids,
 * so that two files at once never wait for each other; the lines themselves keep their order.
 */
export async function takeTitles(
  unit: Unit,
  { file, lines }: { readonly file: number; readonly lines: readonly TitleLine[] },
  today: CivilDate,
): Promise<readonly TitleResult[]> {
  const byLine = new Map(lines.map((line) => [line.line, line]));
  const fresh = await unit.takeLines(file, lines);
  const taken = fresh.flatMap(({ id, line }) => {
    const title = byLine.get(line);
    return title === undefined ? [] : [{ id, title }];
  });
  const candidates = await unit.titleCandidates(taken.map(({ title }) => title));
  const matched = taken.map((one) => ({
    ...one,
    match: matchTitle(one.title, candidates.get(one.title.line) ?? []),
  }));
  const customers = matched.flatMap(({ match }) =>
    match.answer === "found" ? [match.customer] : [],
  );
  for (const customer of [...new Set(customers)].sort()) await unit.lockCustomer(customer);
  const changes: TitleChange[] = [];
  for (const { id, title, match } of matched) {
    const critiques = countingCritiques(unit);
    const put = await putTitle(critiques.unit, { id, title, match }, today);
    changes.push({ id, ...put, spcCritiques: critiques.count() });
  }
  await unit.changeTitles(changes);
  return unit.titleResults(file, [...byLine.keys()]);
}

type Matching = {
  readonly id: number;
  readonly title: TitleLine;
  readonly match: ReturnType<typeof matchTitle>;
};

async function putTitle(unit: Unit, { title, match }: Matching, today: CivilDate): Promise<Put> {
  const found = match.answer === "found" ? match : undefined;
  const about = { invoice: found?.invoice ?? null, customer: found?.customer ?? null };
  switch (title.kind) {
    case "settled":
    case "partial": {
      if (title.grossPaidAmount <= 0) return nothing("ignored", about);
      if (found === undefined) {
        return nothing(match.answer === "ambiguous" ? "ambiguous" : "unmatched", about);
      }
      const [invoice] = await unit.invoices([found.invoice]);
      return invoice === undefined
        ? nothing("unmatched", about)
        : putMoney(unit, { invoice, money: moneyOf(title) }, today);
    }
    case "reversed":
      return reverseTitle(unit, { titleKey: title.titleKey, ...about }, today);
    case "entry":
    case "rejected":
    case "written-off":
    case "other":
      return nothing("ignored", about);
  }
}

const moneyOf = (title: TitleLine): TitleMoney => ({
  grossCents: title.grossPaidAmount,
  interestCents: title.interest,
  discountCents: cents(title.discount + title.abatement),
  paidOn: title.paidOn,
});

type About = { readonly invoice: InvoiceId | null; readonly customer: CustomerId | null };

const nothing = (outcome: TitleOutcome, { invoice, customer }: About): Put => ({
  outcome,
  invoice,
  customer,
  payment: null,
  chargesCents: ZERO,
});

type Putting = { readonly invoice: Invoice; readonly money: TitleMoney };

/** Money of a bank's file on the invoice that it was meant for, or why it has to wait for an operator. */
export async function putMoney(
  unit: Unit,
  { invoice, money }: Putting,
  today: CivilDate,
): Promise<Put> {
  const about = { invoice: invoice.id, customer: invoice.customer };
  if (invoice.place === "replaced" && invoice.agreement !== undefined) {
    const { agreement } = invoice;
    await record(unit, [{ kind: "replaced_invoice_paid", ...about, agreement, data: {} }]);
    return nothing("replaced", about);
  }
  switch (invoice.state) {
    case "deleted":
    case "suspended":
      return nothing("not-open", about);
    case "paid":
      return explain(unit, { invoice, money });
    case "open":
      return receive(unit, { invoice, money }, today);
  }
}

async function receive(unit: Unit, { invoice, money }: Putting, today: CivilDate): Promise<Put> {
  const settings = await unit.settings();
  const { applied, chargesCents } = applyTitle(invoice, money, {
    toleranceCents: cents(settings["return.toleranceCents"]),
    pack: packFor(money.paidOn),
    localHolidays: new Set(settings["calendar.extraHolidays"]),
  });
  const paying = { invoice, applied, paidAt: money.paidOn, chargesCents };
  const payment = await receivePayment(
    unit,
    { ...paying, method: METHOD, source: "return" },
    today,
  );
  return {
    outcome: applied.settles ? "settled" : "partial",
    invoice: invoice.id,
    customer: invoice.customer,
    payment,
    chargesCents,
  };
}

const METHOD = "boleto";

/** What billing called paid was paid by this; money that explains nothing came twice, or was recorded by hand before. */
async function explain(unit: Unit, { invoice, money }: Putting): Promise<Put> {
  const about = { invoice: invoice.id, customer: invoice.customer };
  const unexplained = await unit.unexplainedCents(invoice.id);
  if (unexplained <= 0) return nothing("already-paid", about);
  const { grossCents: amountCents, paidOn: paidAt } = money;
  const appliedCents = cents(Math.min(amountCents, unexplained));
  const payment = await unit.recordPayment({
    ...about,
    // Billing has seen it and kept what it wanted: nothing is left for the customer.
    amountCents: appliedCents,
    appliedCents,
    paidAt,
    method: METHOD,
    source: "return",
  });
  const chargesCents = cents(amountCents - appliedCents);
  return { outcome: "explained", ...about, payment, chargesCents };
}

/** The same unit, seen by whom it makes a critique of the bureau's register. */
function countingCritiques(unit: Unit): { readonly unit: Unit; count(): number } {
  let count = 0;
  const append = (events: readonly DomainEvent[]): Promise<void> => {
    count += events.filter(({ kind }) => kind === "spc_became_critique").length;
    return unit.append(events);
  };
  return { unit: { ...unit, append }, count: () => count };
}
