import type { CivilDate } from "../calendar.ts";
import type { InvoiceId } from "../ids.ts";
import { type Cents, sumCents } from "../money.ts";
import { accept, type Result, refuse } from "../result.ts";
import type {
  AgreementContext,
  AgreementPlan,
  AgreementProposal,
  AgreementRefusal,
  AgreementSettings,
  AgreementSource,
  Promised,
  Renegotiated,
  Split,
  Unchanged,
} from "./agreement.ts";
import { authoriseInvoice } from "./authorise-invoice.ts";
import { editInstalments, type InstalmentEditRefusal } from "./edit-instalments.ts";
import { type Instalment, planInstalments } from "./instalments.ts";
import { checkLedgerUnits } from "./ledger-units.ts";
import { checkLegalCaps } from "./legal-caps.ts";
import { dropOnTimeDiscount, keepOnTimeDiscount } from "./on-time-discount.ts";
import { type ComputedTerms, checkTerms, computeTerms, NO_TERMS } from "./terms.ts";

export const MIN_INSTALMENTS = 2;
export const DEFAULT_INSTALMENT_LIMIT = 60;

type Decision = Result<AgreementPlan, AgreementRefusal>;

/** The first rule that fails is the one we explain; the order is: the invoices, the promise, the money, the instalments. */
export function decideAgreement(
  proposal: AgreementProposal,
  sources: readonly AgreementSource[],
  context: AgreementContext,
): Decision {
  const refusal =
    checkSources(sources, context.settings) ?? checkTolerance(proposal, context.today);
  if (refusal !== undefined) return refuse(refusal);
  return proposal.kind === "unchanged"
    ? accept(planUnchanged(proposal, sources))
    : decideRenegotiation(proposal, sources, context);
}

function checkSources(
  sources: readonly AgreementSource[],
  settings: AgreementSettings,
): AgreementRefusal | undefined {
  if (sources.length === 0) return { code: "no_invoices" };
  const seen = new Set<InvoiceId>();
  for (const { invoice } of sources) {
    if (seen.has(invoice)) return { code: "invoice_repeated", invoice };
    seen.add(invoice);
  }
  for (const { invoice, facts } of sources) {
    const authorisation = authoriseInvoice(facts, settings);
    if (authorisation !== "authorised") {
      return { code: "invoice_not_authorised", invoice, ...authorisation };
    }
  }
  return undefined;
}

const checkTolerance = (
  { toleranceDate }: Promised,
  today: CivilDate,
): AgreementRefusal | undefined =>
  toleranceDate > today
    ? undefined
    : { code: "tolerance_not_after_today", asked: toleranceDate, today };

function planUnchanged(proposal: Unchanged, sources: readonly AgreementSource[]): AgreementPlan {
  const { kind, toleranceDate, category } = proposal;
  const terms = computeTerms(baseOf(sources), NO_TERMS);
  return {
    kind,
    toleranceDate,
    category,
    base: terms.base,
    terms,
    total: terms.total,
    sources: sources.map((source) => source.invoice),
    sourcesBecome: "awaited",
    instalments: [],
  };
}

function decideRenegotiation(
  proposal: Renegotiated,
  sources: readonly AgreementSource[],
  context: AgreementContext,
): Decision {
  const { settings, caps, today } = context;
  const terms = computeTerms(baseOf(sources), proposal.terms);
  const refusal =
    checkTerms(proposal.terms, terms) ??
    checkLegalCaps(proposal.terms, terms, caps) ??
    checkLedgerUnits(proposal.terms, proposal.units) ??
    checkSplit(proposal.split, settings.instalmentLimit, today);
  if (refusal !== undefined) return refuse(refusal);
  const instalments = planSplit(proposal.split, terms, today);
  if (!instalments.ok) return instalments;
  if (proposal.keepDiscount && settings.sources === "suspended") {
    return refuse({ code: "discount_not_kept_when_suspended" });
  }
  const { kind, toleranceDate, category, units, description, profile } = proposal;
  return accept({
    kind,
    toleranceDate,
    category,
    base: terms.base,
    terms,
    total: terms.total,
    sources: sources.map((source) => source.invoice),
    sourcesBecome: settings.sources,
    instalments: proposal.keepDiscount
      ? keepOnTimeDiscount(instalments.value, sources)
      : dropOnTimeDiscount(instalments.value),
    units,
    description,
    profile,
  });
}

function checkSplit(split: Split, limit: number, today: CivilDate): AgreementRefusal | undefined {
  const [field, asked] =
    split.kind === "single"
      ? (["due", split.dueDate] as const)
      : (["first_due", split.firstDue] as const);
  if (asked < today) return { code: "due_date_in_the_past", field, asked, today };
  if (split.kind === "single") return undefined;
  const { count } = split;
  return Number.isSafeInteger(count) && count >= MIN_INSTALMENTS && count <= limit
    ? undefined
    : {
        code: "instalment_count_out_of_bounds",
        asked: count,
        min: MIN_INSTALMENTS,
        max: limit,
      };
}

/** A plan that nobody edited passes the same checks: five cents do not make twelve instalments. */
function planSplit(
  split: Split,
  terms: ComputedTerms,
  today: CivilDate,
): Result<Instalment[], InstalmentEditRefusal> {
  if (split.kind === "single") {
    return accept(planInstalments(terms, { count: 1, firstDue: split.dueDate }));
  }
  return editInstalments(planInstalments(terms, split), split, today);
}

const baseOf = (sources: readonly AgreementSource[]): Cents =>
  sumCents(sources.map((source) => source.amount));
