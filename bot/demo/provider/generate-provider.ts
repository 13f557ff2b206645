/**
 * A made-up Brazilian internet provider, Rede Ipê: what the demo imports, and what tests of whole days work on.
 *
 * - Nobody in it exists. Tax ids have right check digits on sequences that are plainly artificial (999.000.001-xx,
 *   99.000.001/0001-xx, DE.MO0.001/0001-xx), mobiles lie in a range that is not given out, e-mail ends in example.com or .org.
 * - It is pure: the same seed, day and size give the same bytes. Each customer has a random stream of its own.
 * - `records` are the lines of an import file (SPEC 5.1) in an order in which everything referred to comes first. They tell
 *   eighteen months until `today` as a billing system would: invoices a month, payments, notices, blocks, contracts that end.
 *   What collections did about it is not in them.
 * - `plannedCases` names customers kept for that: each with its open invoices, the proposal to make, and the day in the past
 *   on which each command is due, such that every rule holds on that day. A case of `walkThrough` waits for a person.
 *
 * Of 2,000 customers about 15 % owe. Money and days are text, as in the file.
 */
import assert from "node:assert/strict";
import type { CivilDate } from "#core/calendar.ts";
import { catalogueRecords, OPERATORS } from "./catalogue.ts";
import { type Household, makeHousehold } from "./household.ts";
import type { ImportRecord } from "./import-record.ts";
import type { Numbering } from "./invoices.ts";
import { GROUP_SIZES, type Group, type PlannedCase } from "./planned-case.ts";
import { randomOf, shuffled } from "./random.ts";
import type { Seat } from "./tenancy.ts";

export type ProviderOptions = {
  readonly seed: number;
  readonly today: CivilDate;
  readonly customers?: number;
};

export type Provider = {
  readonly records: Iterable<ImportRecord>;
  readonly plannedCases: readonly PlannedCase[];
};

export function generateProvider({ seed, today, customers = 2_000 }: ProviderOptions): Provider {
  assert(customers >= FEWEST_CUSTOMERS, `a provider has ${FEWEST_CUSTOMERS} customers or more`);
  const seats = assignSeats(seed, customers);
  const numbering: Numbering = { invoice: 0, payment: 0, notice: 0 };
  const households: Household[] = [];
  for (let sequence = 1; sequence <= customers; sequence += 1) {
    const random = randomOf(seed, sequence);
    households.push(
      makeHousehold(sequence, { today, random, numbering, seat: seats.get(sequence) }),
    );
  }
  return {
    records: { [Symbol.iterator]: () => inOrder(households) },
    plannedCases: households.flatMap(plannedCaseOf),
  };
}

/** Enough that those in planned cases stay a minority. */
const FEWEST_CUSTOMERS = 100;
const USUAL_CUSTOMERS = 2_000;
const SMALLEST_GROUP = 3;

/** The first customer is the one for the walk; the others of the planned cases are anywhere. */
function assignSeats(seed: number, customers: number): Map<number, Seat> {
  const sequences = Array.from({ length: customers - 1 }, (_, index) => index + 2);
  const free = shuffled(sequences, randomOf(seed, 0));
  const seats = new Map<number, Seat>([[1, { group: "walkThrough", index: 0, size: 1 }]]);
  for (const [group, usual] of Object.entries(GROUP_SIZES) as [Group, number][]) {
    if (group === "walkThrough") continue;
    const scaled = Math.round(usual * Math.min(1, customers / USUAL_CUSTOMERS));
    const size = Math.max(SMALLEST_GROUP, scaled);
    for (const [index, sequence] of free.splice(0, size).entries()) {
      seats.set(sequence, { group, index, size });
    }
  }
  return seats;
}

function* inOrder(households: readonly Household[]): Generator<ImportRecord> {
  yield* catalogueRecords();
  for (const { customer } of households) yield customer;
  for (const { contracts } of households) yield* contracts;
  for (const { connections } of households) yield* connections;
  for (const { notices } of households) yield* notices;
  for (const { invoices } of households) yield* invoices;
  for (const { payments } of households) yield* payments;
}

function plannedCaseOf({ customer, planned }: Household, index: number): PlannedCase[] {
  return planned === undefined
    ? []
    : [
        {
          ...planned.course,
          customer: customer.id,
          operator: operatorFor(index),
          invoices: planned.invoices,
        },
      ];
}

const OPERATOR_IDS = Object.entries(OPERATORS)
  .filter(([, { role }]) => role === "operator")
  .map(([id]) => id);

const operatorFor = (index: number): string => OPERATOR_IDS[index % OPERATOR_IDS.length] ?? "ana";
