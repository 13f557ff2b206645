import { date } from "../calendar.ts";
import { percent } from "../money.ts";
import { COMMON_RULES } from "./common-rules.ts";
import { DEBT_NOTICE_ITEMS, type LawRules, type RulePack } from "./rules.ts";

const SUSPENSION_PAGE = "gov.br/anatel, conheca-seus-direitos/suspensao";
const SMALL_PROVIDER_PAGE =
  "gov.br/anatel, suspensao-e-rescisao-contratual-por-falta-de-pagamento-ou-de-credito";

const ANATEL: Omit<LawRules, keyof typeof COMMON_RULES> = {
  block: {
    id: "RGC-70",
    article: "RGC (Resolução Anatel 765/2023) art. 70",
    words:
      "Service may be suspended 15 days after the consumer was notified of the overdue debt; not after the due date.",
    source: SMALL_PROVIDER_PAGE,
    confirmed: true,
    value: { days: 15, notice: "debt" },
  },
  debtNoticeItems: {
    id: "RGC-71",
    article: "RGC (Resolução Anatel 765/2023) art. 71",
    words:
      "The notice says the reason, the rules and dates of suspension and rescission, amount and reference month, that a bureau record may follow rescission, and how soon service returns after payment.",
    source: SMALL_PROVIDER_PAGE,
    confirmed: true,
    value: DEBT_NOTICE_ITEMS,
  },
  reducedSpeedStage: {
    id: "RGC-BROADBAND",
    article: "RGC (Resolução Anatel 765/2023) arts. 70 a 73",
    words: "Fixed broadband is suspended in full at once: there is no stage of reduced speed.",
    source: SUSPENSION_PAGE,
    confirmed: false,
    value: false,
  },
  noSubscriptionWhileBlocked: {
    id: "RGC-NOCHARGE",
    article: "RGC (Resolução Anatel 765/2023)",
    words: "No subscription is charged for days of suspension.",
    source: "gbxisp.com.br",
    confirmed: false,
    value: null,
  },
  rescission: {
    id: "RGC-73",
    article: "RGC (Resolução Anatel 765/2023) art. 73",
    words: "The contract may end 60 days after the suspension, once the consumer was notified.",
    source: SUSPENSION_PAGE,
    confirmed: true,
    value: { days: 60, notice: "rescission" },
  },
  rescissionProofDays: {
    id: "RGC-73-PROOF",
    article: "RGC (Resolução Anatel 765/2023)",
    words: "No term for a written proof of rescission was found in this regulation.",
    source: SUSPENSION_PAGE,
    confirmed: false,
    value: null,
  },
  reconnectionDays: {
    id: "RGC-78-RECONNECT",
    article: "RGC (Resolução Anatel 765/2023) art. 78",
    words:
      "Paid before rescission, or its first instalment paid: service returns within one day from knowledge of the payment.",
    source: SUSPENSION_PAGE,
    confirmed: true,
    value: 1,
  },
  noReconnectionFee: {
    id: "RGC-78-FEE",
    article: "RGC (Resolução Anatel 765/2023) art. 78",
    words: "Nothing is charged for the reconnection.",
    source: SUSPENSION_PAGE,
    confirmed: true,
    value: null,
  },
  interest: {
    id: "RGC-78-INTEREST",
    article: "RGC (Resolução Anatel 765/2023) art. 78",
    words: "Interest for paying late is at most 1% a month, simple, by the day.",
    source: SUSPENSION_PAGE,
    confirmed: true,
    value: { rate: percent(1), everyStartedDays: 30 },
  },
  recordAfterRescission: {
    id: "RGC-BUREAU",
    article: "RGC (Resolução Anatel 765/2023) art. 71 IV",
    words: "The debt may be recorded with a bureau only after the contract ended.",
    source: SMALL_PROVIDER_PAGE,
    confirmed: true,
    value: null,
  },
  dispute: {
    id: "RGC-DISPUTE",
    article: "RGC (Resolução Anatel 765/2023), contestação de débitos",
    words:
      "A contested amount is not collected, and the clocks of suspension and rescission stand still, until the consumer has the answer; without one in 30 days the amount is cancelled. Charges may be contested for three years.",
    source: "gov.br/anatel, contestacao",
    confirmed: true,
    value: { answerDays: 30, openYears: 3 },
  },
};

/** In full from 1 September 2025. */
export const RGC_765: RulePack = {
  name: "RGC 765/2023",
  effectiveFrom: date("2025-09-01"),
  rules: { ...COMMON_RULES, ...ANATEL },
};
