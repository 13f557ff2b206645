import { isHoliday } from "../business-days.ts";
import { addDays, type CivilDate, weekday } from "../calendar.ts";
import { type ContactWindow, type Hours, windowOf } from "./contact-windows.ts";
import { whyNotCollectable } from "./debt.ts";
import type { DebtFacts } from "./facts.ts";
import type { LocalMoment } from "./local-moment.ts";
import type { RuleId } from "./rules.ts";
import type { Law } from "./settings.ts";
import { ALLOWED, type Fact, type Refused, refused, type Verdict } from "./verdict.ts";

export type ContactFacts = {
  /** An answer to a customer who writes is owed at any hour. */
  readonly startedBy: "provider" | "customer";
  readonly to: "customer" | "third party";
  /** The customer proved who they are on this channel. */
  readonly identified: boolean;
  /** Whether it says anything of a debt: that there is one, or an amount. */
  readonly mentionsDebt: boolean;
  /** The debts it is about, as they are at the moment it would leave. */
  readonly debts: readonly DebtFacts[];
  readonly optedOut: boolean;
  /** Whoever answers there said that they are not the customer. */
  readonly notTheCustomer: boolean;
  /** Of the customer's address ("RJ"); null when it is not known. */
  readonly state: string | null;
  /** The customer's days of the earlier contacts that the provider started, over all channels. */
  readonly earlier: readonly CivilDate[];
};

/** May this contact be made now, by the customer's clock? */
export function mayContact(facts: ContactFacts, now: LocalMoment, law: Law): Verdict {
  const { rules } = law.pack;
  if (facts.to === "third party") return refused(rules.noThirdParties.id, { code: "third_party" });
  if (facts.mentionsDebt && !facts.identified) {
    return refused(rules.identityFirst.id, { code: "not_identified" });
  }
  if (facts.startedBy === "customer") return ALLOWED;
  return whyUnwanted(facts, law) ?? whyNotOwed(facts, now, law) ?? whenOpen(facts, now, law);
}

function whyUnwanted(facts: ContactFacts, { pack }: Law): Refused | undefined {
  if (facts.notTheCustomer) return refused(pack.rules.notMe.id, { code: "not_the_customer" });
  if (facts.optedOut) return refused(pack.rules.optOut.id, { code: "opted_out" });
  return undefined;
}

/** One debt that is paid or disputed makes what the message says of all of them wrong. */
const whyNotOwed = (facts: ContactFacts, now: LocalMoment, { pack }: Law): Refused | undefined =>
  facts.debts
    .map((debt) => whyNotCollectable(debt, now.date, pack))
    .find((refusal) => refusal !== undefined);

/** Holidays, Sundays and a week's cap together end before so many days. */
const DAYS_LOOKED_AHEAD = 60;

type Reason = { readonly rule: RuleId; readonly fact: Fact };

function whenOpen(facts: ContactFacts, now: LocalMoment, law: Law): Verdict {
  const reason = whyNotThatDay(facts, now.date, law) ?? whyNotThatTime(facts, now, law);
  if (reason === undefined) return ALLOWED;
  for (let ahead = 0; ahead <= DAYS_LOOKED_AHEAD; ahead += 1) {
    const date = addDays(now.date, ahead);
    const hours = hoursOf(date, facts.state, law);
    const stillToOpen = ahead > 0 || (hours !== undefined && now.time < hours.from);
    if (hours === undefined || !stillToOpen) continue;
    if (whyNotThatDay(facts, date, law) === undefined) {
      return { answer: "from", date, time: hours.from, ...reason };
    }
  }
  return { answer: "refused", ...reason };
}

function whyNotThatDay(facts: ContactFacts, day: CivilDate, law: Law): Reason | undefined {
  const { id: rule, value } = law.pack.rules.contactCaps;
  const { perDay, perWeek } = law.settings.contact;
  const weekStart = addDays(day, 1 - value.weekDays);
  const today = facts.earlier.filter((earlier) => earlier === day).length;
  const week = facts.earlier.filter((earlier) => earlier >= weekStart && earlier <= day).length;
  if (today >= perDay) {
    return { rule, fact: { code: "contacted_today", count: today, max: perDay } };
  }
  return week >= perWeek
    ? { rule, fact: { code: "contacted_this_week", count: week, max: perWeek } }
    : undefined;
}

function whyNotThatTime(facts: ContactFacts, now: LocalMoment, law: Law): Reason | undefined {
  const { state } = facts;
  const rule = law.pack.rules.contactWindows.id;
  const hours = hoursOf(now.date, state, law);
  if (hours === undefined) return { rule, fact: { code: "outside_contact_hours", state } };
  if (now.time >= hours.from && now.time < hours.to) return undefined;
  const { from: opens, to: closes } = hours;
  return { rule, fact: { code: "outside_contact_hours", state, opens, closes } };
}

/** Undefined on a day without contact. */
function hoursOf(day: CivilDate, state: string | null, law: Law): Hours | undefined {
  if (isHoliday(day, law.settings.localHolidays)) return undefined;
  const window: ContactWindow = windowOf(law.pack.rules.contactWindows.value, state);
  switch (weekday(day)) {
    case 0:
      return undefined;
    case 6:
      return window.saturday;
    default:
      return window.weekdays;
  }
}
