import type { Instalment } from "#core/agreement/instalments.ts";
import type { CivilDate } from "#core/calendar.ts";
import { type Cents, cents, sumCents } from "#core/money.ts";
import { accept, refuse } from "#core/result.ts";
import { actions, type Blocks, button, section } from "../block-kit.ts";
import { dateField, dateIn, textField, textIn } from "../fields.ts";
import { amountIn, amountText } from "../typed-values.ts";
import type { FormValues } from "../view-of.ts";
import type { Edits, FieldErrors, Form } from "./form.ts";
import { amountOfField, dateOfField, PAGE_BACK, PAGE_ON, RECALCULATE, REPLAN } from "./ids.ts";
import { type Shown, type Step, stepView, warning } from "./step.ts";

/** Two fields each: more would be no form to look through. */
export const INSTALMENTS_A_PAGE = 12;

/** Every instalment's date and amount, as planned or as changed by hand, with what is missing or too much. */
export const instalmentsStep: Step = {
  view: (shown) =>
    stepView(shown, {
      submit: "wizard-next",
      blocks: [
        shown.preview.ok
          ? section(differenceLine(shown))
          : warning(shown.texts.refusal(shown.preview.refusal)),
        ...pageOf(shown).flatMap((row) => rowFields(row, shown)),
        ...buttons(shown),
      ],
    }),
  read(values, shown) {
    const errors: Record<string, string> = {};
    const rows = rowsOf(shown).map((row) => readRow(row, { values, shown, errors }));
    if (Object.keys(errors).length > 0) return refuse(errors as FieldErrors);
    return accept({ ...shown.form, edits: editsOf(rows, plannedIn(shown)) } satisfies Form);
  },
};

export const pagesOfInstalments = (shown: Pick<Shown, "preview" | "form">): number =>
  Math.max(1, Math.ceil(plannedIn(shown).length / INSTALMENTS_A_PAGE));

export const pageOfInstalment = (number: number): number =>
  Math.floor((number - 1) / INSTALMENTS_A_PAGE);

type Row = Pick<Instalment, "number" | "dueDate" | "amount">;

const plannedIn = ({ preview }: Pick<Shown, "preview">): readonly Row[] =>
  preview.ok ? preview.value.plan.instalments : [];

function rowsOf(shown: Shown): readonly Row[] {
  const { edits } = shown.form;
  return plannedIn(shown).map(({ number, dueDate, amount }, index) => ({
    number,
    dueDate: edits?.dates[index] ?? dueDate,
    amount: edits?.amounts[index] ?? amount,
  }));
}

const pageOf = (shown: Shown): readonly Row[] =>
  rowsOf(shown).slice(
    shown.place.page * INSTALMENTS_A_PAGE,
    (shown.place.page + 1) * INSTALMENTS_A_PAGE,
  );

function rowFields({ number, dueDate, amount }: Row, { form, texts }: Shown): Blocks {
  const of = { number: `${number}` };
  return [
    dateField({
      id: dateOfField(number, form.round),
      label: texts.say("wizard-instalment-date", of),
      initial: dueDate,
    }),
    textField({
      id: amountOfField(number, form.round),
      label: texts.say("wizard-instalment-amount", of),
      initial: amountText(amount, texts),
    }),
  ];
}

/** What the instalments add up to, against the total that they must have. */
function differenceLine(shown: Shown): string {
  const { say, money } = shown.texts;
  const total = sumCents(plannedIn(shown).map(({ amount }) => amount));
  const sum = sumCents(rowsOf(shown).map(({ amount }) => amount));
  const difference = cents(sum - total);
  const said = { sum: money(sum), total: money(total) };
  if (difference === 0) return say("wizard-sum-right", said);
  const amount = money(cents(Math.abs(difference)));
  return say("wizard-sum-wrong", {
    ...said,
    difference: say(difference > 0 ? "difference-too-much" : "difference-too-little", { amount }),
  });
}

function buttons(shown: Shown): Blocks {
  const { say } = shown.texts;
  const { page } = shown.place;
  const pages = pagesOfInstalments(shown);
  return [
    ...(pages > 1 ? [section(say("wizard-page", { page: `${page + 1}`, pages: `${pages}` }))] : []),
    ...actions(
      button({ id: RECALCULATE, text: say("wizard-recalculate") }),
      button({ id: REPLAN, text: say("wizard-replan") }),
      ...(page > 0 ? [button({ id: PAGE_BACK, text: say("wizard-page-back") })] : []),
      ...(page + 1 < pages ? [button({ id: PAGE_ON, text: say("wizard-page-on") })] : []),
    ),
  ];
}

type Reading = {
  readonly values: FormValues;
  readonly shown: Shown;
  readonly errors: Record<string, string>;
};

/** Rows of other pages stay as they are. */
function readRow(row: Row, { values, shown, errors }: Reading): Row {
  const { form, texts } = shown;
  const field = amountOfField(row.number, form.round);
  if (!(field in values)) return row;
  const amount = amountIn(textIn(values, field).trim(), texts);
  if (amount === undefined) errors[field] = texts.say("wizard-not-an-amount");
  return {
    number: row.number,
    dueDate: dateIn(values, dateOfField(row.number, form.round)) ?? row.dueDate,
    amount: amount ?? row.amount,
  };
}

/** Nothing, where all of it is as it was planned. */
function editsOf(rows: readonly Row[], planned: readonly Row[]): Edits | null {
  const dates: CivilDate[] = rows.map(({ dueDate }) => dueDate);
  const amounts: Cents[] = rows.map(({ amount }) => amount);
  const same = planned.every(
    ({ dueDate, amount }, index) => dueDate === dates[index] && amount === amounts[index],
  );
  return same ? null : { dates, amounts };
}
