import { packFor } from "#core/law/rule-pack.ts";
import type { DescribedInvoice } from "#db/queries/self-service/read-owed.ts";
import { CONTEST } from "../dispute/verbs.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { PAY_ONE } from "../pay/verbs.ts";
import { RECEIPT } from "../receipt/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import type { KnownTalk } from "../talk.ts";
import { invoiceOfRow, nameOf } from "./invoice-row.ts";
import { DEBTS } from "./verbs.ts";

/** One invoice, and why it is this amount. */
export async function showWhy(talk: KnownTalk, row: string): Promise<void> {
  const owed = await invoiceOfRow(talk, row);
  await talk.show(owed === undefined ? goneScreen(talk) : whyScreen(owed, row, talk));
}

export const goneScreen = ({ texts }: KnownTalk): Screen => ({
  text: htmlSay(texts)("telegram-invoice-gone"),
  buttons: [[back(texts), toMenu(texts)]],
});

function whyScreen(owed: DescribedInvoice, row: string, talk: KnownTalk): Screen {
  const { texts } = talk;
  const say = htmlSay(texts);
  const isContested = owed.owedAs === "contested";
  return {
    text: paragraphs(
      say("telegram-why-title", { name: nameOf(owed, texts), number: owed.number ?? owed.invoice }),
      say(`telegram-why-${owed.owedAs}`, {
        dueDate: texts.date(owed.dueDate),
        days: owed.daysOverdue,
        agreement: `${owed.agreement ?? ""}`,
      }),
      [say("telegram-why-question"), ...reckoning(owed, talk)].join("\n"),
      isContested ? undefined : law(talk),
    ),
    buttons: [
      ...(isContested
        ? []
        : [
            [{ text: texts.say("telegram-why-pay"), verb: PAY_ONE, row }],
            [
              { text: texts.say("telegram-menu-receipt"), verb: RECEIPT },
              { text: texts.say("telegram-why-contest"), verb: CONTEST, row },
            ],
          ]),
      [back(texts), toMenu(texts)],
    ],
  };
}

/** Line by line, down to the total. */
function reckoning({ amountCents, paidCents, due }: DescribedInvoice, talk: KnownTalk): string[] {
  const { texts, deps } = talk;
  const say = htmlSay(texts);
  const { fine, interest } = packFor(deps.today()).rules;
  const lines: [shown: boolean, text: string][] = [
    [true, say("telegram-why-amount", { amount: texts.money(amountCents) })],
    [paidCents > 0, say("telegram-why-paid", { amount: texts.money(paidCents) })],
    [
      due.fineCents > 0,
      say("telegram-why-fine", {
        rate: texts.percent(fine.value.rate),
        amount: texts.money(due.fineCents),
      }),
    ],
    [
      due.interestCents > 0,
      say("telegram-why-interest", {
        rate: texts.percent(interest.value.rate),
        days: due.daysLate,
        amount: texts.money(due.interestCents),
      }),
    ],
    [
      due.onTimeDiscountCents > 0,
      say("telegram-why-discount", {
        amount: texts.money(due.onTimeDiscountCents),
        until: texts.date(due.lateAfter),
      }),
    ],
    [due.daysLate > 0 && due.fineCents + due.interestCents === 0, say("telegram-why-no-charges")],
    [
      true,
      say("telegram-why-total", {
        amount: texts.money(due.totalCents),
        today: texts.date(deps.today()),
      }),
    ],
  ];
  return lines.flatMap(([shown, text]) => (shown ? [text] : []));
}

function law({ texts, deps }: KnownTalk): string {
  const { fine, interest } = packFor(deps.today()).rules;
  return htmlSay(texts)("telegram-why-law", {
    fine: texts.percent(fine.value.rate),
    fineArticle: fine.article,
    interest: texts.percent(interest.value.rate),
    interestArticle: interest.article,
  });
}

const back = ({ say }: KnownTalk["texts"]): Button => ({
  text: say("telegram-back-to-debts"),
  verb: DEBTS,
});
const toMenu = ({ say }: KnownTalk["texts"]): Button => ({
  text: say("telegram-to-menu"),
  verb: BACK_TO_MENU,
});
