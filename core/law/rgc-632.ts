import { date } from "../calendar.ts";
import { percent } from "../money.ts";
import { COMMON_RULES } from "./common-rules.ts";
import { DEBT_NOTICE_ITEMS, type LawRules, type RulePack } from "./rules.ts";

const SOURCE = "Resolução Anatel 632/2014, revoked; from memory of its text";

/**
 * Only acts dated before September 2025 meet this pack, so it is kept short of doubt in one way: where the old text had
 * two stages, the whole of both must have passed. It is not confirmed, save for the written proof of rescission.
 */
const ANATEL: Omit<LawRules, keyof typeof COMMON_RULES> = {
  block: {
    id: "RGC-70",
    article: "RGC (Resolução Anatel 632/2014) arts. 90 e 92",
    words:
      "Partial suspension 15 days after the notice, full suspension 30 days after the partial one: a block is a full one.",
    source: SOURCE,
    confirmed: false,
    value: { days: 15 + 30, notice: "debt" },
  },
  debtNoticeItems: {
    id: "RGC-71",
    article: "RGC (Resolução Anatel 632/2014) art. 91",
    words: "The items of the notice are taken to be those of the later regulation.",
    source: SOURCE,
    confirmed: false,
    value: DEBT_NOTICE_ITEMS,
  },
  reducedSpeedStage: {
    id: "RGC-BROADBAND",
    article: "RGC (Resolução Anatel 632/2014) art. 90",
    words: "Broadband was first reduced in speed, then cut.",
    source: SOURCE,
    confirmed: false,
    value: true,
  },
  noSubscriptionWhileBlocked: {
    id: "RGC-NOCHARGE",
    article: "RGC (Resolução Anatel 632/2014) art. 93",
    words: "No subscription is charged for days of full suspension.",
    source: "gbxisp.com.br; nahoranews.com.br",
    confirmed: false,
    value: null,
  },
  rescission: {
    id: "RGC-73",
    article: "RGC (Resolução Anatel 632/2014) art. 97",
    words: "The contract may end 30 days after the full suspension.",
    source: SOURCE,
    confirmed: false,
    value: { days: 30, notice: "rescission" },
  },
  rescissionProofDays: {
    id: "RGC-73-PROOF",
    article: "RGC (Resolução Anatel 632/2014) art. 97, parágrafo único",
    words: "A written proof of the rescission reaches the consumer within seven days.",
    source: "migalhas.com.br",
    confirmed: true,
    value: 7,
  },
  reconnectionDays: {
    id: "RGC-78-RECONNECT",
    article: "RGC (Resolução Anatel 632/2014) art. 100",
    words: "Paid before rescission: service returns within one day.",
    source: SOURCE,
    confirmed: false,
    value: 1,
  },
  noReconnectionFee: {
    id: "RGC-78-FEE",
    article: "RGC (Resolução Anatel 632/2014)",
    words: "Nothing is charged for the reconnection.",
    source: SOURCE,
    confirmed: false,
    value: null,
  },
  interest: {
    id: "RGC-78-INTEREST",
    article: "CC art. 406; CTN art. 161 §1",
    words: "Interest for paying late is at most 1% a month, simple, by the day.",
    source: SOURCE,
    confirmed: false,
    value: { rate: percent(1), everyStartedDays: 30 },
  },
  recordAfterRescission: {
    id: "RGC-BUREAU",
    article: "RGC (Resolução Anatel 632/2014) art. 97",
    words: "The debt may be recorded with a bureau only after the contract ended.",
    source: "gov.br/anatel",
    confirmed: false,
    value: null,
  },
  dispute: {
    id: "RGC-DISPUTE",
    article: "RGC (Resolução Anatel 632/2014), contestação de débitos",
    words: "A contested amount is not collected until it is answered, within 30 days.",
    source: SOURCE,
    confirmed: false,
    value: { answerDays: 30, openYears: 3 },
  },
};

/** Until 31 August 2025. */
export const RGC_632: RulePack = {
  name: "RGC 632/2014",
  effectiveFrom: date("2014-07-08"),
  rules: { ...COMMON_RULES, ...ANATEL },
};
