import { percent } from "../money.ts";
import { CONTACT_WINDOWS } from "./contact-windows.ts";
import type { LawRules } from "./rules.ts";

type FromAnatel =
  | "block"
  | "debtNoticeItems"
  | "reducedSpeedStage"
  | "noSubscriptionWhileBlocked"
  | "rescission"
  | "rescissionProofDays"
  | "reconnectionDays"
  | "noReconnectionFee"
  | "interest"
  | "recordAfterRescission"
  | "dispute";

/** What holds whichever of Anatel's regulations is in force: consumer law, courts, states, data protection. */
export const COMMON_RULES: Omit<LawRules, FromAnatel> = {
  noBlockBeforeDayOff: {
    id: "L14015",
    article: "Lei 14.015/2020",
    words:
      "Public services are not suspended from a Friday, Saturday, Sunday, holiday or its eve. Internet access is an authorisation, so this probably does not bind: it ships as a courtesy that is on.",
    source: "planalto.gov.br",
    confirmed: false,
    value: { weekdays: [5, 6, 0] },
  },
  debtOfUse: {
    id: "MCI-7-IV",
    article: "Marco Civil da Internet (Lei 12.965/2014) art. 7 IV",
    words:
      "The connection is not suspended except for a debt that arises directly from its use: equipment and loyalty fines alone never block.",
    source: "tiinside.com.br",
    confirmed: true,
    value: null,
  },
  fine: {
    id: "CDC-52-1",
    article: "CDC art. 52 §1",
    words: "The fine for paying late is at most 2% of the instalment, once.",
    source: "tjdft.jus.br",
    confirmed: true,
    value: { rate: percent(2) },
  },
  fees: {
    id: "HONOR",
    article: "CDC art. 51 XII; REsp 1.274.629/AP",
    words:
      "A consumer owes lawyer's fees out of court only with a clause, reciprocity, need and real service of a lawyer. Courts diverge.",
    source: "martinspossas.com.br; jus.com.br/artigos/56390",
    confirmed: false,
    value: { consumerMaxCents: 0 },
  },
  recordYears: {
    id: "CDC-43-1",
    article: "CDC art. 43 §1; Súmula STJ 323",
    words:
      "Records hold no negative information older than five years, counted here from the due date, the earlier of the two readings.",
    source: "ibee.com.br; conjur.com.br",
    confirmed: false,
    value: 5,
  },
  recordNotice: {
    id: "CDC-43-2",
    article: "CDC art. 43 §2; Súmula STJ 359; Tema STJ 1.315",
    words: "The debtor is notified before the record; an electronic notice counts when delivered.",
    source: "jornaladvogado.com.br",
    confirmed: true,
    value: { notice: "bureau" },
  },
  removalBusinessDays: {
    id: "S548",
    article: "Súmula STJ 548; REsp 1.424.792",
    words:
      "The creditor has the record removed within five business days, from the first business day after the money is available.",
    source: "jurishand.com",
    confirmed: true,
    value: 5,
  },
  recordOfBrokenAgreement: {
    id: "ACORDO",
    article: "CC art. 360; Súmula STJ 548",
    words:
      "An agreement replaces the debt: no record while it is kept, removal after its first instalment, and a new record only of a new unpaid instalment with a new notice.",
    source: "vernalhapereira.com.br; rzaadvocacia.com.br",
    confirmed: true,
    value: null,
  },
  collectionYears: {
    id: "PRESC",
    article: "CC art. 206 §5 I; REsp 2.088.100/SP",
    words: "After five years the debt is not collected, out of court either.",
    source: "meusitejuridico.com.br; agiredireitoprivado.com.br",
    confirmed: false,
    value: 5,
  },
  noThirdParties: {
    id: "CDC-42",
    article: "CDC art. 42 e 71",
    words:
      "The debtor is not exposed to ridicule, constraint or threat: no employer, relative or public group is told.",
    source: "planalto.gov.br",
    confirmed: true,
    value: null,
  },
  noUndueCharge: {
    id: "CDC-42-PU",
    article: "CDC art. 42, parágrafo único",
    words: "Who pays what was not owed gets twice as much back: nothing paid is collected again.",
    source: "planalto.gov.br",
    confirmed: true,
    value: null,
  },
  creditorNamed: {
    id: "CDC-42-A",
    article: "CDC art. 42-A",
    words: "Every document that collects carries the creditor's name, address and tax id.",
    source: "planalto.gov.br",
    confirmed: false,
    value: null,
  },
  contactWindows: {
    id: "HOURS",
    article: "Leis estaduais de horário de cobrança",
    words:
      "Collectors make contact only in the hours of the debtor's state, by the debtor's clock.",
    source: "efic.com.br; proteste.org.br",
    confirmed: false,
    value: CONTACT_WINDOWS,
  },
  contactCaps: {
    id: "FREQ",
    article: "CDC art. 42",
    words:
      "Excessive contact is abusive. No law has a number: this cap is the provider's policy, over all channels, in any seven days in a row.",
    source: "policy",
    confirmed: false,
    value: { perDay: 1, perWeek: 3, weekDays: 7 },
  },
  identityFirst: {
    id: "LGPD-IDENTITY",
    article: "LGPD (Lei 13.709/2018) art. 6 III",
    words: "No more is disclosed than needed: nothing about a debt to somebody not identified.",
    source: "lawsa.com.br",
    confirmed: true,
    value: null,
  },
  optOut: {
    id: "LGPD-OPT-OUT",
    article: "LGPD (Lei 13.709/2018) art. 18 §2",
    words: "Who asks not to be written to is not written to, from that moment.",
    source: "planalto.gov.br",
    confirmed: false,
    value: null,
  },
  notMe: {
    id: "LGPD-NOT-ME",
    article: "LGPD (Lei 13.709/2018) art. 6 V",
    words: "An address whose owner says that it is not the customer's is wrong data, and not used.",
    source: "artuniadvogados.com.br",
    confirmed: false,
    value: null,
  },
};
