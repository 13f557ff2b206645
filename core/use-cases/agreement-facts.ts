import type {
  AgreementContext,
  AgreementProposal,
  AgreementSource,
} from "../agreement/agreement.ts";
import type { CivilDate } from "../calendar.ts";
import { balanceOf, type Invoice } from "../collection/invoice.ts";
import { chargeCaps } from "../law/charge-caps.ts";
import { packFor } from "../law/rule-pack.ts";
import { sumCents } from "../money.ts";
import type { Actor, Customer } from "../ports.ts";
import type { Settings } from "../settings.ts";
import { taxIdKind } from "../tax-id.ts";

type Asked = {
  readonly customer: Customer;
  readonly sources: readonly Invoice[];
  readonly proposal: AgreementProposal;
  readonly feesReason?: string | undefined;
};
type Situation = { readonly settings: Settings; readonly today: CivilDate; readonly actor: Actor };

/** What the pure decision needs, out of what was loaded. */
export function agreementFacts(
  asked: Asked,
  { settings, today, actor }: Situation,
): { sources: AgreementSource[]; context: AgreementContext } {
  const { sources, proposal, customer, feesReason } = asked;
  const oldestDueDate = sources.map((i) => i.dueDate).sort()[0] ?? today;
  const caps = chargeCaps(packFor(today), {
    today,
    localHolidays: new Set(settings["calendar.extraHolidays"]),
    oldestDueDate,
    instalments: instalmentsOf(proposal),
    unfinedBaseCents: sumCents(sources.filter((i) => !i.fined).map(balanceOf)),
    // Without a tax id the customer is treated as a consumer: the stricter law.
    taxIdKind: customer.taxId === null ? "cpf" : taxIdKind(customer.taxId),
    feesReason: hasReason(feesReason) && actor.permissions.has("agreement.fees-reason"),
  });
  return {
    sources: sources.map((invoice) => sourceOf(invoice, today)),
    context: {
      today,
      caps,
      settings: {
        allowFiscalDocument: settings["authorise.fiscalDocument"],
        allowRemittance: settings["authorise.remittance"],
        sources: settings["agreement.sources"],
        instalmentLimit: settings["agreement.maxInstalments"],
      },
    },
  };
}

const hasReason = (reason: string | undefined): boolean => (reason ?? "").trim() !== "";

/** At least one, so that a count of less is refused as a count and not as a cap below zero. */
const instalmentsOf = (proposal: AgreementProposal): number =>
  proposal.kind === "renegotiated" && proposal.split.kind === "instalments"
    ? Math.max(proposal.split.count, 1)
    : 1;

function sourceOf(invoice: Invoice, today: CivilDate): AgreementSource {
  const { id, place, agreement, breaksAfter } = invoice;
  // The state of a replaced invoice is our own doing: what refuses it is the agreement that replaced it.
  const state = place === "replaced" ? "open" : invoice.state;
  const held = agreement !== undefined && (place === "in agreement" || place === "replaced");
  const broken = breaksAfter !== undefined && today > breaksAfter;
  return {
    invoice: id,
    amount: balanceOf(invoice),
    onTimeDiscountCents: invoice.onTimeDiscountCents,
    facts: {
      state,
      agreement: held ? { number: agreement, broken } : undefined,
      hasFiscalDocument: invoice.hasFiscalDocument,
      hasRemittance: invoice.hasRemittance,
    },
  };
}
