import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideAgreement } from "#core/agreement/decide-agreement.ts";
import { addDays } from "#core/calendar.ts";
import { cents, percent, percentOf, sumCents } from "#core/money.ts";
import { type CounterOffer, judgeCounterOffer, type Limit } from "#core/policy/counter-offer.ts";
import { makeOffers, type Offer } from "#core/policy/offers.ts";
import { type Debt, type PolicyRow, validatePolicyTable } from "#core/policy/policy-table.ts";
import { anInvoice, aRenegotiation, LENIENT } from "../agreement/support.ts";
import { aRow, someDebt, someRow, TODAY } from "./support.ts";

const debt: Debt = { amount: cents(400_00), daysOverdue: 40 };
const counts = (offers: readonly Offer[]) => offers.map((offer) => offer.count);
const amounts = (offer: Offer) => offer.instalments.map((instalment) => instalment.amount);

/** Everything that a row promises about what is agreed under it. */
function expectInside(offer: Offer, row: PolicyRow, { amount }: Debt) {
  const rate = offer.count === 1 ? row.maxDiscountAtOnce : row.maxDiscountSplit;
  const last = addDays(TODAY, row.latestFirstDueDays);
  const first = offer.instalments[0]!.dueDate;
  expect(offer.instalments).toHaveLength(offer.count);
  expect(offer.count).toBeLessThanOrEqual(Math.max(1, row.maxInstalments));
  expect(offer.totalCents).toBeGreaterThan(0);
  expect(offer.totalCents + offer.discountCents).toBe(amount);
  expect(offer.discountCents).toBeGreaterThanOrEqual(0);
  expect(offer.discountCents).toBeLessThanOrEqual(percentOf(rate, amount));
  expect(sumCents(amounts(offer))).toBe(offer.totalCents);
  expect(first >= TODAY && first <= last).toBe(true);
  expect(offer.standsUntil).toBe(addDays(TODAY, row.offerStandsDays));
  if (offer.count > 1) {
    expect(Math.min(...amounts(offer))).toBeGreaterThanOrEqual(row.minInstalmentCents);
  }
}

const asCounter = (offer: Offer): CounterOffer => ({
  count: offer.count,
  firstAmountCents: offer.instalments[0]!.amount,
  firstDue: offer.instalments[0]!.dueDate,
  totalCents: offer.totalCents,
});

describe("offers for a debt of 400.00", () => {
  test("at once with 10 % off, or in 2, 3 or 6 with 5 %, due while the offer stands", () => {
    const offers = makeOffers(aRow(), debt, TODAY);
    expect(counts(offers)).toEqual([1, 2, 3, 6]);
    expect(offers[0]).toEqual({
      count: 1,
      discountCents: 40_00,
      totalCents: 360_00,
      instalments: [{ number: 1, dueDate: "2026-11-29", amount: 360_00 }],
      standsUntil: "2026-11-29",
    });
    expect(offers[2]).toEqual({
      count: 3,
      discountCents: 20_00,
      totalCents: 380_00,
      instalments: [
        { number: 1, dueDate: "2026-11-29", amount: 126_67 },
        { number: 2, dueDate: "2026-12-29", amount: 126_67 },
        { number: 3, dueDate: "2027-01-29", amount: 126_66 },
      ],
      standsUntil: "2026-11-29",
    });
  });

  test.each([
    [1, []],
    [2, [2]],
    [5, [2, 3, 4, 5]],
    [12, [2, 3, 6, 12]],
    [24, [2, 6, 12, 24]],
  ])("of at most %d payments there are %j to choose from", (maxInstalments, chosen) => {
    const row = aRow({ maxInstalments, minInstalmentCents: cents(1) });
    expect(counts(makeOffers(row, debt, TODAY))).toEqual([1, ...chosen]);
  });

  test("the longest is the most that keeps the smallest instalment", () => {
    const row = aRow({ maxInstalments: 12 });
    expect(counts(makeOffers(row, debt, TODAY)).at(-1)).toBe(7);
    expect(counts(makeOffers(row, { ...debt, amount: cents(90_00) }, TODAY))).toEqual([1]);
  });

  test("a row for other debts offers nothing", () => {
    expect(makeOffers(aRow({ daysOverdueFrom: 41 }), debt, TODAY)).toEqual([]);
  });
});

