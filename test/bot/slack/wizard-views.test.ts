import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvalMessage } from "#bot/slack/approvals/approval-message.ts";
import { emptyForm, type Form, STEPS } from "#bot/slack/wizard/form.ts";
import { capsFor, proposalOf } from "#bot/slack/wizard/proposal.ts";
import type { Shown } from "#bot/slack/wizard/step.ts";
import { asSeenAt, WIZARD_STEPS } from "#bot/slack/wizard/wizard.ts";
import { createTexts } from "#bot/texts/texts.ts";
import type { AgreementContext, AgreementSource } from "#core/agreement/agreement.ts";
import { decideAgreement } from "#core/agreement/decide-agreement.ts";
import { NO_LOCAL_HOLIDAYS } from "#core/business-days.ts";
import { addDays } from "#core/calendar.ts";
import { type Cents, cents, percent } from "#core/money.ts";
import type { AgreementBasis, Candidate } from "#db/queries/agreement/read-agreement-basis.ts";
import type { Approval } from "#db/queries/agreement/read-approval.ts";
import { validateMessage, validateView } from "#test/emulators/slack/validate.ts";
import {
  agreementNumber,
  customerId,
  invoiceId,
  operatorId,
  TODAY,
} from "#test/support/provider.ts";

/** What people and billing systems write: long, marked up, of any script. */
const anyText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" }),
  fc.constantFrom("<!channel> *gordo* _x_ ~y~ `z` & <@U1>", "😀".repeat(150), "<https://x|y>", " "),
);

const aCandidate: fc.Arbitrary<Candidate> = fc.record({
  invoice: fc.string({ minLength: 1, maxLength: 120 }).map(invoiceId),
  number: fc.option(anyText),
  dueDate: fc.integer({ min: 10, max: 400 }).map((days) => addDays(TODAY, -days)),
  daysOverdue: fc.integer({ min: 10, max: 400 }),
  balanceCents: fc.integer({ min: 1, max: 10_000_000 }).map(cents),
  fined: fc.boolean(),
  hasOnTimeDiscount: fc.boolean(),
  leaves: fc.option(fc.constant(agreementNumber(12))),
  authorisation: fc.constantFrom(
    "authorised" as const,
    { reason: "remittance" } as const,
    { reason: "in_another_agreement", agreement: agreementNumber(3) } as const,
  ),
  forbidden: fc.constant(null),
});

const names = fc.uniqueArray(anyText, { maxLength: 120 });

const aBasis: fc.Arbitrary<AgreementBasis> = fc.record({
  customer: fc.constant(customerId("C1")),
  name: anyText,
  taxId: fc.option(fc.constant("***.982.247-**")),
  taxIdKind: fc.constantFrom("cpf", "cnpj"),
  candidates: fc.uniqueArray(aCandidate, { maxLength: 40, selector: ({ invoice }) => invoice }),
  categories: names,
  profiles: names,
  ledgerUnits: fc.uniqueArray(fc.record({ code: anyText, name: anyText }), {
    maxLength: 120,
    selector: ({ code }) => code,
  }),
  lastUnits: fc.constant({}),
  sourcesBecome: fc.constantFrom("deleted", "suspended"),
  maxInstalments: fc.constantFrom(2, 12, 60),
  allowance: fc.constant({ maxDiscount: percent(10), maxInstalments: 6, maxAmountCents: null }),
  localHolidays: fc.constant(NO_LOCAL_HOLIDAYS),
});

const aForm = ({ candidates, categories, profiles }: AgreementBasis): fc.Arbitrary<Form> =>
  fc
    .record({
      kind: fc.constantFrom("renegotiated" as const, "unchanged" as const),
      discount: fc.integer({ min: 0, max: 50 }),
      charges: fc.integer({ min: 0, max: 100_000 }),
      split: fc.constantFrom("single" as const, "instalments" as const, null),
      count: fc.option(fc.integer({ min: 1, max: 70 })),
      words: anyText,
    })
    .map(({ kind, discount, charges, split, count, words }) => ({
      ...emptyForm(candidates.map(({ invoice }) => invoice)),
      kind,
      terms: { ...emptyForm([]).terms, discount: percent(discount), charges: charges as Cents },
      split,
      count,
      toleranceDate: addDays(TODAY, 30),
      category: categories[0] ?? null,
      profile: profiles[0] ?? null,
      description: words.trim(),
    }));

