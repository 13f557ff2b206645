import type { Permission } from "../access/permissions.ts";
import type { AgreementPlan, AgreementProposal } from "../agreement/agreement.ts";
import { decideAgreement } from "../agreement/decide-agreement.ts";
import type { CivilDate } from "../calendar.ts";
import type { Invoice } from "../collection/invoice.ts";
import type { AgreementNumber, CustomerId, InvoiceId } from "../ids.ts";
import { type Exceeded, withinAllowance } from "../policy/allowance.ts";
import type { Actor, Catalogue, Customer, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { agreementFacts } from "./agreement-facts.ts";
import { command, lockedCustomer } from "./command.ts";
import { lawOn } from "./law-on.ts";
import { checkCollectable, checkMove, loadInvoices } from "./load-invoices.ts";
import { checkReasonLength } from "./reasons.ts";
import { writeAgreement } from "./write-agreement.ts";

export type MakeAgreement = {
  readonly customer: CustomerId;
  readonly invoices: readonly InvoiceId[];
  readonly proposal: AgreementProposal;
  /** Why a consumer is asked for fees; counts only from someone with the permission. */
  readonly feesReason?: string | undefined;
  /** Shows what would come and changes nothing. */
  readonly dryRun?: boolean | undefined;
};

export type Agreed = {
  /** Null in a dry run. */
  readonly agreement: AgreementNumber | null;
  readonly plan: AgreementPlan;
  /** Those whose payment is awaited; none yet in a dry run of new ones, or while an approval is awaited. */
  readonly invoices: readonly InvoiceId[];
  readonly status: "live" | "awaiting approval";
};

/** An agreement over invoices that await negotiation, or whose earlier promise was broken (SPEC 3.3). */
export const makeAgreement = command<MakeAgreement, Agreed>(
  "agree",
  "agreement.make",
  async (unit, { input, today }) => {
    const customer = await lockedCustomer(unit, input.customer);
    if (!customer.ok) return customer;
    const sources = await loadSources(unit, input, today);
    if (!sources.ok) return sources;
    const forbidden = checkRenegotiation(sources.value, unit.actor);
    if (forbidden !== undefined) return refuse(forbidden);
    const plan = await planAgreement(
      unit,
      { ...input, customer: customer.value, sources: sources.value },
      today,
    );
    if (!plan.ok) return plan;
    const exceeded = exceededBy(plan.value, unit.actor);
    const status = exceeded.length === 0 ? "live" : "awaiting approval";
    if (input.dryRun === true) {
      return accept({ agreement: null, plan: plan.value, invoices: awaitedOf(plan.value), status });
    }
    const written = await writeAgreement(
      unit,
      {
        customer: customer.value,
        sources: sources.value,
        plan: plan.value,
        proposal: input.proposal,
        feesReason: input.feesReason ?? null,
        exceeded,
      },
      today,
    );
    return accept({ ...written, plan: plan.value, status });
  },
);

/** Taking a broken invoice out of its agreement into a new one is a tool of its own. */
function checkRenegotiation(
  sources: readonly Invoice[],
  { permissions, role }: Actor,
): Refusal | undefined {
  const permission: Permission = "agreement.renegotiate";
  return sources.some(({ place }) => place === "in agreement") && !permissions.has(permission)
    ? { code: "not_permitted", permission, role }
    : undefined;
}

export function exceededBy(plan: AgreementPlan, { allowance }: Actor): readonly Exceeded[] {
  if (allowance === "unlimited") return [];
  const verdict = withinAllowance(plan, allowance);
  return verdict === "within" ? [] : verdict.exceeded;
}

const awaitedOf = (plan: AgreementPlan): readonly InvoiceId[] =>
  plan.kind === "unchanged" ? plan.sources : [];

/** The invoices an agreement may take, with the refusals that name a stage or another agreement. */
async function loadSources(
  unit: Unit,
  { customer, invoices }: MakeAgreement,
  today: CivilDate,
): Promise<Result<Invoice[], Refusal>> {
  if (invoices.length === 0) return refuse({ code: "no_invoices" });
  const loaded = await loadInvoices(unit, customer, invoices);
  if (!loaded.ok) return loaded;
  const held = loaded.value.find((invoice) => invoice.heldBy !== undefined);
  if (held?.heldBy !== undefined) {
    return refuse({ code: "agreement_awaits_approval", invoice: held.id, agreement: held.heldBy });
  }
  // What a rule of authorisation can explain (paid, replaced, ...) is left to it: its reason says more than a stage.
  const unexplained = loaded.value.filter(
    ({ state, place }) => state === "open" && place !== "replaced" && place !== "settled",
  );
  const refusal =
    checkMove("agree", unexplained) ??
    checkCollectable(unexplained, today, await lawOn(unit, today));
  return refusal === undefined ? loaded : refuse(refusal);
}

type Planning = Omit<MakeAgreement, "customer"> & {
  readonly customer: Customer;
  readonly sources: readonly Invoice[];
};

/** Decides with what the database knows now; used again when an approval comes. */
export async function planAgreement(
  unit: Unit,
  planning: Planning,
  today: CivilDate,
): Promise<Result<AgreementPlan, Refusal>> {
  const { proposal, feesReason } = planning;
  const tooLong = checkReasonLength(feesReason ?? "");
  if (tooLong !== undefined) return refuse(tooLong);
  const unknown = checkCatalogue(proposal, await unit.catalogue());
  if (unknown !== undefined) return refuse(unknown);
  const settings = await unit.settings();
  const facts = agreementFacts(planning, { settings, today, actor: unit.actor });
  return decideAgreement(proposal, facts.sources, facts.context);
}

function checkCatalogue(proposal: AgreementProposal, known: Catalogue): Refusal | undefined {
  if (!known.categories.includes(proposal.category)) {
    return { code: "category_unknown", got: proposal.category, known: known.categories };
  }
  if (proposal.kind === "unchanged") return undefined;
  if (!known.profiles.includes(proposal.profile)) {
    return { code: "profile_unknown", got: proposal.profile, known: known.profiles };
  }
  for (const [term, got] of Object.entries(proposal.units)) {
    if (got !== undefined && !known.ledgerUnits.includes(got)) {
      return { code: "ledger_unit_unknown", term, got, known: known.ledgerUnits };
    }
  }
  return undefined;
}