describe("a counter-offer for a debt of 400.00", () => {
  const judge = (counter: Partial<CounterOffer>, row: PolicyRow | undefined = aRow()) =>
    judgeCounterOffer(row, { count: 3, firstDue: addDays(TODAY, 1), ...counter }, debt, TODAY);

  test("with a larger entry is accepted, the rest evenly", () => {
    const judged = judge({ firstAmountCents: cents(200_00) });
    expect(judged.kind).toBe("accept");
    if (judged.kind !== "accept") return;
    expect(amounts(judged.offer)).toEqual([200_00, 90_00, 90_00]);
    expect(judged.offer.instalments[0]?.dueDate).toBe("2026-11-25");
  });

  test("with the largest entry that leaves the smallest instalment for each other is accepted", () => {
    const judged = judge({ firstAmountCents: cents(280_00) });
    expect(judged.kind === "accept" && amounts(judged.offer)).toEqual([280_00, 50_00, 50_00]);
  });

  test("that pays more than the least is accepted as it is", () => {
    expect(judge({ count: 1, firstAmountCents: cents(390_00) })).toMatchObject({
      kind: "accept",
      offer: { count: 1, totalCents: 390_00, discountCents: 10_00 },
    });
  });

  const countered: [string, Partial<CounterOffer>, Limit, Partial<Offer>][] = [
    [
      "too many payments",
      { count: 10 },
      { what: "instalments", asked: 10, max: 6 },
      { count: 6, totalCents: cents(380_00) },
    ],
    [
      "too little in all",
      { count: 2, totalCents: cents(300_00) },
      { what: "total_too_low", asked: cents(300_00), min: cents(380_00) },
      { count: 2, totalCents: cents(380_00) },
    ],
    [
      "too little at once",
      { count: 1, firstAmountCents: cents(200_00) },
      { what: "total_too_low", asked: cents(200_00), min: cents(360_00) },
      { count: 1, totalCents: cents(360_00) },
    ],
    [
      "more than the debt",
      { count: 1, firstAmountCents: cents(400_01) },
      { what: "total_above_debt", asked: cents(400_01), max: cents(400_00) },
      { count: 1, totalCents: cents(400_00) },
    ],
    [
      "an entry below an even share",
      { firstAmountCents: cents(50_00) },
      { what: "entry_too_low", asked: cents(50_00), min: cents(126_66) },
      { count: 3, totalCents: cents(380_00) },
    ],
    [
      "an entry that leaves too little for each of the others: fewer of them",
      { firstAmountCents: cents(290_00) },
      { what: "entry_leaves_too_little", asked: cents(290_00), max: cents(280_00) },
      { count: 2, totalCents: cents(380_00) },
    ],
    [
      "an entry that leaves too little for any other: at once, with its discount",
      { firstAmountCents: cents(370_00) },
      { what: "entry_leaves_too_little", asked: cents(370_00), max: cents(280_00) },
      { count: 1, totalCents: cents(360_00) },
    ],
  ];
  test.each(countered)("with %s is countered with the nearest", (_, counter, because, offer) => {
    expect(judge(counter)).toMatchObject({ kind: "counter", because: [because], offer });
  });

  test("with a first day too late or past is countered with the nearest day", () => {
    const late = addDays(TODAY, 11);
    const past = addDays(TODAY, -1);
    const nearest = addDays(TODAY, 10);
    expect(judge({ firstDue: late })).toMatchObject({
      because: [{ what: "first_due_too_late", asked: late, max: nearest }],
      offer: { instalments: [{ dueDate: nearest }, {}, {}] },
    });
    expect(judge({ firstDue: past })).toMatchObject({
      because: [{ what: "first_due_past", asked: past, min: TODAY }],
      offer: { instalments: [{ dueDate: TODAY }, {}, {}] },
    });
  });

  test("is told everything that is beyond the row", () => {
    const judged = judge({ count: 10, totalCents: cents(100_00), firstDue: addDays(TODAY, 60) });
    expect(judged.kind === "counter" && judged.because.map((limit) => limit.what)).toEqual([
      "total_too_low",
      "instalments",
      "first_due_too_late",
    ]);
  });

  test("goes to an operator when no row is for the debt", () => {
    const none = { kind: "hand_to_operator", reason: "no_policy" };
    expect(judgeCounterOffer(undefined, { count: 1, firstDue: TODAY }, debt, TODAY)).toEqual(none);
    expect(judge({}, aRow({ daysOverdueTo: 39 }))).toEqual(none);
  });

  test.each<Partial<CounterOffer>>([
    { count: 0 },
    { count: 1.5 },
    { count: Number.NaN },
    { firstAmountCents: cents(0) },
    { totalCents: cents(-1) },
    { count: 1, firstAmountCents: cents(100_00), totalCents: cents(380_00) },
  ])("goes to an operator when it is none: %j", (counter) => {
    expect(judge(counter)).toEqual({ kind: "hand_to_operator", reason: "not_an_offer" });
  });
});

