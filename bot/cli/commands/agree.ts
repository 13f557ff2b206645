import type { CustomerId, InvoiceId } from "#core/ids.ts";
import { makeAgreement } from "#core/use-cases/make-agreement.ts";
import { awaitedOf, documentOf, textOf } from "../agreement-document.ts";
import { ask } from "../call.ts";
import { define, needed, optional, toggle } from "../command.ts";
import { proposalOf } from "../proposal.ts";
import {
  amount,
  anyText,
  choice,
  day,
  id,
  list,
  percentage,
  text,
  wholeNumber,
} from "../readers.ts";

const UNIT = text(100);
const unit = (term: string) =>
  optional(
    `--unit-${term} <code>`,
    `ledger unit of the ${term}; needed when it is not zero, and then only`,
    UNIT,
  );

const HELP = [
  "Makes an agreement over invoices of a customer that await negotiation, or whose earlier agreement is broken.",
  "",
  "Kind unchanged: the invoices are awaited as they are; only --tolerance and --category.",
  "",
  "Kind renegotiated: total = base + increase + fine - discount - discount amount + charges + fees, where base is the sum of the invoices and each percentage is of the base. New invoices replace the old ones: one (--due), or instalments (--instalments and --first-due), with --description and --profile. The law caps increase, fine and fees.",
].join("\n");

export const agree = define({
  name: "agree",
  help: HELP,
  example:
    '--customer C1042 --invoices F881,F902 --kind renegotiated --tolerance 2026-12-20 --category Atraso --increase 3.5 --unit-increase 4.1.1 --instalments 3 --first-due 2026-12-10 --description "Acordo" --profile Principal --dry-run --json',
  flags: {
    customer: needed("--customer <id>", "the customer's id", id<CustomerId>("a customer's id")),
    invoices: needed(
      "--invoices <ids>",
      "invoice ids, separated by commas",
      list(id<InvoiceId>("an invoice's id")),
    ),
    kind: needed(
      "--kind <kind>",
      "unchanged or renegotiated",
      choice(["unchanged", "renegotiated"] as const),
    ),
    tolerance: needed(
      "--tolerance <YYYY-MM-DD>",
      "last day on which the promise can be kept, after today",
      day,
    ),
    category: needed("--category <name>", "name of a category", text(300)),
    increase: optional("--increase <percent>", "increase in % of the base (3.5)", percentage),
    fine: optional("--fine <percent>", "fine in % of the base (2)", percentage),
    discount: optional("--discount <percent>", "discount in % of the base (10)", percentage),
    discountAmount: optional("--discount-amount <reais>", "discount in R$ (5.00)", amount),
    charges: optional("--charges <reais>", "charges in R$ (5.00)", amount),
    fees: optional("--fees <reais>", "fees in R$ (10.00)", amount),
    feesReason: optional(
      "--fees-reason <text>",
      "why a consumer (CPF) is asked for fees; needs the permission agreement.fees-reason",
      anyText,
    ),
    unitIncrease: unit("increase"),
    unitFine: unit("fine"),
    unitDiscount: optional(
      "--unit-discount <code>",
      "ledger unit of both discounts; needed when one is not zero, and then only",
      UNIT,
    ),
    unitCharges: unit("charges"),
    unitFees: unit("fees"),
    due: optional("--due <YYYY-MM-DD>", "due date of the one new invoice, today or later", day),
    instalments: optional(
      "--instalments <count>",
      "number of instalments, 2 to 60 (the limit is a setting)",
      wholeNumber(0, 9_999),
    ),
    firstDue: optional(
      "--first-due <YYYY-MM-DD>",
      "due date of the first instalment, today or later; the others follow monthly",
      day,
    ),
    description: optional("--description <text>", "description of the new invoices", text(2_000)),
    profile: optional("--profile <name>", "payment profile of the new invoices", text(300)),
    keepDiscount: toggle(
      "--keep-discount",
      "keep the contract's on-time discount on the new invoices",
    ),
    amounts: optional(
      "--amounts <reais>",
      "amount of every instalment, separated by commas (100.00,90.50); must add up to the total",
      list(amount),
    ),
    dates: optional(
      "--dates <dates>",
      "due date of every instalment, separated by commas, ascending",
      list(day),
    ),
    dryRun: toggle("--dry-run", "show what would come and change nothing"),
  },
  async work(call, flags) {
    const { customer, invoices, feesReason, dryRun } = flags;
    const agreed = await ask(call, makeAgreement, {
      customer,
      invoices,
      proposal: proposalOf(flags),
      feesReason,
      dryRun,
    });
    const document = documentOf(agreed, await awaitedOf(call, agreed));
    return { json: document, text: textOf(document) };
  },
});
