import { describe, expect, test } from "vitest";
import { OPERATORS } from "#bot/demo/provider/catalogue.ts";
import { GROUP_SIZES } from "#bot/demo/provider/planned-case.ts";
import { DEFAULT_ROLES } from "#core/access/roles.ts";
import { isBusinessDay } from "#core/business-days.ts";
import { type CivilDate, date, daysBetween } from "#core/calendar.ts";
import { removalDeadline } from "#core/law/deadlines.ts";
import { mayRegister } from "#core/law/register-spc.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { lawSettings } from "#core/law/settings.ts";
import { withinAllowance } from "#core/policy/allowance.ts";
import { settingsFrom } from "#core/settings.ts";
import {
  casesOf,
  decide,
  forAnyProvider,
  lastDays,
  planOf,
  sourcesOf,
  withProposal,
} from "./any-provider.ts";
import { forwardDay, providerOf } from "./provider.ts";

const settings = settingsFrom(new Map());

describe("the planned cases", () => {
  test("have at 2,000 customers the sizes that are promised, and three of each in a small provider", () => {
    const sizes = (customers: number) => {
      const { plannedCases } = providerOf({ seed: 1, today: date("2026-11-24"), customers });
      const counts: Record<string, number> = {};
      for (const { group } of plannedCases) counts[group] = (counts[group] ?? 0) + 1;
      return counts;
    };
    expect(sizes(2_000)).toEqual(GROUP_SIZES);
    const { walkThrough, ...others } = sizes(120);
    expect(walkThrough).toBe(1);
    expect(new Set(Object.values(others))).toEqual(new Set([3]));
    expect(Object.keys(others)).toHaveLength(Object.keys(GROUP_SIZES).length - 1);
  });

  test("share no customer, and belong to an operator", () => {
    forAnyProvider(({ plannedCases }) => {
      const customers = plannedCases.map(({ customer }) => customer);
      expect(new Set(customers).size).toBe(customers.length);
      for (const { operator } of plannedCases) {
        expect(OPERATORS[operator as keyof typeof OPERATORS].role).toBe("operator");
      }
    });
  });

  test("are about every overdue invoice of their customer, all open, untouched and free to enter an agreement", () => {
    forAnyProvider((provider, today) => {
      const paid = new Set(
        provider.of("payment").map((p) => ("invoice" in p ? p.invoice : p.chargeNumber)),
      );
      for (const { customer, invoices } of provider.plannedCases) {
        const overdue = provider
          .of("invoice")
          .filter((i) => i.customer === customer && i.state !== "paid" && i.dueDate < today);
        expect(overdue.map(({ id }) => id)).toEqual(invoices);
        expect(invoices.length).toBeGreaterThanOrEqual(2);
        for (const { id, state, remittance, fiscalDocument, chargeNumber } of overdue) {
          expect({ state, remittance, fiscalDocument }).toEqual({
            state: "open",
            remittance: false,
            fiscalDocument: false,
          });
          expect(paid.has(id) || paid.has(chargeNumber)).toBe(false);
        }
      }
    });
  });

  test("have their invoices classified on the day they start", () => {
    forAnyProvider((provider) => {
      const contracts = provider.byId("contract");
      const ladders = provider.byId("ladder");
      const invoices = provider.byId("invoice");
      for (const planned of provider.plannedCases) {
        if (planned.group === "walkThrough") continue;
        expect(planned.days.classified <= planned.days.started).toBe(true);
        for (const id of planned.invoices) {
          const { contract, dueDate } = invoices.get(id)!;
          const day = forwardDay(ladders.get(contracts.get(contract)!.ladder)!)!;
          expect(daysBetween(dueDate, planned.days.classified)).toBeGreaterThanOrEqual(day);
        }
      }
    });
  });

  test("take each step on a business day, after the one before, and never after today", () => {
    const steps = ["started", "confirmed", "agreed", "registered"] as const;
    const ends = ["rescinded", "agreedAgain", "paid", "removed"] as const;
    forAnyProvider(({ plannedCases }, today) => {
      for (const { days } of plannedCases) {
        const named = days as Record<string, CivilDate | CivilDate[] | undefined>;
        const commands = steps.flatMap((step) => named[step] ?? []);
        expect(commands).toEqual([...new Set(commands)].sort());
        expect(commands.filter((day) => !isBusinessDay(day))).toEqual([]);
        const latest = commands.at(-1) ?? today;
        const after = ends.flatMap((end) => named[end] ?? []);
        expect([...commands, ...after].filter((day) => day > today)).toEqual([]);
        expect(after.filter((day) => day < latest)).toEqual([]);
      }
    });
  });
});

