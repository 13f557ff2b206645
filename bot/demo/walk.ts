import { NO_TERMS } from "#core/agreement/terms.ts";
import { addDays, addMonths, type CivilDate } from "#core/calendar.ts";
import type { CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import { cents, formatAmount, percent } from "#core/money.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { confirmCollection } from "#core/use-cases/confirm-collection.ts";
import { type Agreed, makeAgreement } from "#core/use-cases/make-agreement.ts";
import { startCollection } from "#core/use-cases/start-collection.ts";
import { LEDGER_UNITS, PROFILES } from "./provider/catalogue.ts";

export type Walk = {
  readonly customer: CustomerId;
  readonly invoices: readonly InvoiceId[];
  readonly today: CivilDate;
};

/** One command as it is typed, what it answered, and how to run it. */
export type WalkStep = {
  readonly typed: string;
  readonly run: (ports: Ports) => Promise<Result<string, Refusal>>;
};

const OPERATOR = "carla" as OperatorId;

/** From the first panel to an agreement in three instalments, with the figures of the specification's worked example. */
export const walkSteps = (walk: Walk): WalkStep[] => [
  startStep(walk),
  confirmStep(walk),
  agreeStep(walk),
];

const requestOf = <Input>({ customer, today }: Walk, name: string, input: Input) => ({
  input,
  actor: OPERATOR,
  today,
  key: `demo:${customer}:walk ${name}`,
});

const startStep = (walk: Walk): WalkStep => ({
  typed: `start --customer ${walk.customer}`,
  run: async (ports) =>
    told(
      await startCollection(ports, requestOf(walk, "start", { customer: walk.customer })),
      (v) => `${v.invoices.length} invoices are ${v.stage}`,
    ),
});

const confirmStep = (walk: Walk): WalkStep => ({
  typed: `confirm --customer ${walk.customer}`,
  run: async (ports) =>
    told(
      await confirmCollection(ports, requestOf(walk, "confirm", { customer: walk.customer })),
      (v) => `${v.invoices.length} invoices are ${v.stage} in account ${v.account}`,
    ),
});

function agreeStep(walk: Walk): WalkStep {
  const toleranceDate = addMonths(walk.today, 3);
  const firstDue = addDays(walk.today, 7);
  return {
    typed: typedAgree(walk, { toleranceDate, firstDue }),
    run: async (ports) =>
      told(
        await makeAgreement(
          ports,
          requestOf(walk, "agree", {
            customer: walk.customer,
            invoices: walk.invoices,
            proposal: {
              kind: "renegotiated",
              toleranceDate,
              category: CATEGORY,
              terms: TERMS,
              units: UNITS,
              split: { kind: "instalments", count: 3, firstDue },
              description: DESCRIPTION,
              profile: PROFILES.pix,
              keepDiscount: false,
            },
          }),
        ),
        tellAgreement,
      ),
  };
}

const CATEGORY = "Renegociação";
const DESCRIPTION = "Acordo em 3 parcelas";
const TERMS = {
  ...NO_TERMS,
  increase: percent(3.5),
  fine: percent(2),
  discount: percent(10),
  discountAmount: cents(500),
  charges: cents(500),
  fees: cents(1_000),
};
const UNITS = {
  increase: LEDGER_UNITS.increase.code,
  fine: LEDGER_UNITS.fine.code,
  charges: LEDGER_UNITS.charges.code,
  fees: LEDGER_UNITS.fees.code,
  discount: LEDGER_UNITS.discount.code,
};

const typedAgree = (
  { customer, invoices }: Walk,
  { toleranceDate, firstDue }: { toleranceDate: CivilDate; firstDue: CivilDate },
): string =>
  [
    `agree --customer ${customer} --invoices ${invoices.join(",")} --kind renegotiated`,
    `--tolerance ${toleranceDate} --category ${CATEGORY} --increase 3.5 --fine 2 --discount 10`,
    "--discount-amount 5.00 --charges 5.00 --fees 10.00",
    ...Object.entries(UNITS).map(([term, code]) => `--unit-${term} ${code}`),
    `--instalments 3 --first-due ${firstDue} --description '${DESCRIPTION}' --profile '${PROFILES.pix}'`,
  ].join(" ");

function tellAgreement({ agreement, plan }: Agreed): string {
  const instalments = plan.instalments.map(
    ({ dueDate, amount }) => `${formatAmount(amount)} on ${dueDate}`,
  );
  return `agreement ${agreement}: ${formatAmount(plan.base)} becomes ${formatAmount(plan.total)}, ${instalments.join(", ")}`;
}

function told<Value>(
  outcome: Result<Value, Refusal>,
  tell: (value: Value) => string,
): Result<string, Refusal> {
  return outcome.ok ? { ok: true, value: tell(outcome.value) } : outcome;
}
