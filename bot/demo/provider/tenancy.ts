import { addDays, addMonths, type CivilDate, date } from "#core/calendar.ts";
import { type Arrears, dueDates, falloutOf, missedUntil } from "./arrears.ts";
import {
  COMPANY_PLANS,
  DEDICATED_PLAN,
  DOWNGRADE,
  HOME_PLANS,
  LADDERS,
  type Ladder,
  type Plan,
} from "./catalogue.ts";
import { type Conduct, MONTHS_OF_HISTORY, type Subscription } from "./invoices.ts";
import { planCase, planWalkThrough } from "./plan-case.ts";
import type { Course, Group } from "./planned-case.ts";
import type { Random } from "./random.ts";

/** A contract and how it went. */
export type Tenancy = Omit<Subscription, "customer" | "contract"> & {
  readonly ladder: Ladder;
  readonly course: Course | undefined;
};

/** The place of a customer in a planned case; undefined for the many who are in none. */
export type Seat = { readonly group: Group; readonly index: number; readonly size: number };

export type TenancySetting = {
  readonly today: CivilDate;
  readonly random: Random;
  readonly isCompany: boolean;
};

export function firstTenancy(setting: TenancySetting & { seat: Seat | undefined }): Tenancy {
  const { seat, today, random } = setting;
  if (seat?.group === "walkThrough") return walkThrough(setting);
  if (seat !== undefined) return plannedDebtor(setting, { ...seat, group: seat.group });
  const tenancy = tenancyOf(setting);
  const roll = random.int(1, 1_000);
  if (roll <= DEBTORS)
    return { ...tenancy, ...oldCustomer(today), conduct: owing(tenancy, setting) };
  if (roll <= DEBTORS + LEFT) {
    return { ...tenancy, ...oldCustomer(today), conduct: leaving(setting) };
  }
  return roll <= DEBTORS + LEFT + SLOW ? { ...tenancy, conduct: { kind: "late" } } : tenancy;
}

export const secondTenancy = (setting: TenancySetting): Tenancy => tenancyOf(setting);

/** Of a thousand customers; those of the planned cases owe as well. */
const DEBTORS = 104;
const LEFT = 30;
const SLOW = 120;

function tenancyOf({ today, random, isCompany }: TenancySetting): Tenancy {
  const isNew = random.chance(0.12);
  const months = isNew ? random.int(1, MONTHS_OF_HISTORY - 2) : random.int(20, 70);
  return {
    ladder: ladderOf(isCompany, random),
    plan: planOf(isCompany, random),
    anchor: date(`${today.slice(0, 8)}${random.pick(["05", "10", "15", "20"])}`),
    since: addMonths(today, -months),
    conduct: { kind: "prompt" },
    isCompany,
    course: undefined,
  };
}

const oldCustomer = (today: CivilDate) => ({ since: addMonths(today, -2 * MONTHS_OF_HISTORY) });

function ladderOf(isCompany: boolean, random: Random): Ladder {
  if (!isCompany) return random.chance(0.7) ? LADDERS.home : LADDERS.country;
  return random.chance(0.15) ? LADDERS.government : LADDERS.company;
}

function planOf(isCompany: boolean, random: Random): Plan {
  if (!isCompany) return random.pick(HOME_PLANS);
  return random.chance(0.15) ? DEDICATED_PLAN : random.pick(COMPANY_PLANS);
}

function plannedDebtor(
  setting: TenancySetting,
  { group, index, size }: Seat & { group: Exclude<Group, "walkThrough"> },
): Tenancy {
  const { today, random, isCompany } = setting;
  const tenancy = tenancyOf(setting);
  const ladder = isCompany ? LADDERS.company : tenancy.ladder;
  const plan = isCompany ? random.pick(COMPANY_PLANS) : tenancy.plan;
  const debtor = { ...setting, anchor: tenancy.anchor, forwardDay: ladder.forwardDay ?? 0 };
  const { course, arrears } = planCase(group, { index, size }, debtor);
  const conduct = { kind: "owes", arrears, planned: true } as const;
  return { ...tenancy, ...oldCustomer(today), ladder, plan, conduct, course };
}

function walkThrough(setting: TenancySetting): Tenancy {
  const { today, random } = setting;
  const { anchor, arrears, course } = planWalkThrough(today, random);
  return {
    ...tenancyOf(setting),
    ...oldCustomer(today),
    ladder: LADDERS.home,
    plan: DOWNGRADE.from,
    laterPlan: { plan: DOWNGRADE.to, from: arrears.missed.at(-1) ?? anchor },
    anchor,
    conduct: { kind: "owes", arrears, planned: true },
    course,
  };
}

/** Half of the debtors are recent; the contracts of the oldest have ended. */
function owing({ anchor, ladder }: Tenancy, { today, random }: TenancySetting): Conduct {
  const months = random.chance(0.55)
    ? 0
    : random.chance(0.6)
      ? random.int(1, 3)
      : random.int(4, 12);
  const latest = addDays(today, -(ladder.forwardDay ?? 0) - 30 * months);
  const missed = missedUntil(anchor, latest, random.int(1, 3));
  const fallout = falloutOf(missed, { today, random });
  const stillServed = dueDates(anchor, addDays(latest, 1), fallout.blockedOn ?? today);
  const [first, ...others] = missed;
  const arrears: Arrears = {
    ...fallout,
    missed: [first, ...others, ...stillServed],
    resumesOn: fallout.blockedOn === undefined ? addDays(today, 1) : undefined,
  };
  return { kind: "owes", arrears, planned: false };
}

const leaving = ({ today, random }: TenancySetting): Conduct => ({
  kind: "left",
  endedOn: addDays(today, -random.int(30, 480)),
});