describe("an agreement of a planned case", () => {
  test("is one that the core accepts on its day", () => {
    forAnyProvider((provider) => {
      for (const planned of withProposal(provider)) {
        expect(planOf(provider, planned).total).toBeGreaterThan(0);
      }
    });
  });

  test("is within the operator's allowance, except those that await approval, which a supervisor can give", () => {
    const allowance = (role: string) => DEFAULT_ROLES.find(({ name }) => name === role)!.allowance;
    forAnyProvider((provider) => {
      for (const planned of withProposal(provider)) {
        const plan = planOf(provider, planned);
        const isWithin = withinAllowance(plan, allowance("operator")) === "within";
        expect(isWithin).toBe(planned.group !== "awaitingApproval");
        expect(withinAllowance(plan, allowance("supervisor"))).toBe("within");
      }
    });
  });

  test("stands today where it is told to be live", () => {
    forAnyProvider((provider, today) => {
      for (const planned of casesOf(provider, "unchanged", "split", "awaitingApproval")) {
        const paid = planned.group === "split" ? planned.days.paid.length : 0;
        const awaited = lastDays(provider, planned).slice(paid);
        expect(awaited.every((day) => today <= day)).toBe(true);
      }
    });
  });

  test("is broken today where it is told to be, and before it is renegotiated again", () => {
    forAnyProvider((provider, today) => {
      for (const planned of casesOf(provider, "broken")) {
        expect(lastDays(provider, planned).every((day) => today > day)).toBe(true);
      }
      for (const planned of casesOf(provider, "renegotiatedAgain")) {
        const { agreedAgain } = planned.days;
        expect(lastDays(provider, planned).every((day) => agreedAgain > day)).toBe(true);
      }
    });
  });

  test("can be renegotiated again over its broken invoices", () => {
    forAnyProvider((provider, today) => {
      for (const planned of casesOf(provider, "renegotiatedAgain")) {
        const { customer, proposalAgain: proposal, days } = planned;
        const plan = planOf(provider, planned);
        const sources = plan.instalments.map(({ dueDate, amount }, index) => ({
          id: `AC1-${index + 1}`,
          dueDate,
          amountCents: amount,
        }));
        const again = decide(provider, { customer, proposal, sources }, days.agreedAgain);
        expect(again.ok).toBe(true);
        expect(proposal.toleranceDate > today).toBe(true);
      }
    });
  });

  test("is paid in time where it is kept: each instalment in its order, or all invoices at once", () => {
    forAnyProvider((provider) => {
      for (const planned of casesOf(provider, "split", "fulfilled", "rescinded")) {
        const last = lastDays(provider, planned);
        const { paid } = planned.days;
        for (const [index, day] of paid.entries()) {
          expect(planned.days.agreed <= day && day <= last[index]!).toBe(true);
        }
        if (planned.group === "fulfilled" && planned.proposal.kind === "renegotiated") {
          expect(paid).toHaveLength(last.length);
        } else {
          expect(paid).toHaveLength(1);
        }
      }
    });
  });
});

describe("an SPC record of a planned case", () => {
  test("may be made on its day: broken, notified, contract ended, younger than five years", () => {
    forAnyProvider((provider) => {
      for (const planned of casesOf(provider, "spcRegistered", "spcCritique", "spcRemoved")) {
        const { registered } = planned.days;
        const law = { settings: lawSettings(settings), pack: packFor(registered) };
        const contract = provider.of("contract").find((c) => c.customer === planned.customer)!;
        const notices = provider
          .of("notice")
          .filter((notice) => notice.customer === planned.customer)
          .map(({ kind, deliveredAt }) => ({ kind, deliveredOn: deliveredAt }));
        for (const [index, { dueDate }] of sourcesOf(provider, planned).entries()) {
          const lateAfter = lastDays(provider, planned)[index]!;
          const debt = { dueDate, lateAfter, paid: false, arisesFromUse: true, disputes: [] };
          const facts = {
            debt,
            oweSince: dueDate,
            hasContract: true,
            contractEndedOn: contract.endedAt ?? null,
            notices,
            clearedOn: null,
          };
          expect(mayRegister(facts, registered, law)).toEqual({ answer: "allowed" });
        }
      }
    });
  });

  test("is paid after it was made, and removed within the days that the law gives", () => {
    forAnyProvider((provider) => {
      for (const planned of casesOf(provider, "spcCritique", "spcRemoved")) {
        const [paid] = planned.days.paid;
        expect(planned.days.registered < paid!).toBe(true);
      }
      for (const { days } of casesOf(provider, "spcRemoved")) {
        const [paid] = days.paid;
        expect(paid! < days.removed && days.removed <= removalDeadline(paid!)).toBe(true);
      }
    });
  });
});

describe("the case for a first walk", () => {
  test("is the first customer: a company with three invoices, the oldest a hundred days late, all classified today", () => {
    forAnyProvider((provider, today) => {
      const [walk] = casesOf(provider, "walkThrough");
      const customer = provider.byId("customer").get(walk!.customer)!;
      const sources = sourcesOf(provider, walk!);
      expect(customer.id).toBe("C00001");
      expect(customer.taxId).toHaveLength(14);
      expect(sources.map(({ amountCents }) => amountCents)).toEqual([12_990, 12_990, 9_995]);
      expect(daysBetween(sources[0]!.dueDate, today)).toBe(100);
      const contract = provider.of("contract").find((c) => c.customer === customer.id)!;
      const day = forwardDay(provider.byId("ladder").get(contract.ladder)!)!;
      expect(daysBetween(sources[2]!.dueDate, today)).toBeGreaterThanOrEqual(day);
    });
  });
});