const someCounter: fc.Arbitrary<CounterOffer> = fc.record({
  count: fc.integer({ min: 1, max: 70 }),
  firstAmountCents: fc.option(fc.integer({ min: 1, max: 3_000_00 }).map(cents), { nil: undefined }),
  firstDue: fc.integer({ min: -5, max: 100 }).map((days) => addDays(TODAY, days)),
  totalCents: fc.option(fc.integer({ min: 1, max: 3_000_00 }).map(cents), { nil: undefined }),
});

describe("over all rows and debts", () => {
  test("the rows tried are rows that a provider may have", () => {
    fc.assert(
      fc.property(someRow, (row) => {
        expect(validatePolicyTable([row], 60).ok).toBe(true);
      }),
    );
  });

  test("offers never exceed the row; there is one at once and at most four others, ever longer", () => {
    fc.assert(
      fc.property(someRow, someDebt, (row, some) => {
        const offers = makeOffers(row, some, TODAY);
        for (const offer of offers) expectInside(offer, row, some);
        expect(counts(offers)[0]).toBe(1);
        expect(offers.length).toBeLessThanOrEqual(5);
        expect(counts(offers)).toEqual([...new Set(counts(offers))].sort((a, b) => a - b));
      }),
    );
  });

  test("our own offers are accepted when they come back", () => {
    fc.assert(
      fc.property(someRow, someDebt, (row, some) => {
        for (const offer of makeOffers(row, some, TODAY)) {
          expect(judgeCounterOffer(row, asCounter(offer), some, TODAY)).toEqual({
            kind: "accept",
            offer,
          });
        }
      }),
    );
  });

  test("nothing outside the row is accepted or countered, and what is countered is then accepted", () => {
    fc.assert(
      fc.property(someRow, someDebt, someCounter, (row, some, counter) => {
        const judged = judgeCounterOffer(row, counter, some, TODAY);
        if (judged.kind === "hand_to_operator") {
          expect(judged.reason).toBe("not_an_offer");
          return;
        }
        expectInside(judged.offer, row, some);
        expect(judgeCounterOffer(row, asCounter(judged.offer), some, TODAY)).toEqual({
          kind: "accept",
          offer: judged.offer,
        });
      }),
    );
  });

  test("what is accepted is what was proposed", () => {
    fc.assert(
      fc.property(someRow, someDebt, someCounter, (row, some, counter) => {
        const judged = judgeCounterOffer(row, counter, some, TODAY);
        if (judged.kind !== "accept") return;
        const { count, firstAmountCents, firstDue, totalCents } = counter;
        const first = judged.offer.instalments[0]!;
        expect(judged.offer.count).toBe(count);
        expect(first.dueDate).toBe(firstDue);
        if (firstAmountCents !== undefined) expect(first.amount).toBe(firstAmountCents);
        if (totalCents !== undefined) expect(judged.offer.totalCents).toBe(totalCents);
      }),
    );
  });

  test("what is offered can be agreed: the agreement's instalments are the offer's", () => {
    fc.assert(
      fc.property(someRow, someDebt, (row, some) => {
        for (const { discountCents, instalments, count } of makeOffers(row, some, TODAY)) {
          const firstDue = instalments[0]!.dueDate;
          const split =
            count === 1
              ? ({ kind: "single", dueDate: firstDue } as const)
              : ({
                  kind: "instalments",
                  count,
                  firstDue,
                  dates: instalments.map((i) => i.dueDate),
                  amounts: instalments.map((i) => i.amount),
                } as const);
          const sources = [{ ...anInvoice("F1", "1"), amount: some.amount }];
          const proposal = aRenegotiation({ discountAmount: discountCents }, { split });
          expect(decideAgreement(proposal, sources, LENIENT)).toMatchObject({
            ok: true,
            value: { instalments },
          });
        }
      }),
    );
  });
});

test("a debt of a cent is offered at a cent, whatever a percentage of it rounds to", () => {
  const row = aRow({ maxDiscountAtOnce: percent(60) });
  expect(makeOffers(row, { amount: cents(1), daysOverdue: 9 }, TODAY)).toMatchObject([
    { count: 1, totalCents: 1, discountCents: 0 },
  ]);
});
