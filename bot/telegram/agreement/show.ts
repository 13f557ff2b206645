import type { OwnAgreement, OwnInstalment } from "#db/queries/self-service/read-own-agreements.ts";
import type { Texts } from "../../texts/texts.ts";
import { rowOf } from "../debts/invoice-row.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { HAND, OFFERS } from "../negotiate/verbs.ts";
import { PAY_ONE } from "../pay/verbs.ts";
import { RECEIPT } from "../receipt/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import type { KnownTalk } from "../talk.ts";
import { AGREEMENT, AGREEMENT_PDF } from "./verbs.ts";

/** What was agreed, what was paid of it, and what is due next. */
export async function showAgreement(talk: KnownTalk, row: string): Promise<void> {
  const { deps, owner, texts } = talk;
  const all = await deps.reads.ownAgreements(owner.customer, deps.today());
  const shown = all.find(({ agreement }) => `${agreement}` === row) ?? all[0];
  await talk.show(shown === undefined ? noneScreen(texts) : agreementScreen(shown, all, texts));
}

const noneScreen = (texts: Texts): Screen => ({
  text: htmlSay(texts)("telegram-agreement-none"),
  buttons: [[{ text: texts.say("telegram-menu-negotiate"), verb: OFFERS }, toMenu(texts)]],
});

function agreementScreen(shown: OwnAgreement, all: readonly OwnAgreement[], texts: Texts): Screen {
  const say = htmlSay(texts);
  const { agreement, totalCents, paidCents, instalments, status } = shown;
  const next = instalments.find(({ isPaid }) => !isPaid);
  const isBroken = instalments.some((one) => one.isBroken);
  return {
    text: paragraphs(
      say("telegram-agreement-title", {
        agreement: `${agreement}`,
        madeOn: texts.date(shown.madeOn),
      }),
      say("telegram-agreement-totals", {
        total: texts.money(totalCents),
        paid: texts.money(paidCents),
      }),
      instalments.map((one) => line(one, texts)).join("\n"),
      say(`telegram-agreement-${stateOf(status, isBroken)}`, {
        until: texts.date(shown.toleranceDate),
      }),
    ),
    buttons: [
      ...(next === undefined || status === "awaiting approval"
        ? []
        : payButtons(next, isBroken, texts)),
      ...(status === "awaiting approval"
        ? []
        : [
            [
              {
                text: texts.say("telegram-agreement-pdf"),
                verb: AGREEMENT_PDF,
                row: `${agreement}`,
              },
            ],
          ]),
      ...others(shown, all, texts),
      [toMenu(texts)],
    ],
  };
}

const stateOf = (status: OwnAgreement["status"], isBroken: boolean) =>
  status === "awaiting approval" ? "waiting" : isBroken ? "broken" : status;

function line(one: OwnInstalment, texts: Texts): string {
  const state = one.isPaid ? "paid" : one.isBroken ? "late" : "open";
  return htmlSay(texts)(`telegram-agreement-instalment-${state}`, {
    number: one.number,
    dueDate: texts.date(one.dueDate),
    amount: texts.money(one.amountCents),
  });
}

const payButtons = ({ invoice }: OwnInstalment, isBroken: boolean, { say }: Texts): Button[][] => [
  [{ text: say("telegram-agreement-pay"), verb: PAY_ONE, row: rowOf(invoice) }],
  ...(isBroken ? [[{ text: say("telegram-offers-hand"), verb: HAND, row: "broken" }]] : []),
  [{ text: say("telegram-menu-receipt"), verb: RECEIPT }],
];

const MAX_OTHERS = 6;

const others = (shown: OwnAgreement, all: readonly OwnAgreement[], { say }: Texts): Button[][] =>
  all
    .filter((one) => one !== shown)
    .slice(0, MAX_OTHERS)
    .map(({ agreement }) => [
      {
        text: say("telegram-agreement-other", { agreement: `${agreement}` }),
        verb: AGREEMENT,
        row: `${agreement}`,
      },
    ]);

const toMenu = ({ say }: Texts): Button => ({ text: say("telegram-to-menu"), verb: BACK_TO_MENU });
