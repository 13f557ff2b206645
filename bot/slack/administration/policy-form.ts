import type { ModalView } from "@slack/types";
import type { PolicyRow } from "#core/policy/policy-table.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Texts } from "../../texts/texts.ts";
import { context } from "../block-kit.ts";
import { textField, textIn } from "../fields.ts";
import { amountIn, amountText, percentIn, percentText, wholeIn } from "../typed-values.ts";
import type { FormValues } from "../view-of.ts";
import { formView, type Meta } from "./form.ts";

export const POLICY_FORM = "administration:policy:form";
export const FIRST: keyof PolicyRow = "daysOverdueFrom";

/** In the order of the form. */
const FIELDS = {
  daysOverdueFrom: "whole",
  daysOverdueTo: "whole",
  amountFromCents: "amount",
  amountToCents: "amount",
  maxDiscountAtOnce: "percent",
  maxDiscountSplit: "percent",
  maxInstalments: "whole",
  minInstalmentCents: "amount",
  latestFirstDueDays: "whole",
  offerStandsDays: "whole",
} as const satisfies Record<keyof PolicyRow, keyof typeof KINDS>;

const KINDS = {
  whole: { read: wholeIn, show: (value: number) => `${value}` },
  amount: { read: amountIn, show: (value: number, t: Texts) => amountText(value as never, t) },
  percent: { read: percentIn, show: (value: number, t: Texts) => percentText(value as never, t) },
} as const;

/** Left empty: no upper end. */
const OPEN_ENDED: ReadonlySet<keyof PolicyRow> = new Set(["daysOverdueTo", "amountToCents"]);

const NAMES = Object.keys(FIELDS) as readonly (keyof PolicyRow)[];

export const policyForm = (
  { row, meta }: { readonly row: PolicyRow | null; readonly meta: Meta },
  texts: Texts,
): ModalView =>
  formView(
    {
      callbackId: POLICY_FORM,
      title: texts.say(row === null ? "admin-policy-new" : "admin-policy-edit"),
      meta,
      blocks: [
        context(texts.say("admin-policy-about")),
        ...NAMES.map((id) => field(id, row, texts)),
      ],
    },
    texts,
  );

function field(id: keyof PolicyRow, row: PolicyRow | null, texts: Texts) {
  const value = row?.[id];
  return textField({
    id,
    label: texts.say(`admin-policy-${id}`),
    hint: OPEN_ENDED.has(id) ? texts.say("admin-no-limit-hint") : undefined,
    optional: OPEN_ENDED.has(id),
    initial: value == null ? null : KINDS[FIELDS[id]].show(value, texts),
  });
}

/** The row as the form says it, or what is wrong at which field. */
export function policyRowIn(
  values: FormValues,
  texts: Texts,
): { readonly row: PolicyRow } | { readonly errors: Readonly<Record<string, string>> } {
  const read = NAMES.map((id) => {
    const text = textIn(values, id);
    const isOpen = OPEN_ENDED.has(id) && text.trim() === "";
    return [id, isOpen ? null : KINDS[FIELDS[id]].read(text, texts)] as const;
  });
  const wrong = read.filter(([, value]) => value === undefined);
  if (wrong.length === 0) return { row: Object.fromEntries(read) as PolicyRow };
  return {
    errors: Object.fromEntries(
      wrong.map(([id]) => [id, texts.say(`admin-${FIELDS[id]}-expected`)]),
    ),
  };
}

/** At its field when it is of this row; what is wrong with the table as a whole at the first one. */
export const policyFieldOf = (refusal: Refusal, row: number): string =>
  refusal.code === "policy_value_out_of_bounds" && refusal.row === row ? refusal.field : FIRST;
