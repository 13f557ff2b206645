import { addDays, type CivilDate, daysBetween, parseDate } from "#core/calendar.ts";
import { packFor } from "#core/law/rule-pack.ts";
import type { Refusal } from "#core/refusals.ts";
import { askTrustUnblock } from "#core/use-cases/ask-trust-unblock.ts";
import { owedNow } from "../debts/invoice-row.ts";
import { inRows } from "../debts/list.ts";
import { BACK_TO_MENU } from "../menu/verbs.ts";
import { dayAndMonth } from "../negotiate/own.ts";
import { PAY } from "../pay/verbs.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import type { KnownTalk } from "../talk.ts";
import { UNBLOCK, UNBLOCK_ON, UNBLOCK_YES } from "./verbs.ts";

/** By which day the customer will pay, if the access is opened now. */
export async function askDay(talk: KnownTalk): Promise<void> {
  const { deps, owner, texts } = talk;
  const trust = await deps.reads.trust(owner.customer, deps.today());
  if (!trust.isAllowed) return talk.show(refusedScreen(talk, trust.refusal));
  const today = deps.today();
  const days = Array.from({ length: daysBetween(today, trust.latest) + 1 }, (_, ahead): Button => {
    const day = addDays(today, ahead);
    const text = ahead === 0 ? texts.say("telegram-today") : dayAndMonth(day, texts);
    return { text, verb: UNBLOCK_ON, row: day };
  });
  await talk.show({
    text: htmlSay(texts)("telegram-unblock-ask", { latest: texts.date(trust.latest) }),
    buttons: [...inRows(days, 4), [toMenu(talk)]],
  });
}

export async function askSure(talk: KnownTalk, row: string): Promise<void> {
  const day = parseDate(row);
  if (day === undefined) return askDay(talk);
  const { deps, owner, texts } = talk;
  const [{ lateCents }, trust] = await Promise.all([
    owedNow(talk),
    deps.reads.trust(owner.customer, deps.today()),
  ]);
  if (!trust.isAllowed) return talk.show(refusedScreen(talk, trust.refusal));
  await talk.show({
    text: htmlSay(texts)("telegram-unblock-sure", {
      day: texts.date(day),
      amount: texts.money(lateCents),
      nextFrom: texts.date(trust.nextFrom),
    }),
    buttons: [
      [{ text: texts.say("telegram-unblock-yes"), verb: UNBLOCK_YES, row: day }],
      [{ text: texts.say("telegram-back"), verb: UNBLOCK }, toMenu(talk)],
    ],
  });
}

export async function unblock(talk: KnownTalk, row: string): Promise<void> {
  const promisedOn = parseDate(row);
  if (promisedOn === undefined) return askDay(talk);
  const { deps, texts } = talk;
  const given = await askTrustUnblock(deps.ports, {
    input: {
      ...talk.fromChat(),
      promisedOn,
      reason: texts.say("self-service-unblock-reason", { day: texts.date(promisedOn) }),
    },
    today: deps.today(),
    key: `${talk.key}:unblock`,
  });
  await talk.show(given.ok ? givenScreen(talk, promisedOn) : refusedScreen(talk, given.refusal));
}

const givenScreen = (talk: KnownTalk, day: CivilDate): Screen => ({
  text: htmlSay(talk.texts)("telegram-unblocked", { day: talk.texts.date(day) }),
  buttons: [[{ text: talk.texts.say("telegram-menu-pay"), verb: PAY }, toMenu(talk)]],
});

const refusedScreen = (talk: KnownTalk, refusal: Refusal): Screen => ({
  text: paragraphs(talk.texts.refusal(refusal), instead(talk)),
  buttons: [[{ text: talk.texts.say("telegram-menu-pay"), verb: PAY }, toMenu(talk)]],
});

const instead = ({ texts, deps }: KnownTalk): string =>
  htmlSay(texts)("telegram-unblock-instead", {
    days: packFor(deps.today()).rules.reconnectionDays.value,
  });

const toMenu = ({ texts }: KnownTalk): Button => ({
  text: texts.say("telegram-to-menu"),
  verb: BACK_TO_MENU,
});
