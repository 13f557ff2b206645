import type { ModalView } from "@slack/types";
import type { AgreementNumber } from "#core/ids.ts";
import { type Cents, cents, sumCents } from "#core/money.ts";
import type { Rescinded } from "#core/use-cases/rescind-agreement.ts";
import type { AgreementDetails } from "#db/queries/account/agreement.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Place } from "../account/workspace.ts";
import { context, divider } from "../block-kit.ts";
import { textField } from "../fields.ts";
import { modalOf, plainSection, short } from "../plain-blocks.ts";

export const RESCIND = { form: "rescind", reason: "reason" } as const;

export type RescindMetadata = {
  readonly agreement: AgreementNumber;
  /** The account that the form stands on, to show it again. */
  readonly place?: Place | undefined;
};

export type RescindOf = Pick<Rescinded, "restored"> & { readonly place?: Place | undefined };

const MAX_REASON_TYPED = 500;
/** Of an agreement over more, the rest is counted. */
const MAX_LINES = 30;

/** What comes back to negotiation, what is credited to it, and what is deleted; then the reason. */
export function rescindView(
  agreement: AgreementDetails,
  { restored, place }: RescindOf,
  texts: Texts,
): ModalView {
  const { say, money } = texts;
  const unpaid = agreement.instalments.filter(({ state }) => state === "open");
  const deleted = agreement.kind === "renegotiated" ? unpaid : [];
  return modalOf(texts, {
    callbackId: RESCIND.form,
    title: say("slack-panels-rescind-title"),
    submit: say("slack-panels-rescind-submit"),
    metadata: { agreement: agreement.agreement, place } satisfies RescindMetadata,
    blocks: [
      plainSection([
        say("slack-panels-rescind-what", {
          agreement: String(agreement.agreement),
          name: short(agreement.name),
          total: money(agreement.totalCents),
        }),
      ]),
      divider,
      plainSection([say("slack-panels-rescind-back"), ...restoredLines(restored, texts)]),
      plainSection([
        say("slack-panels-rescind-credited", {
          amount: money(sumCents(restored.map(({ credited }) => credited))),
        }),
        deleted.length === 0
          ? ""
          : say("slack-panels-rescind-deleted", {
              count: deleted.length,
              amount: money(sumCents(deleted.map(balanceOf))),
            }),
      ]),
      context(say("slack-panels-rescind-for-good")),
      textField({
        id: RESCIND.reason,
        label: say("slack-panels-rescind-reason"),
        hint: say("slack-panels-rescind-reason-hint"),
        lines: "many",
        most: MAX_REASON_TYPED,
      }),
    ],
  });
}

const balanceOf = ({ amountCents, paidCents }: { amountCents: Cents; paidCents: Cents }): Cents =>
  cents(Math.max(0, amountCents - paidCents));

export function restoredLines(restored: Rescinded["restored"], texts: Texts): string[] {
  const lines = restored.slice(0, MAX_LINES).map(({ invoice, amount, credited }) =>
    texts.say(credited === 0 ? "slack-panels-rescind-line" : "slack-panels-rescind-line-credited", {
      invoice: short(invoice, 40),
      amount: texts.money(amount),
      credited: texts.money(credited),
    }),
  );
  const left = restored.length - lines.length;
  return left > 0 ? [...lines, texts.say("slack-panels-rescind-more", { left })] : lines;
}
