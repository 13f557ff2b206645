import type { CivilDate } from "../calendar.ts";
import { type Cents, cents } from "../money.ts";
import { type DigestPeriod, isOneDay } from "./period.ts";

/** How often, and how much in all; contacts have no amount. */
export type Measured = { readonly count: number; readonly amountCents: Cents };

/** What happened in a period, in the order in which managers read it. */
export const FLOWS = ["received", "agreements", "settled", "broken", "contacts"] as const;
export type Flow = (typeof FLOWS)[number];

/**
 * received: payments dated in the period, of invoices in collections, or that left them because they were paid.
 * agreements: made or approved in the period, by their total. settled: invoices of agreements paid in full, by the day on
 * which we learned of it. broken: invoices of agreements whose last day passed in the period unpaid, those paid later
 * included, those rescinded later not. contacts: records of contacts, and messages sent by operators.
 */
export type FlowFigures = { readonly [Name in Flow]: Measured };

/** Records at the bureau that must go: how many, the sum of their invoices, and the legal deadlines. */
export type RemovalFigures = Measured & {
  /** Past their deadline. */
  readonly late: number;
  /** The first deadline that has not passed. */
  readonly nextBy: CivilDate | null;
};

export type ManagerFigures = {
  readonly current: FlowFigures;
  /** The day before the period, where it is of one day. */
  readonly dayBefore: FlowFigures;
  /** The same days of the week before. */
  readonly weekBefore: FlowFigures;
  readonly removals: RemovalFigures;
};

export type ManagerLine = {
  readonly flow: Flow;
  readonly current: Measured;
  /** Undefined in a digest of several days: there is no one day before. */
  readonly dayBefore: Measured | undefined;
  readonly weekBefore: Measured;
};

export type ManagerDigest = {
  readonly day: CivilDate;
  readonly period: DigestPeriod;
  readonly lines: readonly ManagerLine[];
  readonly removals: RemovalFigures;
};

/** Undefined when nothing happened and nothing must go: a message of zeros helps nobody. */
export function managerDigest(
  { current, dayBefore, weekBefore, removals }: ManagerFigures,
  when: Pick<ManagerDigest, "day" | "period">,
): ManagerDigest | undefined {
  if (removals.count === 0 && FLOWS.every((flow) => current[flow].count === 0)) return undefined;
  const lines = FLOWS.map((flow) => ({
    flow,
    current: current[flow],
    dayBefore: isOneDay(when.period) ? dayBefore[flow] : undefined,
    weekBefore: weekBefore[flow],
  }));
  return { ...when, lines, removals };
}

/** In whole percent of what was; undefined where nothing was, for no percentage tells that. */
export function changeInPercent(before: Measured, now: Measured): number | undefined {
  const [was, is] =
    before.amountCents === 0 && now.amountCents === 0
      ? [before.count, now.count]
      : [before.amountCents, now.amountCents];
  return was === 0 ? undefined : Math.round(((is - was) * 100) / was);
}

export const NOTHING: Measured = { count: 0, amountCents: cents(0) };