/** What the core would compute, of candidates that are all authorised. */
function previewOf(form: Form, basis: AgreementBasis): Shown["preview"] {
  const sources: AgreementSource[] = basis.candidates.map((one) => ({
    invoice: one.invoice,
    amount: one.balanceCents,
    onTimeDiscountCents: cents(0),
    facts: { state: "open", agreement: undefined, hasFiscalDocument: false, hasRemittance: false },
  }));
  const context: AgreementContext = {
    today: TODAY,
    caps: capsFor(form, basis, { today: TODAY, instalments: 60 }),
    settings: {
      allowFiscalDocument: true,
      allowRemittance: true,
      sources: basis.sourcesBecome,
      instalmentLimit: basis.maxInstalments,
    },
  };
  const decided = decideAgreement(proposalOf(form, basis, TODAY), sources, context);
  if (!decided.ok) return decided;
  return {
    ok: true,
    value: { agreement: null, plan: decided.value, invoices: [], status: "live" },
  };
}

const shownOf = (permissions: readonly string[]) =>
  aBasis.chain((basis) =>
    fc.record({
      basis: fc.constant(basis),
      form: aForm(basis),
      step: fc.constantFrom(...STEPS),
      page: fc.integer({ min: 0, max: 4 }),
      notice: fc.option(anyText, { nil: undefined }),
      permissions: fc.constant(permissions),
    }),
  );

describe.each(["pt-BR", "en"] as const)("the wizard in %s", (language) => {
  const texts = createTexts(language, TODAY);

  it("has valid views whatever stands in the data, and nothing of it is markup", () => {
    fc.assert(
      fc.property(
        shownOf(["agreement.fees-reason"]),
        ({ basis, form, step, page, notice, permissions }) => {
          const shown: Shown = {
            form,
            basis,
            texts,
            today: TODAY,
            notice,
            place: { draft: "d", revision: 1, customer: basis.customer, step, page },
            person: {
              id: operatorId("ana"),
              name: "ana",
              role: "operator",
              slackUser: "U1",
              permissions: new Set(permissions) as Shown["person"]["permissions"],
            },
            preview: previewOf(asSeenAt(form, step), basis),
          };
          const view = WIZARD_STEPS[step].view(shown);

          expect(validateView(view)).toEqual([]);
          expect(markupIn(view)).not.toMatch(/<!channel>|<@U1>|<https:/);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("asks approvers with a valid message whatever stands in the data", () => {
    const anApproval = fc.record({
      name: anyText,
      author: anyText,
      reason: fc.option(anyText),
      category: anyText,
      decision: fc.constantFrom("approved" as const, "refused" as const, "void" as const, null),
    });
    fc.assert(
      fc.property(anApproval, ({ name, author, reason, category, decision }) => {
        const approval: Approval = {
          agreement: agreementNumber(7),
          customer: customerId("C1"),
          name,
          status: decision === null ? "awaiting approval" : "refused",
          proposal: { kind: "unchanged", toleranceDate: addDays(TODAY, 9), category },
          feesReason: reason,
          baseCents: cents(100),
          totalCents: cents(100),
          madeBy: operatorId("ana"),
          authorName: author,
          authorSlackUser: null,
          askedOn: TODAY,
          exceeded: [{ what: "amount", asked: cents(100), max: cents(50) }],
          decision,
          decidedBy: decision === null ? null : author,
          decidedOn: decision === null ? null : TODAY,
          reason,
          invoices: [],
          history: {
            oldestDue: null,
            agreements: 0,
            fulfilled: 0,
            givenUp: 0,
            brokenInvoices: 0,
            lastContactOn: null,
            lastPaymentOn: null,
          },
        };
        const message = approvalMessage(approval, texts);

        expect(validateMessage(message)).toEqual([]);
        expect(markupIn(message)).not.toMatch(/<!channel>|<@U1>|<https:/);
      }),
      { numRuns: 150 },
    );
  });
});

/** All that Slack would read as mrkdwn. */
function markupIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(markupIn).join("\n");
  if (typeof value !== "object" || value === null) return "";
  const { type, text, ...rest } = value as { type?: unknown; text?: unknown };
  const own = type === "mrkdwn" ? String(text) : markupIn(text);
  return own + Object.values(rest).map(markupIn).join("\n");
}
