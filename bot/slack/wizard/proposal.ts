import type { AgreementProposal, Split } from "#core/agreement/agreement.ts";
import { LEDGER_TERMS, type LedgerTerm, type LedgerUnits } from "#core/agreement/ledger-units.ts";
import type { Terms } from "#core/agreement/terms.ts";
import { addDays, type CivilDate } from "#core/calendar.ts";
import { type ChargeCaps, chargeCaps } from "#core/law/charge-caps.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { sumCents } from "#core/money.ts";
import type { AgreementBasis, Candidate } from "#db/queries/agreement/read-agreement-basis.ts";
import type { Form } from "./form.ts";

/** What the form asks for. What is not filled in yet is taken as the first that may stand there: it is to look at only. */
export function proposalOf(form: Form, basis: AgreementBasis, today: CivilDate): AgreementProposal {
  const promised = {
    toleranceDate: form.toleranceDate ?? addDays(today, 1),
    category: form.category ?? basis.categories[0] ?? "",
  };
  if (form.kind === "unchanged") return { kind: "unchanged", ...promised };
  return {
    kind: "renegotiated",
    ...promised,
    terms: form.terms,
    units: unitsOf(form, basis),
    split: splitOf(form, basis, today),
    description: form.description,
    profile: form.profile ?? basis.profiles[0] ?? "",
    keepDiscount: form.keepDiscount && basis.sourcesBecome === "deleted",
  };
}

/** Terms that are not zero: each is booked on a unit. */
export const unitTermsOf = (terms: Terms): LedgerTerm[] =>
  LEDGER_TERMS.filter((term) =>
    term === "discount" ? terms.discount !== 0 || terms.discountAmount !== 0 : terms[term] !== 0,
  );

/** Chosen; or else as it was booked last, or where there is only one. */
export function unitFor(form: Form, basis: AgreementBasis, term: LedgerTerm): string | undefined {
  const { ledgerUnits, lastUnits } = basis;
  const offered = (code: string | undefined) =>
    ledgerUnits.find((unit) => unit.code === code)?.code;
  const only = ledgerUnits.length === 1 ? ledgerUnits[0]?.code : undefined;
  return offered(form.units[term]) ?? offered(lastUnits[term]) ?? only;
}

function unitsOf(form: Form, basis: AgreementBasis): LedgerUnits {
  const first = basis.ledgerUnits[0]?.code;
  return Object.fromEntries(
    unitTermsOf(form.terms).map((term) => [term, unitFor(form, basis, term) ?? first]),
  );
}

function splitOf(form: Form, basis: AgreementBasis, today: CivilDate): Split {
  const due = form.dueDate ?? today;
  const least = leastInstalments(form, basis, today);
  const isSingle = form.split === "single" || (form.split === null && least === 1);
  if (isSingle) return { kind: "single", dueDate: due };
  const count = form.count ?? Math.max(least, 2);
  return { kind: "instalments", count, firstDue: due, ...form.edits };
}

export const chosenCandidates = (form: Form, basis: AgreementBasis): Candidate[] =>
  basis.candidates.filter(({ invoice }) => form.invoices.includes(invoice));

/** What the law lets this agreement add when it is paid in so many parts. */
export function capsFor(
  form: Form,
  basis: AgreementBasis,
  { today, instalments }: { readonly today: CivilDate; readonly instalments: number },
): ChargeCaps {
  const chosen = chosenCandidates(form, basis);
  return chargeCaps(packFor(today), {
    today,
    localHolidays: basis.localHolidays,
    oldestDueDate: chosen[0]?.dueDate ?? today,
    instalments,
    unfinedBaseCents: sumCents(chosen.filter((one) => !one.fined).map((one) => one.balanceCents)),
    taxIdKind: basis.taxIdKind,
    feesReason: form.feesReason.trim() !== "",
  });
}

/** Interest runs while instalments wait: so many it takes at least for the increase to be lawful. 1: none need wait. */
export function leastInstalments(form: Form, basis: AgreementBasis, today: CivilDate): number {
  for (let instalments = 1; instalments <= basis.maxInstalments; instalments++) {
    const { increase } = capsFor(form, basis, { today, instalments });
    if (form.terms.increase <= increase.max) return instalments;
  }
  return 1;
}
