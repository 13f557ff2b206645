import type { CivilDate } from "../calendar.ts";
import type { Cents, Percent } from "../money.ts";
import type { LocalTime } from "./contact-windows.ts";
import type { NoticeKind, RuleId } from "./rules.ts";

export type Allowed = { readonly answer: "allowed" };
export type Refused = { readonly answer: "refused"; readonly rule: RuleId; readonly fact: Fact };
/** Allowed from that day on, if nothing else changes; with `time` for a contact, by the customer's clock. */
export type From = {
  readonly answer: "from";
  readonly date: CivilDate;
  readonly time?: LocalTime;
  readonly rule: RuleId;
  readonly fact: Fact;
};
export type Verdict = Allowed | Refused | From;

/** The fact that decides. Sentences are made of it elsewhere. */
export type Fact =
  | { readonly code: "no_debt" }
  | { readonly code: "debt_paid"; readonly dueDate: CivilDate }
  | { readonly code: "debt_not_late"; readonly dueDate: CivilDate; readonly lateAfter: CivilDate }
  | { readonly code: "debt_too_old"; readonly dueDate: CivilDate; readonly since: CivilDate }
  | { readonly code: "debt_not_of_use"; readonly dueDate: CivilDate }
  | { readonly code: "dispute_open"; readonly openedOn: CivilDate; readonly answerBy: CivilDate }
  | {
      readonly code: "dispute_not_answered_in_time";
      readonly openedOn: CivilDate;
      readonly answerBy: CivilDate;
    }
  | { readonly code: "dispute_upheld"; readonly answeredOn: CivilDate }
  /** It must be delivered on that day or later to count. */
  | { readonly code: "notice_missing"; readonly kind: NoticeKind; readonly onOrAfter: CivilDate }
  | {
      readonly code: "notice_too_recent";
      readonly deliveredOn: CivilDate;
      readonly days: number;
      readonly frozenDays: number;
    }
  | { readonly code: "day_off_ahead"; readonly day: CivilDate }
  | { readonly code: "not_blocked" }
  | {
      readonly code: "blocked_before_debt";
      readonly blockedOn: CivilDate;
      readonly lateAfter: CivilDate;
    }
  | {
      readonly code: "blocked_too_recently";
      readonly blockedOn: CivilDate;
      readonly days: number;
      readonly frozenDays: number;
    }
  | { readonly code: "contract_not_ended" }
  | { readonly code: "no_contract" }
  | { readonly code: "contract_ends"; readonly endedOn: CivilDate }
  | { readonly code: "not_broken"; readonly lateAfter: CivilDate }
  | { readonly code: "increase_above_cap"; readonly asked: Percent; readonly max: Percent }
  | {
      readonly code: "fine_above_cap" | "fees_above_cap";
      readonly askedCents: Cents;
      readonly maxCents: Cents;
    }
  | { readonly code: "blocked_that_day"; readonly blockedOn: CivilDate }
  | { readonly code: "reconnection_is_free" }
  | { readonly code: "third_party" }
  | { readonly code: "not_the_customer" }
  | { readonly code: "opted_out" }
  | { readonly code: "not_identified" }
  | {
      readonly code: "outside_contact_hours";
      readonly state: string | null;
      /** Undefined on a day without contact. */
      readonly opens?: LocalTime;
      readonly closes?: LocalTime;
    }
  | { readonly code: "contacted_today"; readonly count: number; readonly max: number }
  | { readonly code: "contacted_this_week"; readonly count: number; readonly max: number };

export const ALLOWED: Allowed = { answer: "allowed" };

export const refused = (rule: RuleId, fact: Fact): Refused => ({ answer: "refused", rule, fact });

/** Of several debts one is enough for an act: the best answer of all, the first among equals. */
export const mostLenient = (verdicts: readonly [Verdict, ...Verdict[]]): Verdict =>
  verdicts.reduce((best, next) => (isBetter(next, best) ? next : best));

const RANK = { allowed: 0, from: 1, refused: 2 } as const;

const isBetter = (next: Verdict, best: Verdict): boolean =>
  RANK[next.answer] < RANK[best.answer] ||
  (next.answer === "from" && best.answer === "from" && next.date < best.date);
