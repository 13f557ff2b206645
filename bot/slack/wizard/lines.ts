import type { AgreementPlan } from "#core/agreement/agreement.ts";
import type { Instalment } from "#core/agreement/instalments.ts";
import { TERM_NAMES, type TermName } from "#core/agreement/terms.ts";
import { packFor, ruleById } from "#core/law/rule-pack.ts";
import type { RuleId } from "#core/law/rules.ts";
import { type Exceeded, withinAllowance } from "#core/policy/allowance.ts";
import type { Texts } from "../../texts/texts.ts";
import { capsFor } from "./proposal.ts";
import type { Shown } from "./step.ts";

const TAKEN_OFF: ReadonlySet<TermName> = new Set(["discount", "discountAmount"]);

/** Base, what is added and taken, and the total, each on its line. */
export function totalLines({ base, terms, total }: AgreementPlan, texts: Texts): string {
  const { say, money } = texts;
  const line = (term: TermName): string =>
    say(TAKEN_OFF.has(term) ? "wizard-line-minus" : "wizard-line-plus", {
      term: say(`term-${term}`),
      amount: money(terms[term]),
    });
  return [
    say("wizard-line-base", { amount: money(base) }),
    ...TERM_NAMES.filter((term) => terms[term] !== 0).map(line),
    say("wizard-line-total", { amount: money(total) }),
  ].join("\n");
}

/** What the person may agree on without an approval. */
export function allowanceLine({ basis: { allowance }, texts }: Shown): string {
  const { say, percent, money } = texts;
  const { maxDiscount, maxInstalments, maxAmountCents } = allowance;
  return say("wizard-allowance", {
    discount: percent(maxDiscount),
    instalments: `${maxInstalments}`,
    amount: maxAmountCents === null ? say("wizard-any-amount") : money(maxAmountCents),
  });
}

export type CapHints = { readonly increase: string; readonly fine: string; readonly fees: string };

/** What the law lets be asked, beside the fields that it caps. */
export function capHints(shown: Shown): CapHints {
  const { form, basis, today, texts } = shown;
  const { say, percent, money } = texts;
  const atOnce = capsFor(form, basis, { today, instalments: 1 });
  const longest = capsFor(form, basis, { today, instalments: basis.maxInstalments });
  const article = (rule: string): string =>
    ruleById(packFor(today), rule as RuleId)?.article ?? rule;
  return {
    increase: say("wizard-cap-increase", {
      atOnce: percent(atOnce.increase.max),
      longest: percent(longest.increase.max),
      count: `${basis.maxInstalments}`,
      article: article(atOnce.increase.rule),
    }),
    fine: say("wizard-cap", {
      max: money(atOnce.fine.maxCents),
      article: article(atOnce.fine.rule),
    }),
    fees:
      atOnce.fees.maxCents === null
        ? say("wizard-cap-none")
        : say("wizard-cap-fees", {
            max: money(atOnce.fees.maxCents),
            article: article(atOnce.fees.rule),
          }),
  };
}

export const exceededIn = (plan: AgreementPlan, { basis }: Shown): readonly Exceeded[] => {
  const verdict = withinAllowance(plan, basis.allowance);
  return verdict === "within" ? [] : verdict.exceeded;
};

/** "desconto de 20 %, e a alçada vai até 10 %" */
export function exceededLine(exceeded: Exceeded, { say, money, percent, number }: Texts): string {
  const what = say(`allowance-${exceeded.what}`);
  const beyond = (asked: string, max: string): string => say("wizard-beyond", { what, asked, max });
  switch (exceeded.what) {
    case "discount":
      return beyond(percent(exceeded.asked), percent(exceeded.max));
    case "instalments":
      return beyond(number(exceeded.asked), number(exceeded.max));
    case "amount":
      return beyond(money(exceeded.asked), money(exceeded.max));
  }
}

/** One line for each. */
export const instalmentLines = (
  instalments: readonly Pick<Instalment, "number" | "dueDate" | "amount">[],
  { say, money, date }: Texts,
): string[] =>
  instalments.map(({ number, dueDate, amount }) =>
    say("wizard-instalment-line", {
      number: `${number}`,
      date: date(dueDate),
      amount: money(amount),
    }),
  );
