import { TERM_NAMES } from "#core/agreement/terms.ts";
import type { CivilDate } from "#core/calendar.ts";
import { balanceOf } from "#core/collection/invoice.ts";
import type { AgreementNumber, InvoiceId } from "#core/ids.ts";
import { type Cents, formatAmount } from "#core/money.ts";
import { accept } from "#core/result.ts";
import { command } from "#core/use-cases/command.ts";
import type { Agreed } from "#core/use-cases/make-agreement.ts";
import { ask } from "./call.ts";
import { table } from "./render.ts";
import type { Call } from "./services.ts";

export type Awaited = { readonly amount: Cents; readonly dueDate: CivilDate };

/** What `agree` answers: SPEC 5.1. Lines are signed, terms are not. */
export type AgreementDocument = ReturnType<typeof documentOf>;

export function documentOf(agreed: Agreed, awaited: readonly Awaited[]) {
  const { agreement, plan, invoices, status } = agreed;
  const { base, terms, total, sources } = plan;
  return {
    agreement,
    base: formatAmount(base),
    terms: Object.fromEntries(TERM_NAMES.map((name) => [name, formatAmount(terms[name])])),
    total: formatAmount(total),
    instalments:
      plan.kind === "renegotiated"
        ? plan.instalments.map((instalment) => ({
            number: instalment.number,
            dueDate: instalment.dueDate,
            amount: formatAmount(instalment.amount),
            lines: instalment.lines.map(({ term, amount }) => ({
              term,
              amount: formatAmount(amount),
            })),
          }))
        : awaited.map(asInstalment),
    sources,
    invoices,
    status,
  };
}

/** The invoices that an unchanged agreement awaits as they entered it; a renegotiated one has instalments of its own. */
export async function awaitedOf(call: Call, { agreement, plan }: Agreed): Promise<Awaited[]> {
  if (plan.kind === "renegotiated") return [];
  return await ask({ ...call, key: undefined }, readAwaited, { agreement, sources: plan.sources });
}

export function textOf({
  agreement,
  base,
  terms,
  total,
  ...document
}: AgreementDocument): string[] {
  const given = Object.entries(terms).filter(([, amount]) => amount !== "0.00");
  return [
    agreement === null
      ? "Nothing was changed (dry run)."
      : `Agreement ${agreement}: ${document.status}.`,
    ...table([{ base, ...Object.fromEntries(given), total }]),
    "",
    ...table(
      document.instalments.map(({ number, dueDate, amount, lines }) => ({
        instalment: number,
        dueDate,
        amount,
        lines: lines.map((line) => `${line.term} ${line.amount}`).join(", "),
      })),
    ),
    "",
    `Sources: ${document.sources.join(", ")}`,
    ...(document.invoices.length === 0 ? [] : [`Awaited: ${document.invoices.join(", ")}`]),
  ];
}

const asInstalment = ({ amount, dueDate }: Awaited, index: number) => ({
  number: index + 1,
  dueDate,
  amount: formatAmount(amount),
  lines: [{ term: "base", amount: formatAmount(amount) }],
});

type Asked = {
  readonly agreement: AgreementNumber | null;
  readonly sources: readonly InvoiceId[];
};

const readAwaited = command<Asked, Awaited[]>(
  "agree",
  "agreement.make",
  async (unit, { input }) => {
    const found = input.agreement === null ? undefined : await unit.agreement(input.agreement);
    const entered = new Map(
      found === undefined
        ? (await unit.invoices(input.sources)).map((invoice) => [
            invoice.id,
            { amount: balanceOf(invoice), dueDate: invoice.dueDate },
          ])
        : found.members.map(({ invoice, enteredCents }) => [
            invoice.id,
            { amount: enteredCents, dueDate: invoice.dueDate },
          ]),
    );
    return accept(input.sources.flatMap((invoice) => entered.get(invoice) ?? []));
  },
);
