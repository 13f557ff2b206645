import type { Language } from "#bot/config.ts";
import type { ReturnRefusal, TitleKind } from "#core/bank/return/title.ts";
import type { CivilDate } from "#core/calendar.ts";
import type { Place } from "#core/collection/stage.ts";
import type { DomainEvent } from "#core/events.ts";
import type { Fact, From, Refused } from "#core/law/verdict.ts";
import type { TitleOutcome } from "#core/payment/title-outcome.ts";
import type { Refusal } from "#core/refusals.ts";
import type { SettingKey } from "#core/settings.ts";
import { catalogue, hasText, type Say } from "./catalogue.ts";
import { eventSentence } from "./event-messages.ts";
import { type Formats, formats } from "./formats.ts";
import { factSentence, verdictSentence } from "./law-messages.ts";
import { refusalSentence, settingExpects } from "./refusal-messages.ts";
import { returnProblem } from "./return-messages.ts";
import { messageId, type Words, word } from "./words.ts";

/** All that people read in one language: sentences by their id, and those of the core's values. */
export type Texts = Formats & {
  readonly language: Language;
  readonly say: Say;
  refusal(refusal: Refusal): string;
  verdict(verdict: Refused | From): string;
  fact(fact: Fact): string;
  event(event: DomainEvent): string;
  /** `broken` is no stage of the core, but people see it beside them. */
  stage(place: Place | "broken"): string;
  agreementStatus(status: string): string;
  /** What an entry of the outbox was to do. */
  effect(kind: string): string;
  /** Why a bank's file, or a line of it, cannot be read. */
  returnProblem(refusal: ReturnRefusal): string;
  titleOutcome(outcome: TitleOutcome): string;
  titleKind(kind: TitleKind): string;
  setting(key: SettingKey): { readonly title: string; readonly expects: string };
};

/** `day`: whose law the articles are cited from; without it the law in force last. */
export function createTexts(language: Language, day?: CivilDate): Texts {
  const say = catalogue(language);
  const has = (id: string): boolean => hasText(language, id);
  const words: Words = { ...formats(language), say, has, day };
  return {
    ...formats(language),
    language,
    say,
    refusal: (refusal) => refusalSentence(refusal, words),
    verdict: (verdict) => verdictSentence(verdict, words),
    fact: (fact) => factSentence(fact, words),
    event: (event) => eventSentence(event, words),
    stage: (place) => word(words, "stage", place),
    effect: (kind) => word(words, "effect", kind),
    agreementStatus: (status) => word(words, "agreement-status", status),
    returnProblem: (refusal) => returnProblem(refusal, words),
    titleOutcome: (outcome) => word(words, "title-outcome", outcome),
    titleKind: (kind) => word(words, "title-kind", kind),
    setting: (key) => ({
      title: say(messageId("setting", key)),
      expects: settingExpects(key, words),
    }),
  };
}
