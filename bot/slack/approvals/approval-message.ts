import type { AgreementProposal } from "#core/agreement/agreement.ts";
import { type Instalment, planInstalments } from "#core/agreement/instalments.ts";
import { computeTerms, TERM_NAMES } from "#core/agreement/terms.ts";
import { daysBetween } from "#core/calendar.ts";
import type { Cents } from "#core/money.ts";
import type { Exceeded } from "#core/policy/allowance.ts";
import type { Approval } from "#db/queries/agreement/read-approval.ts";
import type { Texts } from "../../texts/texts.ts";
import {
  actions,
  type Blocks,
  button,
  context,
  cut,
  header,
  section,
  typed,
} from "../block-kit.ts";
import { exceededLine } from "../wizard/lines.ts";
import { APPROVE, COUNTER, OPEN_ACCOUNT, REFUSE } from "./ids.ts";
import type { Message } from "./message.ts";

/** What is asked, with buttons while it waits; then what became of it. */
export function approvalMessage(approval: Approval, texts: Texts): Message {
  const { say, money } = texts;
  const who = { agreement: `${approval.agreement}`, name: approval.name };
  const waits = approval.status === "awaiting approval";
  return {
    text: say(waits ? "approval-asked" : "approval-was-asked", {
      ...who,
      total: money(approval.totalCents),
    }),
    blocks: [
      header(say("approval-title", { agreement: who.agreement })),
      section(say("approval-by", { ...byline(approval, texts) })),
      section(figures(approval, texts)),
      section(exceededLines(approval.exceeded, texts)),
      context(...historyLines(approval, texts)),
      ...(waits ? buttons(approval, texts) : [context(outcomeLine(approval, texts))]),
    ],
  };
}

const byline = ({ name, authorName, askedOn }: Approval, { date }: Texts) => ({
  name: typed(name),
  author: typed(authorName),
  date: date(askedOn),
});

function figures({ proposal, baseCents, totalCents, feesReason }: Approval, texts: Texts): string {
  const { say, money, date } = texts;
  const terms = termLines(proposal, baseCents, texts);
  return [
    say("approval-base", { amount: money(baseCents) }),
    ...terms,
    say("approval-total", { amount: money(totalCents) }),
    ...paymentLines(proposal, baseCents, texts),
    say("approval-tolerance", {
      date: date(proposal.toleranceDate),
      category: typed(proposal.category),
    }),
    ...(feesReason === null ? [] : [say("approval-fees-reason", { reason: typed(feesReason) })]),
  ].join("\n");
}

function termLines(proposal: AgreementProposal, base: Cents, { say, money }: Texts): string[] {
  if (proposal.kind === "unchanged") return [say("approval-unchanged")];
  const computed = computeTerms(base, proposal.terms);
  return TERM_NAMES.filter((term) => computed[term] !== 0).map((term) =>
    say("approval-term", { term: say(`term-${term}`), amount: money(computed[term]) }),
  );
}

function paymentLines(proposal: AgreementProposal, base: Cents, texts: Texts): string[] {
  if (proposal.kind === "unchanged") return [];
  const { say, money, date } = texts;
  const instalments = instalmentsOf(proposal, base);
  const [first, last] = [instalments[0], instalments.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (instalments.length === 1) return [say("approval-once", { date: date(first.dueDate) })];
  return [
    say("approval-split", {
      count: `${instalments.length}`,
      first: money(first.amount),
      firstDate: date(first.dueDate),
      last: money(last.amount),
      lastDate: date(last.dueDate),
    }),
  ];
}

type Due = Pick<Instalment, "dueDate" | "amount">;

function instalmentsOf(
  { terms, split }: Extract<AgreementProposal, { kind: "renegotiated" }>,
  base: Cents,
): Due[] {
  const computed = computeTerms(base, terms);
  if (split.kind === "single")
    return planInstalments(computed, { count: 1, firstDue: split.dueDate });
  const planned = planInstalments(computed, split);
  return planned.map(({ dueDate, amount }, index) => ({
    dueDate: split.dates?.[index] ?? dueDate,
    amount: split.amounts?.[index] ?? amount,
  }));
}

const exceededLines = (exceeded: readonly Exceeded[], texts: Texts): string =>
  [texts.say("approval-exceeded"), ...exceeded.map((one) => `• ${exceededLine(one, texts)}`)].join(
    "\n",
  );

function historyLines({ history, invoices, askedOn }: Approval, { say, date }: Texts): string[] {
  const { oldestDue, agreements, fulfilled, givenUp, brokenInvoices } = history;
  const never = say("approval-never");
  return [
    say("approval-history-debt", {
      invoices: invoices.length,
      days: oldestDue === null ? 0 : Math.max(0, daysBetween(oldestDue, askedOn)),
      payment: history.lastPaymentOn === null ? never : date(history.lastPaymentOn),
    }),
    say("approval-history-agreements", {
      agreements,
      fulfilled,
      givenUp,
      broken: brokenInvoices,
      contact: history.lastContactOn === null ? never : date(history.lastContactOn),
    }),
  ];
}

/** What became of it, by whom and when. */
export function outcomeLine(approval: Approval, { say, date, agreementStatus }: Texts): string {
  const { decision, decidedBy, decidedOn, reason, status } = approval;
  if (decision === null || decision === "void") {
    return say("approval-void", { status: agreementStatus(status) });
  }
  return say(`approval-${decision}`, {
    who: typed(decidedBy ?? "–"),
    date: decidedOn === null ? "–" : date(decidedOn),
    ...(decision === "refused" ? { reason: typed(reason ?? "–") } : {}),
  });
}

function buttons(approval: Approval, texts: Texts): Blocks {
  const { say, money } = texts;
  const value = `${approval.agreement}`;
  return actions(
    button({
      id: APPROVE,
      text: say("approval-approve"),
      value,
      style: "primary",
      confirm: {
        title: say("approval-approve-title", { agreement: value }),
        text: say("approval-approve-confirm", {
          agreement: value,
          // Shortened before the amount would be cut off.
          name: typed(cut(approval.name, 80)),
          total: money(approval.totalCents),
        }),
        yes: say("approval-approve"),
        no: say("slack-no"),
      },
    }),
    button({ id: REFUSE, text: say("approval-refuse"), value, style: "danger" }),
    button({ id: COUNTER, text: say("approval-counter"), value }),
    button({ id: OPEN_ACCOUNT, text: say("approval-open-account"), value: approval.customer }),
  );
}
