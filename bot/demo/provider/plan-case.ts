import { addBusinessDays, isBusinessDay } from "#core/business-days.ts";
import { addDays, addMonths, type CivilDate, laterOf } from "#core/calendar.ts";
import { type Arrears, falloutOf, missedUntil } from "./arrears.ts";
import type { Agreed, Confirmed, Course, Group, Started } from "./planned-case.ts";
import {
  discountOf,
  inInstalments,
  ordinaryTerms,
  renegotiated,
  single,
  unchangedUntil,
} from "./proposals.ts";
import type { Random } from "./random.ts";

/** Who is to take a course: when the invoices fall due, and how late the ladder forwards them. */
export type Debtor = {
  readonly today: CivilDate;
  /** One of the contract's due dates. */
  readonly anchor: CivilDate;
  readonly forwardDay: number;
  readonly isCompany: boolean;
  readonly random: Random;
};

export type Plan = { readonly course: Course; readonly arrears: Arrears };

/** Gives a debtor the course of its group: member `place.index` of `place.size`, which are spread over the group's span. */
export function planCase(
  group: Exclude<Group, "walkThrough">,
  place: { readonly index: number; readonly size: number },
  debtor: Debtor,
): Plan {
  const { today, anchor, forwardDay, random } = debtor;
  const [latest, earliest] = STARTED_DAYS_AGO[group];
  const spread = Math.floor(((earliest - latest) * place.index) / place.size);
  const started = workdayAgo(today, latest + spread);
  const missed = missedUntil(anchor, addDays(started, -forwardDay), random.int(2, 3));
  const fallout = falloutOf(missed, { today, random });
  const course = COURSES[group](started, { ...debtor, isEven: place.index % 2 === 0, fallout });
  return { course, arrears: { missed, ...afterAgreeing(group, fallout, course) } };
}

/** The ordinary case for a walk: a company, three invoices, the oldest a hundred days late; nothing has been done yet. */
export function planWalkThrough(today: CivilDate, random: Random): Plan & { anchor: CivilDate } {
  const anchor = addDays(today, -100);
  const missed = [anchor, addMonths(anchor, 1), addMonths(anchor, 2)] as const;
  const arrears = { missed, ...falloutOf(missed, { today, random }), resumesOn: undefined };
  return { course: { group: "walkThrough", days: {} }, arrears, anchor };
}

/** The span of days ago in which a group's members were called first. Those that end in SPC need time for it. */
const STARTED_DAYS_AGO = {
  started: [2, 8],
  confirmed: [12, 20],
  unchanged: [33, 40],
  split: [45, 60],
  broken: [42, 150],
  fulfilled: [90, 330],
  rescinded: [70, 150],
  renegotiatedAgain: [60, 100],
  spcRegistered: [165, 330],
  spcCritique: [165, 240],
  spcRemoved: [190, 330],
  awaitingApproval: [22, 26],
} as const satisfies Record<Exclude<Group, "walkThrough">, readonly [number, number]>;

type Setting = Debtor & {
  /** Half of a group agrees in one way, half in another. */
  readonly isEven: boolean;
  readonly fallout: ReturnType<typeof falloutOf>;
};
type Story = (started: CivilDate, setting: Setting) => Course;

const COURSES: { readonly [G in keyof typeof STARTED_DAYS_AGO]: Story } = {
  started: (started) => ({ group: "started", days: startedOn(started) }),
  confirmed: (started) => ({ group: "confirmed", days: confirmedAfter(started) }),
  unchanged: (started, { today, random }) => ({
    group: "unchanged",
    days: agreedAfter(started),
    proposal: unchangedUntil(addDays(today, random.int(8, 25))),
  }),
  split: planSplit,
  broken: planBroken,
  fulfilled: planFulfilled,
  rescinded: planRescinded,
  renegotiatedAgain: planRenegotiatedAgain,
  spcRegistered: (started, setting) => {
    const { days, proposal } = registeredAfter(started, setting);
    return { group: "spcRegistered", days, proposal };
  },
  spcCritique: (started, setting) => {
    const { days, proposal } = registeredAfter(started, setting);
    const paid = [workdayAgo(setting.today, setting.random.int(1, 12))];
    return { group: "spcCritique", days: { ...days, paid }, proposal };
  },
  spcRemoved: (started, setting) => {
    const { days, proposal } = registeredAfter(started, setting);
    const paid = workdayAfter(days.registered, 15);
    const removed = addBusinessDays(paid, setting.random.int(1, 4));
    return { group: "spcRemoved", days: { ...days, paid: [paid], removed }, proposal };
  },
  awaitingApproval: (started, { today }) => ({
    group: "awaitingApproval",
    days: { ...confirmedAfter(started), agreed: workdayAfter(started, 20) },
    proposal: renegotiated(
      addDays(today, 20),
      inInstalments(10, addDays(today, 10)),
      discountOf(25),
    ),
  }),
};

