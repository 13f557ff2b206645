import { isLate } from "#core/self-service/what-is-owed.ts";
import type { DescribedInvoice, OwedBy } from "#db/queries/self-service/read-owed.ts";
import type { Texts } from "../../texts/texts.ts";
import { cut } from "../html.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { OFFERS } from "../negotiate/verbs.ts";
import { PAY } from "../pay/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import type { KnownTalk } from "../talk.ts";
import { UNBLOCK } from "../unblock/verbs.ts";
import { nameOf, owedNow, rowOf } from "./invoice-row.ts";
import { pageOf, pageRow } from "./page.ts";
import { DEBTS, WHY } from "./verbs.ts";

const MAX_NAME = 60;

/** All that the customer owes, a page of it at a time. */
export async function showDebts(talk: KnownTalk, row: string): Promise<void> {
  const { deps, owner } = talk;
  const owed = await owedNow(talk);
  const trust = await deps.reads.trust(owner.customer, deps.today());
  await talk.show(debtsScreen({ owed, row, canTrust: trust.isAllowed }, talk));
}

type Shown = { readonly owed: OwedBy; readonly row: string; readonly canTrust: boolean };

function debtsScreen({ owed, row, canTrust }: Shown, { texts, deps }: KnownTalk): Screen {
  const say = htmlSay(texts);
  const menu: Button = { text: texts.say("telegram-to-menu"), verb: BACK_TO_MENU };
  if (owed.invoices.length === 0) return { text: say("telegram-debts-none"), buttons: [[menu]] };
  const page = pageOf(owed.invoices, row);
  const today = texts.date(deps.today());
  const text = paragraphs(
    say("telegram-debts-title"),
    owed.lateCount === 0
      ? say("telegram-debts-nothing-late", { today })
      : say("telegram-debts-late", {
          today,
          total: texts.money(owed.lateCents),
          count: owed.lateCount,
        }),
    page.rows.map((one, index) => line(one, page.first + index, texts)).join("\n\n"),
    page.count > 1 ? say("telegram-page", { page: page.number + 1, pages: page.count }) : undefined,
    say("telegram-debts-hint"),
  );
  const numbers = page.rows.map(
    ({ invoice }, index): Button => ({
      text: `${page.first + index}`,
      verb: WHY,
      row: rowOf(invoice),
    }),
  );
  return {
    text,
    buttons: [
      ...inRows(numbers, NUMBERS_IN_ROW),
      ...pageRow(page, { verb: DEBTS, texts }),
      [
        { text: texts.say("telegram-menu-pay"), verb: PAY },
        ...(owed.negotiableCents > 0
          ? [{ text: texts.say("telegram-menu-negotiate"), verb: OFFERS }]
          : []),
      ],
      ...(canTrust ? [[{ text: texts.say("telegram-menu-unblock"), verb: UNBLOCK }]] : []),
      [menu],
    ],
  };
}

const NUMBERS_IN_ROW = 4;

export const inRows = (buttons: readonly Button[], width: number): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, index) =>
    buttons.slice(index * width, (index + 1) * width),
  );

function line(owed: DescribedInvoice, number: number, texts: Texts): string {
  const say = htmlSay(texts);
  return say(`telegram-debt-${owed.owedAs}`, {
    number,
    name: cut(nameOf(owed, texts), MAX_NAME),
    dueDate: texts.date(owed.dueDate),
    days: owed.daysOverdue,
    amount: texts.money(owed.due.totalCents),
    agreement: `${owed.agreement ?? ""}`,
  });
}

export const lateOnes = ({ invoices }: OwedBy): DescribedInvoice[] => invoices.filter(isLate);
