import { and, eq, isNull, sql } from "drizzle-orm";
import type { AgreementProposal } from "#core/agreement/agreement.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import type { Agreement, AgreementStatus, NewAgreement, NewMember, Unit } from "#core/ports.ts";
import { agreement, agreementInvoice, agreementLine, approval } from "../schema/agreement.ts";
import { loadInvoices } from "./invoices.ts";
import { asTexts, type Scope } from "./scope.ts";

type Methods = Pick<
  Unit,
  | "createAgreement"
  | "addMembers"
  | "holdMembers"
  | "dropHeldMembers"
  | "addLines"
  | "agreement"
  | "freeMembers"
  | "setAgreementStatus"
  | "setSourcesBecome"
  | "openApproval"
  | "closeApproval"
>;

export function agreementMethods(scope: Scope): Methods {
  const { tx, actor } = scope;
  return {
    createAgreement: (made, today) => createAgreement(scope, made, today),
    addMembers: (number, members) => addMembers(scope, number, { members, hold: "live" }),
    holdMembers: (number, members) => addMembers(scope, number, { members, hold: "held" }),
    async dropHeldMembers(number) {
      await tx
        .delete(agreementInvoice)
        .where(and(eq(agreementInvoice.agreement, number), agreementInvoice.held));
    },
    async addLines(number, lines) {
      await tx.insert(agreementLine).values(
        lines.map(({ amount: amountCents, unit: ledgerUnit, ...line }) => ({
          ...line,
          agreement: number,
          amountCents,
          ledgerUnit,
        })),
      );
    },
    agreement: (number) => loadAgreement(scope, number),
    async freeMembers(number, invoices) {
      await tx.execute(sql`update agreement_invoice set live = false
        where agreement = ${number} and invoice_id = any(${asTexts(invoices)})`);
    },
    async setAgreementStatus(number, status, end) {
      await tx
        .update(agreement)
        .set({ status, endedOn: end?.on ?? null, endReason: end?.reason ?? null })
        .where(eq(agreement.number, number));
    },
    async setSourcesBecome(number, sourcesBecome) {
      await tx.update(agreement).set({ sourcesBecome }).where(eq(agreement.number, number));
    },
    async openApproval(number, exceeded, askedOn) {
      await tx.insert(approval).values({ agreement: number, askedBy: actor.id, askedOn, exceeded });
    },
    async closeApproval(number, { as: decision, reason, on: decidedOn }) {
      await tx
        .update(approval)
        .set({ decision, reason, decidedOn, decidedBy: actor.id })
        .where(and(eq(approval.agreement, number), isNull(approval.decision)));
    },
  };
}

async function createAgreement(
  { tx, actor }: Scope,
  { customer, status, plan, proposal, feesReason, sourcesBecome }: NewAgreement,
  madeOn: CivilDate,
): Promise<AgreementNumber> {
  const [made] = await tx
    .insert(agreement)
    .values({
      customerId: customer,
      kind: plan.kind,
      status,
      toleranceDate: plan.toleranceDate,
      category: plan.category,
      baseCents: plan.base,
      totalCents: plan.total,
      proposal,
      sourcesBecome,
      feesReason,
      madeBy: actor.id,
      madeOn,
    })
    .returning({ number: agreement.number });
  if (made === undefined) throw new Error("the agreement was not written");
  return made.number;
}

async function addMembers(
  { tx }: Scope,
  number: AgreementNumber,
  { members, hold }: { members: readonly NewMember[]; hold: "live" | "held" },
): Promise<void> {
  await tx.insert(agreementInvoice).values(
    members.map(({ invoice: invoiceId, ...member }) => ({
      ...member,
      agreement: number,
      invoiceId,
      live: hold === "live",
      held: hold === "held",
    })),
  );
}

async function loadAgreement(
  { tx }: Scope,
  number: AgreementNumber,
): Promise<Agreement | undefined> {
  const [found] = await tx.select().from(agreement).where(eq(agreement.number, number));
  if (found === undefined) return undefined;
  const members = await tx
    .select()
    .from(agreementInvoice)
    .where(eq(agreementInvoice.agreement, number))
    .orderBy(agreementInvoice.instalment, agreementInvoice.invoiceId);
  const invoices = await invoicesById(tx, number);
  return {
    number,
    customer: found.customerId,
    kind: found.kind,
    status: found.status as AgreementStatus,
    toleranceDate: found.toleranceDate,
    baseCents: found.baseCents,
    totalCents: found.totalCents,
    proposal: found.proposal as AgreementProposal,
    feesReason: found.feesReason,
    madeBy: found.madeBy,
    members: members.flatMap((member) => {
      const invoice = invoices.get(member.invoiceId);
      const { isSource, isAwaited, instalment, amountCents: enteredCents, live } = member;
      return invoice === undefined
        ? []
        : [{ invoice, isSource, isAwaited, instalment, enteredCents, live }];
    }),
  };
}

async function invoicesById(tx: Scope["tx"], number: AgreementNumber) {
  const loaded = await loadInvoices(
    tx,
    sql`i.id in (select invoice_id from agreement_invoice where agreement = ${number})`,
  );
  return new Map<InvoiceId, (typeof loaded)[number]>(loaded.map((i) => [i.id, i]));
}
