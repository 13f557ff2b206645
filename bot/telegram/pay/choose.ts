import type { DescribedInvoice } from "#db/queries/self-service/read-owed.ts";
import { invoiceOfRow, nameOf, owedNow, rowOf } from "../debts/invoice-row.ts";
import { pageOf, pageRow } from "../debts/page.ts";
import { goneScreen } from "../debts/why.ts";
import { cut } from "../html.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { PERSON } from "../person/verbs.ts";
import { RECEIPT } from "../receipt/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import type { KnownTalk } from "../talk.ts";
import { BOLETO, PAY, PAY_ONE, PIX } from "./verbs.ts";

const MAX_NAME = 28;

/** Which invoice to pay; with a single one there is nothing to choose. */
export async function choosePayment(talk: KnownTalk, row: string): Promise<void> {
  const { invoices } = await owedNow(talk);
  const payable = invoices.filter(({ owedAs }) => owedAs !== "contested");
  const [only] = payable;
  if (only !== undefined && payable.length === 1) return showWays(talk, only);
  await talk.show(chooseScreen(payable, row, talk));
}

export async function payOne(talk: KnownTalk, row: string): Promise<void> {
  const owed = await invoiceOfRow(talk, row);
  return owed === undefined ? talk.show(goneScreen(talk)) : showWays(talk, owed);
}

function chooseScreen(
  payable: readonly DescribedInvoice[],
  row: string,
  { texts }: KnownTalk,
): Screen {
  const say = htmlSay(texts);
  if (payable.length === 0) return { text: say("telegram-pay-none"), buttons: [[toMenu(texts)]] };
  const page = pageOf(payable, row);
  const choices = page.rows.map((owed): Button[] => [
    {
      text: texts.say("telegram-pay-choice", {
        name: cut(nameOf(owed, texts), MAX_NAME),
        dueDate: texts.date(owed.dueDate),
        amount: texts.money(owed.due.totalCents),
      }),
      verb: PAY_ONE,
      row: rowOf(owed.invoice),
    },
  ]);
  return {
    text: paragraphs(
      say("telegram-pay-title"),
      page.count > 1
        ? say("telegram-page", { page: page.number + 1, pages: page.count })
        : undefined,
    ),
    buttons: [...choices, ...pageRow(page, { verb: PAY, texts }), [toMenu(texts)]],
  };
}

/** How one invoice can be paid. */
export async function showWays(talk: KnownTalk, owed: DescribedInvoice): Promise<void> {
  const { texts, deps } = talk;
  const say = htmlSay(texts);
  const means = await deps.reads.means(owed.invoice, deps.today());
  const row = rowOf(owed.invoice);
  const ways: Button[] = [
    ...(means.pix === null ? [] : [{ text: texts.say("telegram-pay-pix"), verb: PIX, row }]),
    ...(means.boleto === null
      ? []
      : [{ text: texts.say("telegram-pay-boleto"), verb: BOLETO, row }]),
  ];
  await talk.show({
    text: paragraphs(
      say("telegram-pay-one", {
        name: nameOf(owed, texts),
        dueDate: texts.date(owed.dueDate),
        amount: texts.money(owed.due.totalCents),
      }),
      say(ways.length === 0 ? "telegram-pay-no-ways" : "telegram-pay-how"),
    ),
    buttons: [
      ...(ways.length === 0
        ? [[{ text: texts.say("telegram-menu-person"), verb: PERSON }]]
        : [ways]),
      [{ text: texts.say("telegram-menu-receipt"), verb: RECEIPT }],
      [{ text: texts.say("telegram-back"), verb: PAY }, toMenu(texts)],
    ],
  });
}

export const toMenu = ({ say }: KnownTalk["texts"]): Button => ({
  text: say("telegram-to-menu"),
  verb: BACK_TO_MENU,
});
