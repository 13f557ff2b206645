import { isBusinessDay } from "#core/business-days.ts";
import { addDays, type CivilDate } from "#core/calendar.ts";
import type { CustomerId, OperatorId } from "#core/ids.ts";
import { recordContact } from "#core/use-cases/record-contact.ts";
import type { Step } from "./case-steps.ts";
import {
  AFTER_AGREEMENTS,
  AGREEMENTS,
  BROKEN_PROMISES,
  FIRST_CONTACTS,
  NEGOTIATIONS,
  QUESTIONS,
  type Talk,
} from "./contact-texts.ts";
import type { PlannedCase } from "./provider/planned-case.ts";
import { type Random, randomOf } from "./provider/random.ts";

export type PlannedContact = {
  readonly day: CivilDate;
  /** "14:05" in Brasília. */
  readonly time: string;
  readonly customer: string;
  readonly operator: string;
  readonly talk: Talk;
};

type Circumstances = { readonly seed: number; readonly today: CivilDate };

/** What was talked over the past year: about each case on its days, and in between what customers ask for anyway. */
export function planContacts(
  cases: readonly PlannedCase[],
  { seed, today }: Circumstances,
): readonly PlannedContact[] {
  return cases
    .filter(({ group }) => group !== "walkThrough")
    .flatMap((planned, index) => {
      const random = randomOf(seed, FIRST_STREAM + index);
      return [...aboutCase(planned, random), ...questions(planned, random, today)];
    })
    .filter(({ day }) => day < today);
}

export const contactSteps = (contacts: readonly PlannedContact[]): Step[] =>
  contacts.map(({ day, time, customer, operator, talk }) => ({
    day,
    name: talk.subject,
    run: (ports) =>
      recordContact(ports, {
        input: {
          customer: customer as CustomerId,
          ...talk,
          now: Date.parse(`${day}T${time}:00-03:00`),
        },
        actor: operator as OperatorId,
        today: day,
      }),
  }));

/** Beyond the streams of customers. */
const FIRST_STREAM = 1_000_000;
const YEAR_DAYS = 365;
const [REMINDED_AFTER, BROKEN_AFTER] = [7, 35] as const;

function aboutCase(planned: PlannedCase, random: Random): PlannedContact[] {
  const { days } = planned;
  const said: [CivilDate, readonly [Talk, ...Talk[]]][] = [];
  if ("started" in days) said.push([days.started, FIRST_CONTACTS]);
  if ("confirmed" in days) said.push([days.confirmed, NEGOTIATIONS]);
  // Nobody says that it is settled while it waits for an approval.
  if ("agreed" in days && planned.group !== "awaitingApproval") {
    said.push([days.agreed, AGREEMENTS], [addDays(days.agreed, REMINDED_AFTER), AFTER_AGREEMENTS]);
    if (planned.group === "broken") {
      said.push([addDays(days.agreed, BROKEN_AFTER), BROKEN_PROMISES]);
    }
  }
  return said.map(([day, talks]) => ({
    ...whoAndWhen(planned.customer, day, random),
    operator: planned.operator,
    talk: random.pick(talks),
  }));
}

function questions({ customer }: PlannedCase, random: Random, today: CivilDate): PlannedContact[] {
  return Array.from({ length: random.int(1, 3) }, () => ({
    ...whoAndWhen(customer, addDays(today, -random.int(1, YEAR_DAYS)), random),
    operator: random.pick(AT_THE_COUNTER),
    talk: random.pick(QUESTIONS),
  }));
}

const AT_THE_COUNTER = ["ana", "bruno", "fabiana", "fabiana", "carla"] as const;

const whoAndWhen = (customer: string, day: CivilDate, random: Random) => ({
  customer,
  day: workdayFrom(day),
  time: `${random.int(9, 17)}:${String(random.int(0, 59)).padStart(2, "0")}`.padStart(5, "0"),
});

const workdayFrom = (day: CivilDate): CivilDate =>
  isBusinessDay(day) ? day : workdayFrom(addDays(day, 1));