function planSplit(started: CivilDate, { today, isCompany }: Setting): Course {
  const days = agreedAfter(started);
  const firstDue = addDays(today, -20);
  const proposal = renegotiated(
    addDays(today, 30),
    inInstalments(3, firstDue),
    ordinaryTerms(isCompany),
  );
  return { group: "split", days: { ...days, paid: [addDays(firstDue, -1)] }, proposal };
}

function planBroken(started: CivilDate, { isCompany, isEven }: Setting): Course {
  const days = agreedAfter(started);
  const tolerance = addDays(days.agreed, 20);
  const proposal = isEven
    ? unchangedUntil(tolerance)
    : renegotiated(tolerance, single(addDays(days.agreed, 10)), ordinaryTerms(isCompany));
  return { group: "broken", days, proposal };
}

function planFulfilled(started: CivilDate, { isCompany, isEven }: Setting): Course {
  const days = agreedAfter(started);
  const tolerance = addDays(days.agreed, 20);
  const due = addDays(days.agreed, 10);
  if (isEven) {
    const proposal = renegotiated(tolerance, inInstalments(2, due), ordinaryTerms(isCompany));
    const paid = [addDays(due, -1), addDays(addMonths(due, 1), -2)];
    return { group: "fulfilled", days: { ...days, paid }, proposal };
  }
  const proposal = unchangedUntil(tolerance);
  return { group: "fulfilled", days: { ...days, paid: [due] }, proposal };
}

/** The first instalment was paid, the second was not: what came in is credited to the oldest source. */
function planRescinded(started: CivilDate, { isCompany }: Setting): Course {
  const days = agreedAfter(started);
  const due = addDays(days.agreed, 8);
  const split = inInstalments(3, due);
  const proposal = renegotiated(addDays(days.agreed, 20), split, ordinaryTerms(isCompany));
  const paid = [addDays(due, -1)];
  const rescinded = workdayAfter(days.agreed, 48);
  return { group: "rescinded", days: { ...days, paid, rescinded }, proposal };
}

function planRenegotiatedAgain(started: CivilDate, { today, isCompany }: Setting): Course {
  const days = agreedAfter(started);
  const first = single(addDays(days.agreed, 8));
  const agreedAgain = workdayAfter(days.agreed, 30);
  return {
    group: "renegotiatedAgain",
    days: { ...days, agreedAgain },
    proposal: renegotiated(addDays(days.agreed, 18), first, ordinaryTerms(isCompany)),
    // No fine: it is due once.
    proposalAgain: renegotiated(
      addDays(today, 40),
      inInstalments(3, addDays(today, 7)),
      discountOf(5),
    ),
  };
}

/** Registered only after the promise broke, the contract ended and the notice of the bureau arrived. */
function registeredAfter(started: CivilDate, { fallout }: Setting) {
  const days = agreedAfter(started);
  const proposal = unchangedUntil(addDays(days.agreed, 20));
  const bureau = fallout.notices.find(({ kind }) => kind === "bureau")?.deliveredAt ?? started;
  const registered = workdayAfter(laterOf(addDays(started, 100), bureau), 10);
  return { days: { ...days, registered }, proposal };
}

const startedOn = (started: CivilDate): Started => ({ classified: started, started });

const confirmedAfter = (started: CivilDate): Confirmed => ({
  ...startedOn(started),
  confirmed: workdayAfter(started, 6),
});

const agreedAfter = (started: CivilDate): Agreed => ({
  ...confirmedAfter(started),
  agreed: workdayAfter(started, 12),
});

/** Who keeps an agreement has service, and invoices, again; who does not goes the way of the fallout. */
function afterAgreeing(
  group: Group,
  fallout: ReturnType<typeof falloutOf>,
  course: Course,
): Omit<Arrears, "missed"> {
  const keeps = group === "unchanged" || group === "split" || group === "fulfilled";
  if (!keeps || !("agreed" in course.days)) return { ...fallout, resumesOn: undefined };
  const { agreed } = course.days;
  return {
    notices: fallout.notices.filter(({ deliveredAt }) => deliveredAt < agreed),
    blockedOn: undefined,
    endedOn: undefined,
    resumesOn: addDays(agreed, 10),
  };
}

/** The last business day on or before: it never comes after today, and keeps days six apart in their order. */
function workdayOnOrBefore(day: CivilDate): CivilDate {
  let workday = day;
  while (!isBusinessDay(workday)) workday = addDays(workday, -1);
  return workday;
}

const workdayAgo = (today: CivilDate, days: number): CivilDate =>
  workdayOnOrBefore(addDays(today, -days));

const workdayAfter = (day: CivilDate, days: number): CivilDate =>
  workdayOnOrBefore(addDays(day, days));
