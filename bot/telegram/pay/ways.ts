import type { DescribedInvoice } from "#db/queries/self-service/read-owed.ts";
import { invoiceOfRow, nameOf, rowOf } from "../debts/invoice-row.ts";
import { goneScreen } from "../debts/why.ts";
import { code } from "../html.ts";
import { LIMITS } from "../limits.ts";
import { RECEIPT } from "../receipt/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import type { KnownTalk } from "../talk.ts";
import { showWays, toMenu } from "./choose.ts";
import { qrPng } from "./qr-png.ts";
import { PAY_ONE } from "./verbs.ts";

/** The Pix code as a picture, and alone in a message, where one press copies it. */
export async function sendPix(talk: KnownTalk, row: string): Promise<void> {
  const owed = await invoiceOfRow(talk, row);
  if (owed === undefined) return talk.show(goneScreen(talk));
  const { pix } = await talk.deps.reads.means(owed.invoice, talk.deps.today());
  if (pix === null) return showWays(talk, owed);
  const { texts } = talk;
  await talk.show(sentScreen(owed, talk, "telegram-pix-below"));
  await talk.sendPhoto({ name: "pix.png", bytes: qrPng(pix.code) });
  await talk.tell({ text: code(pix.code), buttons: copyButton(pix.code, texts) });
}

/** The boleto's line to type or copy, and the boleto itself. */
export async function sendBoleto(talk: KnownTalk, row: string): Promise<void> {
  const owed = await invoiceOfRow(talk, row);
  if (owed === undefined) return talk.show(goneScreen(talk));
  const { deps, texts } = talk;
  const { boleto } = await deps.reads.means(owed.invoice, deps.today());
  if (boleto === null) return showWays(talk, owed);
  await talk.show(sentScreen(owed, talk, "telegram-boleto-below"));
  await talk.tell({ text: code(boleto.digitLine), buttons: copyButton(boleto.digitLine, texts) });
  const pdf = await deps.documents.invoice(owed.invoice, deps.today());
  if (pdf !== undefined)
    await talk.sendDocument({ name: `${texts.say("telegram-boleto-file")}.pdf`, bytes: pdf });
}

const copyButton = (copy: string, { say }: KnownTalk["texts"]): Button[][] =>
  copy.length > LIMITS.copyText ? [] : [[{ text: say("telegram-copy"), copy }]];

function sentScreen(owed: DescribedInvoice, { texts }: KnownTalk, told: string): Screen {
  const say = htmlSay(texts);
  return {
    text: paragraphs(
      say("telegram-pay-one", {
        name: nameOf(owed, texts),
        dueDate: texts.date(owed.dueDate),
        amount: texts.money(owed.due.totalCents),
      }),
      say(told),
      owed.due.fineCents + owed.due.interestCents > 0 ? say("telegram-pay-today-only") : undefined,
    ),
    buttons: [
      [{ text: texts.say("telegram-menu-receipt"), verb: RECEIPT }],
      [
        { text: texts.say("telegram-pay-other-way"), verb: PAY_ONE, row: rowOf(owed.invoice) },
        toMenu(texts),
      ],
    ],
  };
}
