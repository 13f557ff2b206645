import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAgreement } from "#core/agreement/decide-agreement.ts";
import { NO_LOCAL_HOLIDAYS } from "#core/business-days.ts";
import { addDays, date } from "#core/calendar.ts";
import type { InvoiceId } from "#core/ids.ts";
import { chargeCaps } from "#core/law/charge-caps.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { cents, sumCents } from "#core/money.ts";
import { amountDue } from "#core/payment/amount-due.ts";
import { makeOffers } from "#core/policy/offers.ts";
import type { OfferedDebt } from "#core/self-service/offer.ts";
import { proposalOf } from "#core/self-service/proposal.ts";
import { settingsFrom } from "#core/settings.ts";
import { someRow } from "../policy/support.ts";

const TODAY = date("2026-11-24");
const settings = settingsFrom(new Map());
const defaults = {
  category: "Acordo",
  profile: "Itaú",
  units: { discount: "4.1", fine: "3.2", increase: "3.1" },
};

type Line = { readonly cents: number; readonly days: number; readonly fined: boolean };

function debtOf(lines: readonly Line[]): OfferedDebt {
  const invoices = lines.map(({ cents: amount, days, fined }, index) => {
    const dueDate = addDays(TODAY, -days);
    const due = amountDue(
      {
        amountCents: cents(amount),
        paidCents: cents(0),
        dueDate,
        fined,
        onTimeDiscountCents: cents(0),
        breaksAfter: undefined,
      },
      {
        today: TODAY,
        pack: packFor(TODAY),
        localHolidays: NO_LOCAL_HOLIDAYS,
        charges: { fine: true, interest: true },
      },
    );
    const { balanceCents, fineCents, interestCents } = due;
    const invoice = `F${index}` as InvoiceId;
    return { invoice, dueDate, fined, balanceCents, fineCents, interestCents };
  });
  const sum = (of: "balanceCents" | "fineCents" | "interestCents") =>
    sumCents(invoices.map((one) => one[of]));
  const [balanceCents, fineCents, interestCents] = [
    sum("balanceCents"),
    sum("fineCents"),
    sum("interestCents"),
  ];
  return {
    invoices,
    balanceCents,
    fineCents,
    interestCents,
    totalCents: sumCents([balanceCents, fineCents, interestCents]),
    daysOverdue: Math.max(...lines.map(({ days }) => days)),
  };
}

/** As the agreement's own command decides it. */
function decided(debt: OfferedDebt, proposal: Parameters<typeof decideAgreement>[0]) {
  const count =
    proposal.kind === "renegotiated" && proposal.split.kind === "instalments"
      ? proposal.split.count
      : 1;
  return decideAgreement(
    proposal,
    debt.invoices.map(({ invoice, balanceCents }) => ({
      invoice,
      amount: balanceCents,
      onTimeDiscountCents: cents(0),
      facts: {
        state: "open",
        agreement: undefined,
        hasFiscalDocument: false,
        hasRemittance: false,
      },
    })),
    {
      today: TODAY,
      caps: chargeCaps(packFor(TODAY), {
        today: TODAY,
        localHolidays: NO_LOCAL_HOLIDAYS,
        oldestDueDate: debt.invoices.map(({ dueDate }) => dueDate).sort()[0]!,
        instalments: count,
        unfinedBaseCents: sumCents(
          debt.invoices.filter(({ fined }) => !fined).map(({ balanceCents }) => balanceCents),
        ),
        taxIdKind: "cpf",
        feesReason: false,
      }),
      settings: {
        allowFiscalDocument: false,
        allowRemittance: false,
        sources: "deleted",
        instalmentLimit: 60,
      },
    },
  );
}

describe("an offer as an agreement", () => {
  it("is to the cent what was offered, dates and all, and within the law's caps", () => {
    const line = fc.record({
      cents: fc.integer({ min: 1_00, max: 3_000_00 }),
      days: fc.integer({ min: 10, max: 900 }),
      fined: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), someRow, (lines, row) => {
        const debt = debtOf(lines);
        const owed = { amount: debt.totalCents, daysOverdue: debt.daysOverdue };
        for (const { standsUntil: _, ...terms } of makeOffers(row, owed, TODAY)) {
          // So much off leaves nothing of the debt itself: no agreement, whoever makes it.
          if (terms.discountCents >= debt.balanceCents) continue;
          const proposal = proposalOf({ debt, terms, defaults, description: "Acordo", settings });
          if (!proposal.ok) throw new Error(JSON.stringify(proposal.refusal));
          const plan = decided(debt, proposal.value);
          if (!plan.ok) throw new Error(JSON.stringify(plan.refusal));
          expect(plan.value.total).toBe(terms.totalCents);
          expect(
            plan.value.instalments.map(({ dueDate, amount }) => ({ dueDate, amount })),
          ).toEqual(terms.instalments.map(({ dueDate, amount }) => ({ dueDate, amount })));
        }
      }),
    );
  });

  it("asks for a ledger unit of what it adds or takes, and for no other", () => {
    const debt = debtOf([{ cents: 100_00, days: 100, fined: true }]);
    const terms = {
      count: 1,
      totalCents: debt.totalCents,
      discountCents: cents(0),
      instalments: [{ number: 1, dueDate: TODAY, amount: debt.totalCents }],
    };
    const propose = (units: object) =>
      proposalOf({ debt, terms, defaults: { ...defaults, units }, description: "x", settings });
    expect(propose({ increase: "3.1" })).toMatchObject({ ok: true });
    expect(propose({ discount: "4.1" })).toEqual({
      ok: false,
      refusal: { code: "self_service_not_configured", missing: "increase" },
    });
  });
});
