import type { InvoiceId } from "#core/ids.ts";
import { packFor } from "#core/law/rule-pack.ts";
import { contestAmount } from "#core/use-cases/contest-amount.ts";
import type { DescribedInvoice } from "#db/queries/self-service/read-owed.ts";
import { invoiceOfRow, nameOf } from "../debts/invoice-row.ts";
import { DEBTS, WHY } from "../debts/verbs.ts";
import { goneScreen } from "../debts/why.ts";
import type { Typed } from "../feature.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button } from "../screen.ts";
import { isKnown, type KnownTalk, type Talk } from "../talk.ts";
import { CONTEST_REASON, CONTEST_YES } from "./verbs.ts";

export const ASK_REASON = "contest-reason";
export const ASK_SURE = "contest-sure";

/** What is wrong with an amount, most often. */
const REASONS = ["not-used", "other-price", "paid", "not-mine"] as const;
const MAX_REASON = 500;

/** `row`: of the invoice's button, so that it is looked up again at each step. */
type Contest = { readonly row?: string; readonly reason?: string };

export async function askReason(talk: KnownTalk, row: string): Promise<void> {
  const owed = await invoiceOfRow(talk, row);
  return owed === undefined ? talk.show(goneScreen(talk)) : showReasons(talk, { owed, row });
}

type Asked = {
  readonly owed: DescribedInvoice;
  readonly row: string;
  readonly wrong?: string | undefined;
};

function showReasons(talk: KnownTalk, { owed, row, wrong }: Asked): Promise<void> {
  const { texts } = talk;
  const reasons = REASONS.map((reason): Button[] => [
    { text: texts.say(`telegram-contest-${reason}`), verb: CONTEST_REASON, row: reason },
  ]);
  return talk.show(
    {
      text: paragraphs(
        wrong,
        htmlSay(texts)("telegram-contest-ask", {
          name: nameOf(owed, texts),
          amount: texts.money(owed.due.totalCents),
        }),
      ),
      buttons: [...reasons, [{ text: texts.say("telegram-back"), verb: WHY, row }, toMenu(talk)]],
    },
    { step: ASK_REASON, data: { row } satisfies Contest },
  );
}

export async function pressReason(talk: KnownTalk, reason: string): Promise<void> {
  const known = REASONS.find((one) => one === reason);
  await reasonGiven(talk, known === undefined ? "" : talk.texts.say(`telegram-contest-${known}`));
}

export async function typeReason(talk: Talk, { text }: Typed): Promise<void> {
  if (isKnown(talk)) await reasonGiven(talk, text.trim());
}

/** It stops the collection of the amount: nothing to do by a slip of the finger. */
async function reasonGiven(talk: KnownTalk, reason: string): Promise<void> {
  const { texts } = talk;
  const { row = "" } = contestOf(talk);
  const owed = await invoiceOfRow(talk, row);
  if (owed === undefined) return talk.show(goneScreen(talk));
  if (reason === "" || reason.length > MAX_REASON) {
    const wrong = texts.say("telegram-contest-reason-wrong", { max: MAX_REASON });
    return showReasons(talk, { owed, row, wrong });
  }
  await talk.show(
    {
      text: htmlSay(texts)("telegram-contest-sure", {
        name: nameOf(owed, texts),
        amount: texts.money(owed.due.totalCents),
        reason,
        days: packFor(talk.deps.today()).rules.dispute.value.answerDays,
      }),
      buttons: [
        [{ text: texts.say("telegram-contest-yes"), verb: CONTEST_YES, row }],
        [{ text: texts.say("telegram-back"), verb: WHY, row }, toMenu(talk)],
      ],
    },
    { step: ASK_SURE, data: { row, reason } satisfies Contest },
  );
}

export async function contest(talk: KnownTalk, row: string): Promise<void> {
  const { reason, row: asked } = contestOf(talk);
  const owed = await invoiceOfRow(talk, row);
  if (owed === undefined) return talk.show(goneScreen(talk));
  if (reason === undefined || asked !== row) return showReasons(talk, { owed, row });
  await carryOut(talk, owed, reason);
}

async function carryOut(talk: KnownTalk, owed: DescribedInvoice, reason: string): Promise<void> {
  const { deps, texts } = talk;
  const contested = await contestAmount(deps.ports, {
    input: {
      ...talk.fromChat(),
      invoice: owed.invoice,
      reason,
      task: taskOf(talk, owed.invoice, reason),
    },
    today: deps.today(),
    key: `${talk.key}:contest`,
  });
  const say = htmlSay(texts);
  await talk.show({
    text: contested.ok
      ? say("telegram-contested", {
          dispute: `${contested.value.dispute}`,
          name: nameOf(owed, texts),
          answerBy: texts.date(contested.value.answerBy),
        })
      : texts.refusal(contested.refusal),
    buttons: [[{ text: texts.say("telegram-back-to-debts"), verb: DEBTS }, toMenu(talk)]],
  });
}

const taskOf = ({ texts, owner }: KnownTalk, invoice: InvoiceId, reason: string) => ({
  title: texts.say("self-service-contest-task", { name: owner.name, invoice }),
  body: reason,
});

function contestOf({ dialog }: Talk): Contest {
  const { row, reason } = (dialog().data ?? {}) as Contest;
  return {
    ...(typeof row === "string" ? { row } : {}),
    ...(typeof reason === "string" ? { reason } : {}),
  };
}

const toMenu = ({ texts }: Talk): Button => ({
  text: texts.say("telegram-to-menu"),
  verb: BACK_TO_MENU,
});
