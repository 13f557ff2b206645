import fc from "fast-check";
import type { PlannedCase } from "#bot/demo/provider/planned-case.ts";
import type { AgreementPlan, AgreementProposal } from "#core/agreement/agreement.ts";
import { breaksAfter } from "#core/agreement/breaking.ts";
import { decideAgreement } from "#core/agreement/decide-agreement.ts";
import { firstBusinessDayOnOrAfter, NO_LOCAL_HOLIDAYS } from "#core/business-days.ts";
import { addDays, type CivilDate, date } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import { chargeCaps } from "#core/law/charge-caps.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { type Cents, cents, parseAmount, sumCents } from "#core/money.ts";
import { parseTaxId, taxIdKind } from "#core/tax-id.ts";
import { providerOf } from "./provider.ts";

type Provider = ReturnType<typeof providerOf>;
type Source = { readonly id: string; readonly dueDate: CivilDate; readonly amountCents: Cents };
type CaseOf<G extends PlannedCase["group"]> = Extract<PlannedCase, { group: G }>;

const anyDay = fc
  .integer({ min: 0, max: 1_500 })
  .map((after) => addDays(date("2026-06-01"), after));

/** A hundred and twenty customers hold three of each case; any seed, any day of some years. */
export const forAnyProvider = (check: (provider: Provider, today: CivilDate) => void): void =>
  fc.assert(
    fc.property(fc.nat(), anyDay, (seed, today) => {
      check(providerOf({ seed, today, customers: 120 }), today);
    }),
    { numRuns: 20 },
  );

export const casesOf = <G extends PlannedCase["group"]>(
  { plannedCases }: Provider,
  ...groups: G[]
) =>
  plannedCases.filter((planned): planned is CaseOf<G> =>
    groups.some((group) => group === planned.group),
  );

export function sourcesOf(provider: Provider, planned: PlannedCase): Source[] {
  const invoices = provider.byId("invoice");
  return planned.invoices.map((id) => {
    const { dueDate, amount } = invoices.get(id)!;
    return { id, dueDate, amountCents: parseAmount(amount)! };
  });
}

/** Decides as the core would on that day. */
export function decide(
  provider: Provider,
  {
    customer,
    proposal,
    sources,
  }: { customer: string; proposal: AgreementProposal; sources: Source[] },
  today: CivilDate,
) {
  const caps = chargeCaps(packFor(today), {
    today,
    localHolidays: NO_LOCAL_HOLIDAYS,
    oldestDueDate: sources[0]!.dueDate,
    instalments:
      proposal.kind === "renegotiated" && proposal.split.kind === "instalments"
        ? proposal.split.count
        : 1,
    unfinedBaseCents: sumCents(sources.map(({ amountCents }) => amountCents)),
    taxIdKind: taxIdKind(parseTaxId(provider.byId("customer").get(customer)!.taxId)!),
    feesReason: false,
  });
  const facts = {
    state: "open",
    agreement: undefined,
    hasFiscalDocument: false,
    hasRemittance: false,
  } as const;
  return decideAgreement(
    proposal,
    sources.map(({ id, amountCents }) => ({
      invoice: id as InvoiceId,
      amount: amountCents,
      facts,
      onTimeDiscountCents: cents(0),
    })),
    {
      today,
      caps,
      settings: {
        allowFiscalDocument: false,
        allowRemittance: false,
        sources: "deleted",
        instalmentLimit: 60,
      },
    },
  );
}

type WithProposal = Extract<PlannedCase, { proposal: AgreementProposal }>;

export const withProposal = ({ plannedCases }: Provider): WithProposal[] =>
  plannedCases.filter((planned): planned is WithProposal => "proposal" in planned);

export function planOf(provider: Provider, planned: WithProposal): AgreementPlan {
  const { customer, proposal } = planned;
  const sources = sourcesOf(provider, planned);
  const decision = decide(provider, { customer, proposal, sources }, planned.days.agreed);
  if (!decision.ok) throw new Error(`${planned.group}: ${JSON.stringify(decision.refusal)}`);
  return decision.value;
}

/** The last day of each awaited invoice of an agreement. */
export function lastDays(provider: Provider, planned: WithProposal): CivilDate[] {
  const plan = planOf(provider, planned);
  const awaited = plan.kind === "unchanged" ? sourcesOf(provider, planned) : plan.instalments;
  return awaited.map(({ dueDate }) =>
    breaksAfter(plan.toleranceDate, dueDate, firstBusinessDayOnOrAfter),
  );
}
