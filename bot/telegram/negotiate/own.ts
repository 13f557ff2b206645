import { addDays, type CivilDate, parseDate } from "#core/calendar.ts";
import { type Cents, cents } from "#core/money.ts";
import { makeCounterOffer } from "#core/use-cases/counter-offer.ts";
import type { Texts } from "../../texts/texts.ts";
import { inRows } from "../debts/list.ts";
import type { Typed } from "../feature.ts";
import { htmlSay, paragraphs } from "../say.ts";
import type { Button, Screen } from "../screen.ts";
import { isKnown, type KnownTalk, type Talk } from "../talk.ts";
import { limitSentence } from "./limits.ts";
import { offersAfter, showOffers, toMenu, toOffers } from "./offers.ts";
import { readAmount, readCount, readDay } from "./read-typed.ts";
import { showSummary } from "./take.ts";
import { OWN_COUNT, OWN_DAY, OWN_ENTRY } from "./verbs.ts";

/** What the customer has named so far; the steps of it are what the next words mean. */
type Own = { readonly count?: number; readonly entryCents?: number | null };

export const ASK_COUNT = "own-count";
export const ASK_ENTRY = "own-entry";
export const ASK_DAY = "own-day";

const COUNTS = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const DAYS_AHEAD = [0, 1, 3, 5, 7, 10];
const EVEN = "even";

export const askCount = (talk: KnownTalk): Promise<void> => showCount(talk, undefined);

function showCount(talk: KnownTalk, wrong: string | undefined): Promise<void> {
  const { texts } = talk;
  const counts = COUNTS.map(
    (count): Button => ({ text: `${count}x`, verb: OWN_COUNT, row: `${count}` }),
  );
  const screen = question(texts, { wrong, asked: "telegram-own-count", rows: inRows(counts, 3) });
  return talk.show(screen, { step: ASK_COUNT, data: {} });
}

export const pressCount = (talk: KnownTalk, row: string): Promise<void> =>
  countNamed(talk, readCount(row));

const countNamed = (talk: KnownTalk, count: number | undefined): Promise<void> =>
  count === undefined
    ? showCount(talk, talk.texts.say("telegram-own-count-wrong"))
    : showEntry(talk, { count }, undefined);

function showEntry(talk: KnownTalk, own: Own, wrong: string | undefined): Promise<void> {
  const { texts } = talk;
  const isOnce = own.count === 1;
  const even: Button = {
    text: texts.say(isOnce ? "telegram-own-least" : "telegram-own-even"),
    verb: OWN_ENTRY,
    row: EVEN,
  };
  const asked = isOnce ? "telegram-own-once" : "telegram-own-entry";
  const screen = question(texts, { wrong, asked, rows: [[even]] });
  return talk.show(screen, { step: ASK_ENTRY, data: own });
}

export const pressEntry = (talk: KnownTalk, row: string): Promise<void> =>
  row === EVEN ? entryNamed(talk, null) : showOffers(talk);

function entryNamed(talk: KnownTalk, entryCents: number | null | undefined): Promise<void> {
  const { count } = ownOf(talk);
  if (count === undefined) return askCount(talk);
  return entryCents === undefined
    ? showEntry(talk, { count }, talk.texts.say("telegram-own-amount-wrong"))
    : showDay(talk, { count, entryCents }, undefined);
}

function showDay(talk: KnownTalk, own: Own, wrong: string | undefined): Promise<void> {
  const { texts, deps } = talk;
  const today = deps.today();
  const days = DAYS_AHEAD.map((ahead): Button => {
    const day = addDays(today, ahead);
    const text = ahead === 0 ? texts.say("telegram-today") : dayAndMonth(day, texts);
    return { text, verb: OWN_DAY, row: day };
  });
  const screen = question(texts, { wrong, asked: "telegram-own-day", rows: inRows(days, 3) });
  return talk.show(screen, { step: ASK_DAY, data: own });
}

/** The year goes without saying. */
export const dayAndMonth = (day: CivilDate, { date, language }: Texts): string =>
  language === "pt-BR" ? date(day).slice(0, 5) : date(day).slice(5);

export const pressDay = (talk: KnownTalk, row: string): Promise<void> =>
  dayNamed(talk, parseDate(row));

async function dayNamed(talk: KnownTalk, firstDue: CivilDate | undefined): Promise<void> {
  const { count, entryCents } = ownOf(talk);
  if (count === undefined || entryCents === undefined) return askCount(talk);
  if (firstDue === undefined) {
    return showDay(talk, { count, entryCents }, talk.texts.say("telegram-own-day-wrong"));
  }
  await propose(talk, {
    count,
    firstAmountCents: entryCents === null ? undefined : cents(entryCents),
    firstDue,
  });
}

type Wanted = {
  readonly count: number;
  readonly firstAmountCents: Cents | undefined;
  readonly firstDue: CivilDate;
};

async function propose(talk: KnownTalk, wanted: Wanted): Promise<void> {
  const { deps, texts } = talk;
  const answer = await makeCounterOffer(deps.ports, {
    input: {
      ...talk.fromChat(),
      ...wanted,
      description: texts.say("self-service-description"),
    },
    today: deps.today(),
    key: `${talk.key}:counter`,
  });
  if (!answer.ok) return offersAfter(talk, texts.refusal(answer.refusal));
  const { value } = answer;
  const say = htmlSay(texts);
  switch (value.kind) {
    case "accept":
      return showSummary(talk, { offer: value.offer, before: say("telegram-own-accepted") });
    case "counter":
      return showSummary(talk, {
        offer: value.offer,
        before: paragraphs(
          say("telegram-own-countered"),
          value.because.map((limit) => `• ${limitSentence(limit, texts)}`).join("\n"),
        ),
        canGoOn: true,
      });
    case "handed":
      return talk.show(handedScreen(texts));
  }
}

export const handedScreen = (texts: Texts): Screen => ({
  text: htmlSay(texts)("telegram-handed"),
  buttons: [[toOffers(texts), toMenu(texts)]],
});

type Asking = {
  readonly wrong: string | undefined;
  readonly asked: string;
  readonly rows: readonly (readonly Button[])[];
};

const question = (texts: Texts, { wrong, asked, rows }: Asking): Screen => ({
  text: paragraphs(wrong, htmlSay(texts)(asked)),
  buttons: [...rows, [toOffers(texts), toMenu(texts)]],
});

/** Kept from a screen of before: whatever is not as it should be is asked again. */
function ownOf(talk: Talk): Own {
  const { count, entryCents } = (talk.dialog().data ?? {}) as Own;
  return {
    ...(Number.isSafeInteger(count) ? { count } : {}),
    ...(entryCents === null || Number.isSafeInteger(entryCents) ? { entryCents } : {}),
  } as Own;
}

const typedBy =
  (named: (talk: KnownTalk, text: string) => Promise<void>) =>
  async (talk: Talk, { text }: Typed): Promise<void> => {
    if (isKnown(talk)) await named(talk, text);
  };

export const typeCount = typedBy((talk, text) => countNamed(talk, readCount(text)));
export const typeEntry = typedBy((talk, text) => entryNamed(talk, readAmount(text)));
export const typeDay = typedBy((talk, text) => dayNamed(talk, readDay(text, talk.deps.today())));
