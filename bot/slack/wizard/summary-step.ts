import type { AgreementPlan } from "#core/agreement/agreement.ts";
import { accept } from "#core/result.ts";
import { type Blocks, context, divider, section, typed } from "../block-kit.ts";
import { exceededIn, exceededLine, instalmentLines, totalLines } from "./lines.ts";
import { chosenCandidates } from "./proposal.ts";
import { type Shown, type Step, stepView, warning } from "./step.ts";

/** All of it once more, before it holds; and whether it holds at once or somebody has to approve it. */
export const summaryStep: Step = {
  view(shown) {
    const { preview, texts } = shown;
    if (!preview.ok) {
      return stepView(shown, { blocks: [warning(texts.refusal(preview.refusal))] });
    }
    const { plan, status } = preview.value;
    return stepView(shown, {
      submit: status === "live" ? "wizard-confirm" : "wizard-ask",
      blocks: [
        section(sourcesLine(shown)),
        section(totalLines(plan, texts)),
        ...payment(plan, shown),
        divider,
        ...verdict(plan, shown),
        context(texts.say("wizard-confirm-hint")),
      ],
    });
  },
  read: (_values, { form }) => accept(form),
};

function sourcesLine({ form, basis, texts }: Shown): string {
  const { say, list } = texts;
  const chosen = chosenCandidates(form, basis);
  return say("wizard-summary-sources", {
    count: chosen.length,
    name: typed(basis.name),
    invoices: typed(list(chosen.map(({ number, invoice }) => number ?? invoice))),
  });
}

function payment(plan: AgreementPlan, { texts, form }: Shown): Blocks {
  const { say, date } = texts;
  const promise = say("wizard-summary-tolerance", {
    date: date(plan.toleranceDate),
    category: typed(plan.category),
  });
  if (plan.kind === "unchanged") return [section(`${say("wizard-summary-unchanged")}\n${promise}`)];
  const how = say("wizard-summary-charged", {
    profile: typed(plan.profile),
    description: typed(plan.description),
    sources: say(`wizard-sources-${plan.sourcesBecome}`),
  });
  const kept = form.keepDiscount && plan.sourcesBecome === "deleted";
  return [
    section(instalmentLines(plan.instalments, texts).join("\n")),
    section([promise, how, ...(kept ? [say("wizard-summary-discount-kept")] : [])].join("\n")),
  ];
}

function verdict(plan: AgreementPlan, shown: Shown): Blocks {
  const { say } = shown.texts;
  const exceeded = exceededIn(plan, shown);
  if (exceeded.length === 0) return [section(`:white_check_mark: ${say("wizard-within")}`)];
  const lines = exceeded.map((one) => `• ${exceededLine(one, shown.texts)}`);
  return [section([`:raised_hand: ${say("wizard-needs-approval")}`, ...lines].join("\n"))];
}
