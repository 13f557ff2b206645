import { packFor, RULE_PACKS, ruleById } from "#core/law/rule-pack.ts";
import type { RuleId } from "#core/law/rules.ts";
import type { Fact, From, Refused } from "#core/law/verdict.ts";
import type { Args } from "./catalogue.ts";
import { type ArgsOf, messageId, type Words, word } from "./words.ts";

/** What the law says about an act, with the fact that decides and the article. */
export function verdictSentence(verdict: Refused | From, words: Words): string {
  const args = { fact: factSentence(verdict.fact, words), article: article(verdict.rule, words) };
  if (verdict.answer === "refused") return words.say("verdict-refused", args);
  const { date, time } = verdict;
  return time === undefined
    ? words.say("verdict-from", { ...args, date: words.date(date) })
    : words.say("verdict-from-time", { ...args, date: words.date(date), time });
}

export function factSentence(fact: Fact, words: Words): string {
  const argsOf = FACTS[fact.code] as (fact: Fact, words: Words) => Args;
  return words.say(messageId("fact", fact.code), argsOf(fact, words));
}

/** As a lawyer cites it, from the rules in force on the day; `rule` itself when those do not have it. */
export function article(rule: string, { day }: Words): string {
  const pack = day === undefined ? (RULE_PACKS.at(-1) ?? RULE_PACKS[0]) : packFor(day);
  return ruleById(pack, rule as RuleId)?.article ?? rule;
}

const nothing = (): Args => ({});

const FACTS: ArgsOf<Fact> = {
  no_debt: nothing,
  debt_paid: (f, w) => ({ dueDate: w.date(f.dueDate) }),
  debt_not_late: (f, w) => ({ dueDate: w.date(f.dueDate), lateAfter: w.date(f.lateAfter) }),
  debt_too_old: (f, w) => ({ dueDate: w.date(f.dueDate), since: w.date(f.since) }),
  debt_not_of_use: (f, w) => ({ dueDate: w.date(f.dueDate) }),
  dispute_open: (f, w) => ({ openedOn: w.date(f.openedOn), answerBy: w.date(f.answerBy) }),
  dispute_not_answered_in_time: (f, w) => ({
    openedOn: w.date(f.openedOn),
    answerBy: w.date(f.answerBy),
  }),
  dispute_upheld: (f, w) => ({ answeredOn: w.date(f.answeredOn) }),
  notice_missing: (f, w) => ({
    notice: word(w, "notice", f.kind),
    onOrAfter: w.date(f.onOrAfter),
  }),
  notice_too_recent: (f, w) => ({
    deliveredOn: w.date(f.deliveredOn),
    days: f.days,
    frozen: frozen(f.frozenDays, w),
  }),
  day_off_ahead: (f, w) => ({ day: w.date(f.day) }),
  not_blocked: nothing,
  blocked_before_debt: (f, w) => ({
    blockedOn: w.date(f.blockedOn),
    lateAfter: w.date(f.lateAfter),
  }),
  blocked_too_recently: (f, w) => ({
    blockedOn: w.date(f.blockedOn),
    days: f.days,
    frozen: frozen(f.frozenDays, w),
  }),
  contract_not_ended: nothing,
  no_contract: nothing,
  contract_ends: (f, w) => ({ endedOn: w.date(f.endedOn) }),
  not_broken: (f, w) => ({ lateAfter: w.date(f.lateAfter) }),
  increase_above_cap: (f, w) => ({ asked: w.percent(f.asked), max: w.percent(f.max) }),
  fine_above_cap: (f, w) => ({ asked: w.money(f.askedCents), max: w.money(f.maxCents) }),
  fees_above_cap: (f, w) => ({ asked: w.money(f.askedCents), max: w.money(f.maxCents) }),
  blocked_that_day: (f, w) => ({ blockedOn: w.date(f.blockedOn) }),
  reconnection_is_free: nothing,
  third_party: nothing,
  not_the_customer: nothing,
  opted_out: nothing,
  not_identified: nothing,
  outside_contact_hours: (f, w) => ({
    state: f.state ?? w.say("no-state"),
    hours:
      f.opens === undefined || f.closes === undefined
        ? w.say("no-contact-that-day")
        : w.say("contact-hours", { opens: f.opens, closes: f.closes }),
  }),
  contacted_today: (f) => ({ count: f.count, max: f.max }),
  contacted_this_week: (f) => ({ count: f.count, max: f.max }),
};

/** Nothing, or the days that a dispute held the clock. */
const frozen = (days: number, { say }: Words): string =>
  days === 0 ? "" : ` ${say("frozen-days", { days })}`;
