import type { AgreementNumber, InvoiceId } from "../ids.ts";
import type { Agreement, Unit } from "../ports.ts";
import type { Refusal } from "../refusals.ts";
import { accept, type Result, refuse } from "../result.ts";
import { command, lockedCustomer } from "./command.ts";
import { lawOn } from "./law-on.ts";
import { checkCollectable, checkMove } from "./load-invoices.ts";
import { exceededBy, planAgreement } from "./make-agreement.ts";
import { checkReason } from "./reasons.ts";
import { record } from "./record.ts";
import { putInForce } from "./write-agreement.ts";

export type ApproveAgreement = { readonly agreement: AgreementNumber };
export type RefuseAgreement = { readonly agreement: AgreementNumber; readonly reason: string };
export type Decided = {
  readonly agreement: AgreementNumber;
  readonly status: "live" | "refused";
  readonly invoices: readonly InvoiceId[];
};

/** Puts a waiting agreement in force, decided again with what holds today; the author may not approve it. */
export const approveAgreement = command<ApproveAgreement, Decided>(
  "approve",
  "agreement.approve",
  async (unit, { input, today }) => {
    const waiting = await loadWaiting(unit, input.agreement);
    if (!waiting.ok) return waiting;
    const { number, customer: id, proposal, feesReason, members, madeBy } = waiting.value;
    const customer = await lockedCustomer(unit, id);
    if (!customer.ok) return customer;
    const sources = members.map(({ invoice }) => invoice);
    const unfit =
      checkMove("agree", sources) ?? checkCollectable(sources, today, await lawOn(unit, today));
    if (unfit !== undefined) return refuse(unfit);
    const plan = await planAgreement(
      unit,
      {
        customer: customer.value,
        sources,
        invoices: sources.map((invoice) => invoice.id),
        proposal,
        ...(feesReason === null ? {} : { feesReason }),
      },
      today,
    );
    if (!plan.ok) return plan;
    const [exceeded] = exceededBy(plan.value, unit.actor);
    if (exceeded !== undefined) return refuse({ code: "approver_allowance_exceeded", ...exceeded });

    await unit.closeApproval(number, { as: "approved", reason: null, on: today });
    await unit.setAgreementStatus(number, "live", null);
    await unit.dropHeldMembers(number);
    if (plan.value.sourcesBecome !== "awaited") {
      await unit.setSourcesBecome(number, plan.value.sourcesBecome);
    }
    await record(unit, [
      { kind: "agreement_approved", customer: id, agreement: number, data: { askedBy: madeBy } },
    ]);
    const written = await putInForce(
      unit,
      {
        agreement: number,
        customer: customer.value,
        sources,
        plan: plan.value,
        feesReason,
        operator: madeBy,
      },
      today,
    );
    return accept({ agreement: number, status: "live", invoices: written.invoices });
  },
);

/** Sends a waiting agreement back; its invoices are free again. */
export const refuseAgreement = command<RefuseAgreement, Decided>(
  "refuse",
  "agreement.approve",
  async (unit, { input, today }) => {
    const refusal = checkReason(input.reason);
    if (refusal !== undefined) return refuse(refusal);
    const waiting = await loadWaiting(unit, input.agreement);
    if (!waiting.ok) return waiting;
    const { number, customer, madeBy } = waiting.value;
    await unit.closeApproval(number, { as: "refused", reason: input.reason, on: today });
    await unit.setAgreementStatus(number, "refused", { on: today, reason: input.reason });
    await unit.dropHeldMembers(number);
    await record(unit, [
      {
        kind: "agreement_refused",
        customer,
        agreement: number,
        data: { askedBy: madeBy, reason: input.reason },
      },
    ]);
    return accept({ agreement: number, status: "refused", invoices: [] });
  },
);

async function loadWaiting(
  unit: Unit,
  number: AgreementNumber,
): Promise<Result<Agreement, Refusal>> {
  const customer = await unit.customerOfAgreement(number);
  if (customer === undefined) return refuse({ code: "agreement_unknown", agreement: number });
  await unit.lockCustomer(customer);
  const agreement = await unit.agreement(number);
  if (agreement === undefined) return refuse({ code: "agreement_unknown", agreement: number });
  if (agreement.status !== "awaiting approval") {
    return refuse({ code: "agreement_not_awaiting", agreement: number, status: agreement.status });
  }
  return agreement.madeBy === unit.actor.id
    ? refuse({ code: "own_agreement", agreement: number })
    : accept(agreement);
}
