import type { CivilDate } from "../calendar.ts";
import type { Percent } from "../money.ts";
import type { ContactWindows } from "./contact-windows.ts";

export type RuleId =
  | "RGC-70"
  | "RGC-71"
  | "RGC-BROADBAND"
  | "RGC-NOCHARGE"
  | "RGC-73"
  | "RGC-73-PROOF"
  | "RGC-78-RECONNECT"
  | "RGC-78-FEE"
  | "RGC-78-INTEREST"
  | "RGC-BUREAU"
  | "RGC-DISPUTE"
  | "L14015"
  | "MCI-7-IV"
  | "CDC-52-1"
  | "HONOR"
  | "CDC-43-1"
  | "CDC-43-2"
  | "S548"
  | "ACORDO"
  | "PRESC"
  | "CDC-42"
  | "CDC-42-A"
  | "CDC-42-PU"
  | "HOURS"
  | "FREQ"
  | "LGPD-IDENTITY"
  | "LGPD-OPT-OUT"
  | "LGPD-NOT-ME";

/** One rule with its number. `confirmed` false: the provider's lawyer should look at it first. */
export type Rule<Value> = {
  readonly id: RuleId;
  /** Where it stands, as a Brazilian lawyer would cite it. */
  readonly article: string;
  /** What the source says, in one sentence. */
  readonly words: string;
  /** Where the words were read. */
  readonly source: string;
  readonly confirmed: boolean;
  readonly value: Value;
};

export const NOTICE_KINDS = ["debt", "suspension", "rescission", "bureau"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const DEBT_NOTICE_ITEMS = [
  "reason",
  "suspensionAndRescissionDates",
  "amountAndReferenceMonth",
  "bureauRecordAfterRescission",
  "reconnectionDeadline",
] as const;
export type DebtNoticeItem = (typeof DEBT_NOTICE_ITEMS)[number];

export type LawRules = {
  /** Whole days from the delivered notice to the block. */
  readonly block: Rule<{ readonly days: number; readonly notice: NoticeKind }>;
  readonly debtNoticeItems: Rule<readonly DebtNoticeItem[]>;
  /** Whether broadband goes through a stage of reduced speed before it is cut. */
  readonly reducedSpeedStage: Rule<boolean>;
  readonly noSubscriptionWhileBlocked: Rule<null>;
  /** Whole days from the block to the end of the contract. */
  readonly rescission: Rule<{ readonly days: number; readonly notice: NoticeKind }>;
  /** Days within which a written proof of the contract's end is sent; null: no such duty. */
  readonly rescissionProofDays: Rule<number | null>;
  readonly reconnectionDays: Rule<number>;
  readonly noReconnectionFee: Rule<null>;
  readonly interest: Rule<{ readonly rate: Percent; readonly everyStartedDays: number }>;
  readonly recordAfterRescission: Rule<null>;
  readonly dispute: Rule<{ readonly answerDays: number; readonly openYears: number }>;
  /** Weekdays (0 is Sunday) on which no block starts; holidays and their eves are added. */
  readonly noBlockBeforeDayOff: Rule<{ readonly weekdays: readonly number[] }>;
  readonly debtOfUse: Rule<null>;
  readonly fine: Rule<{ readonly rate: Percent }>;
  readonly fees: Rule<{ readonly consumerMaxCents: number }>;
  readonly recordYears: Rule<number>;
  readonly recordNotice: Rule<{ readonly notice: NoticeKind }>;
  readonly removalBusinessDays: Rule<number>;
  readonly recordOfBrokenAgreement: Rule<null>;
  readonly collectionYears: Rule<number>;
  readonly noThirdParties: Rule<null>;
  readonly noUndueCharge: Rule<null>;
  readonly creditorNamed: Rule<null>;
  readonly contactWindows: Rule<ContactWindows>;
  readonly contactCaps: Rule<{
    readonly perDay: number;
    readonly perWeek: number;
    readonly weekDays: number;
  }>;
  readonly identityFirst: Rule<null>;
  readonly optOut: Rule<null>;
  readonly notMe: Rule<null>;
};

export type RulePack = {
  readonly name: string;
  readonly effectiveFrom: CivilDate;
  readonly rules: LawRules;
};
