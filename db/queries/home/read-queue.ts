import { firstBusinessDayOnOrAfter } from "#core/business-days.ts";
import { type CivilDate, daysBetween, earlierOf } from "#core/calendar.ts";
import type { CustomerId } from "#core/ids.ts";
import type { DebtFacts } from "#core/law/facts.ts";
import { legalGate } from "#core/law/gate.ts";
import { type LocalMoment, localMoment, timeZoneOf } from "#core/law/local-moment.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { type Law, lawSettings } from "#core/law/settings.ts";
import type { From, Refused, Verdict } from "#core/law/verdict.ts";
import { type Cents, sumCents } from "#core/money.ts";
import { settingsFrom } from "#core/settings.ts";
import { standingMark } from "#core/work/contact-records.ts";
import type { Sql } from "#db/client.ts";
import {
  type CandidateDebt,
  type QueueAsked,
  type QueueCandidate,
  readQueueCandidates,
} from "./queue-candidates.ts";
import { expectedCents } from "./recovery.ts";

/** Why an account is worth a contact now. */
export type QueueEntry = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly city: string | null;
  readonly state: string | null;
  /** On the customer's wall, when the queue was read. */
  readonly localTime: string;
  readonly debts: number;
  readonly amountCents: Cents;
  readonly expectedCents: Cents;
  readonly oldestDue: CivilDate;
  readonly daysOverdue: number;
  /** The operator who asks has it open. */
  readonly mine: boolean;
};

export type Queue = {
  readonly entries: readonly QueueEntry[];
  /** Of those that were looked at: the law lets nobody contact them right now, the best of them for this reason. */
  readonly heldBack: { readonly accounts: number; readonly verdict: Refused | From } | null;
};

/** The next best accounts by expected amount that the legal gate lets be contacted at this moment. */
export async function readQueue(sql: Sql, asked: QueueAsked, limit: number): Promise<Queue> {
  const [candidates, law] = await Promise.all([
    readQueueCandidates(sql, asked),
    readLaw(sql, asked.today),
  ]);
  const judged = candidates
    .map((candidate) => judge(candidate, asked, law))
    .filter((one) => one !== undefined)
    .sort((a, b) => b.entry.expectedCents - a.entry.expectedCents);
  const held = judged.flatMap(({ verdict }) => (verdict.answer === "allowed" ? [] : [verdict]));
  return {
    entries: judged
      .filter(({ verdict }) => verdict.answer === "allowed")
      .slice(0, limit)
      .map(({ entry }) => entry),
    heldBack: held[0] === undefined ? null : { accounts: held.length, verdict: held[0] },
  };
}

async function readLaw(sql: Sql, today: CivilDate): Promise<Law> {
  const rows = await sql<{ key: string; value: unknown }[]>`select key, value from setting`;
  const settings = settingsFrom(new Map(rows.map(({ key, value }) => [key, value])));
  return { settings: lawSettings(settings), pack: packFor(today) };
}

type Judged = { readonly entry: QueueEntry; readonly verdict: Verdict };

/** Undefined when nothing is left that may be collected: such an account is in nobody's way. */
function judge(candidate: QueueCandidate, asked: QueueAsked, law: Law): Judged | undefined {
  const { debts, marks, contactedAtMs, ...who } = candidate;
  const { today, nowMs } = asked;
  const collectable = debts.filter(
    (debt) =>
      legalGate({ act: "collect", facts: factsOf(debt, law), today }, law).answer === "allowed",
  );
  if (collectable.length === 0) return undefined;
  const timeZone = timeZoneOf(who.state);
  const moment = localMoment(nowMs, timeZone);
  const oldestDue = collectable.map(({ dueDate }) => dueDate).reduce(earlierOf);
  const owed = collectable.map(({ amountCents, dueDate }) => ({
    amountCents,
    daysOverdue: daysBetween(dueDate, today),
  }));
  return {
    entry: {
      ...who,
      localTime: moment.time,
      debts: collectable.length,
      amountCents: sumCents(collectable.map(({ amountCents }) => amountCents)),
      expectedCents: expectedCents(owed),
      oldestDue,
      daysOverdue: daysBetween(oldestDue, today),
    },
    verdict: gate(candidate, { collectable, moment, timeZone }, law),
  };
}

type Standing = {
  readonly collectable: readonly CandidateDebt[];
  readonly moment: LocalMoment;
  readonly timeZone: string;
};

/** A call by phone: the operator asks who answers before naming the debt. */
function gate(
  { state, marks, contactedAtMs }: QueueCandidate,
  { collectable, moment, timeZone }: Standing,
  law: Law,
): Verdict {
  // What people say on the phone of a number counts for its text messages too, and the other way round.
  const mark = standingMark(marks, "sms");
  return legalGate(
    {
      act: "contact",
      now: moment,
      facts: {
        startedBy: "provider",
        to: "customer",
        identified: true,
        mentionsDebt: true,
        debts: collectable.map((debt) => factsOf(debt, law)),
        optedOut: mark === "opted out",
        notTheCustomer: mark === "wrong person",
        state,
        earlier: contactedAtMs.map((at) => localMoment(at, timeZone).date),
      },
    },
    law,
  );
}

const factsOf = (
  { dueDate, breaksAfter, disputes }: CandidateDebt,
  { settings }: Law,
): DebtFacts => ({
  dueDate,
  lateAfter: breaksAfter ?? firstBusinessDayOnOrAfter(dueDate, settings.localHolidays),
  paid: false,
  arisesFromUse: true,
  disputes,
});
