import { type CivilDate, parseDate } from "./calendar.ts";
import { CHART_NAMES } from "./charts.ts";
import { accept, type Result, refuse } from "./result.ts";

type Kind =
  | { readonly type: "switch"; readonly initial: boolean }
  | {
      readonly type: "number";
      readonly initial: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly type: "choice"; readonly initial: string; readonly choices: readonly string[] }
  | { readonly type: "text"; readonly initial: string; readonly maxLength: number }
  | { readonly type: "days"; readonly initial: readonly CivilDate[] }
  /** Any of the choices, in their order. */
  | {
      readonly type: "several";
      readonly initial: readonly string[];
      readonly choices: readonly string[];
    };

/**
 * Every setting of a provider, with what holds until somebody changes it. Those under `law.` and `contact.` are for the
 * provider's lawyer to decide; what the law itself fixes is no setting but the rule pack (core/law).
 */
export const SETTINGS = {
  /** The creditor on every collection document (CDC art. 42-A). */
  "provider.name": { type: "text", initial: "", maxLength: 150 },
  "provider.address": { type: "text", initial: "", maxLength: 300 },
  "provider.taxId": { type: "text", initial: "", maxLength: 18 },
  /** What becomes of the sources of a renegotiated agreement. */
  "agreement.sources": { type: "choice", initial: "deleted", choices: ["deleted", "suspended"] },
  "agreement.maxInstalments": { type: "number", initial: 60, min: 2, max: 60 },
  /** Special processes: may an invoice with a fiscal document, or one sent to the bank, enter an agreement? */
  "authorise.fiscalDocument": { type: "switch", initial: false },
  "authorise.remittance": { type: "switch", initial: false },
  "law.spc.requireBroken": { type: "switch", initial: true },
  "law.spc.requireContractEnded": { type: "switch", initial: true },
  "law.spc.requireNotice": { type: "switch", initial: true },
  /** No block starts on a Friday, Saturday, Sunday, holiday or its eve (Lei 14.015/2020, taken as a courtesy). */
  "law.block.onlyOnQuietDays": { type: "switch", initial: true },
  /** Contacts over all channels together. */
  "contact.maxPerDay": { type: "number", initial: 1, min: 0, max: 10 },
  "contact.maxPerWeek": { type: "number", initial: 3, min: 0, max: 50 },
  /** Municipal and state holidays, besides the national ones. */
  "calendar.extraHolidays": { type: "days", initial: [] },
  /** The daily digest comes on weekends and holidays too. */
  "digest.onNonBusinessDays": { type: "switch", initial: false },
  /** On which days which charts are posted for the managers. */
  "charts.postOn": {
    type: "several",
    initial: [],
    choices: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  },
  "charts.post": { type: "several", initial: ["outcome"], choices: CHART_NAMES },
  /**
   * Whether a late invoice itself is asked for with fine and interest, at the law's highest rates. Off: only an agreement adds
   * them; contracts decide whether they are due at all.
   */
  "charge.lateFine": { type: "switch", initial: false },
  "charge.lateInterest": { type: "switch", initial: false },
  /** With what an agreement that a customer makes alone is made. Empty: the first category, the invoices' own profile, the units used last. */
  "selfService.category": { type: "text", initial: "", maxLength: 150 },
  "selfService.profile": { type: "text", initial: "", maxLength: 150 },
  "selfService.unitDiscount": { type: "text", initial: "", maxLength: 50 },
  "selfService.unitFine": { type: "text", initial: "", maxLength: 50 },
  "selfService.unitIncrease": { type: "text", initial: "", maxLength: 50 },
  /** Days after its first due date for which such an agreement's promise can still be kept. */
  "selfService.toleranceDays": { type: "number", initial: 3, min: 1, max: 30 },
  /** Business days for which nothing is asked of a customer who sent a receipt. */
  "selfService.receiptHoldDays": { type: "number", initial: 3, min: 1, max: 10 },
  /** Unblocked on trust: days until which payment can be promised (0: never), and from one to the next. */
  "selfService.trustUnblockDays": { type: "number", initial: 3, min: 0, max: 15 },
  "selfService.trustUnblockEveryDays": { type: "number", initial: 90, min: 1, max: 365 },
  /** Tries to prove an identity, of a chat and of a tax id, within so many minutes. */
  "identity.maxTries": { type: "number", initial: 3, min: 1, max: 20 },
  "identity.tryMinutes": { type: "number", initial: 15, min: 1, max: 1_440 },
  /** A payment in a bank's file that is short by no more, in cents, settles all the same; the rest is let go. */
  "return.toleranceCents": { type: "number", initial: 0, min: 0, max: 10_000 },
  /** Days for which a customer's Telegram link can be used. */
  "link.validDays": { type: "number", initial: 7, min: 1, max: 30 },
} as const satisfies Record<string, Kind>;

export type SettingKey = keyof typeof SETTINGS;

type ValueOf<K extends Kind> = K extends { type: "switch" }
  ? boolean
  : K extends { type: "number" }
    ? number
    : K extends { type: "choice"; choices: readonly (infer C)[] }
      ? C
      : K extends { type: "days" }
        ? readonly CivilDate[]
        : K extends { type: "several"; choices: readonly (infer C)[] }
          ? readonly C[]
          : string;

export type Settings = { readonly [Key in SettingKey]: ValueOf<(typeof SETTINGS)[Key]> };
export type SettingValue = boolean | number | string | readonly string[];

export type SettingRefusal =
  | { readonly code: "setting_unknown"; readonly key: string }
  | {
      readonly code: "setting_invalid";
      readonly key: SettingKey;
      readonly got: string;
      readonly expected: string;
    };

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

/** The defaults with the stored values over them; a stored value that no longer fits its setting is passed over. */
export function settingsFrom(stored: ReadonlyMap<string, unknown>): Settings {
  const entries = Object.entries(SETTINGS).map(([key, kind]) => {
    const value = stored.get(key);
    return [key, value !== undefined && fits(kind, value) ? value : kind.initial];
  });
  return Object.fromEntries(entries) as Settings;
}

/** Reads a setting as a person types it: true/false, a whole number, a choice, text, or days separated by commas. */
export function parseSetting(key: string, text: string): Result<SettingValue, SettingRefusal> {
  if (!isSettingKey(key)) return refuse({ code: "setting_unknown", key });
  const kind: Kind = SETTINGS[key];
  const value = read(kind, text.trim());
  return value !== undefined && fits(kind, value)
    ? accept(value)
    : refuse({ code: "setting_invalid", key, got: text, expected: describe(kind) });
}

function read(kind: Kind, text: string): SettingValue | undefined {
  switch (kind.type) {
    case "switch":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "number":
      return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
    case "choice":
    case "text":
      return text;
    case "days": {
      const days = text === "" ? [] : text.split(",").map((day) => parseDate(day.trim()));
      return days.every((day) => day !== undefined) ? days : undefined;
    }
    case "several": {
      const named = text === "" ? [] : text.split(",").map((one) => one.trim());
      const isKnown = named.every((one) => kind.choices.includes(one));
      return isKnown ? kind.choices.filter((choice) => named.includes(choice)) : undefined;
    }
  }
}

function fits(kind: Kind, value: unknown): boolean {
  switch (kind.type) {
    case "switch":
      return typeof value === "boolean";
    case "number":
      return (
        typeof value === "number" &&
        Number.isInteger(value) &&
        value >= kind.min &&
        value <= kind.max
      );
    case "choice":
      return kind.choices.some((choice) => choice === value);
    case "text":
      return typeof value === "string" && value.length <= kind.maxLength;
    case "days":
      return (
        Array.isArray(value) &&
        value.every((day) => typeof day === "string" && parseDate(day) !== undefined)
      );
    case "several":
      return (
        Array.isArray(value) &&
        value.every((one) => typeof one === "string" && kind.choices.includes(one))
      );
  }
}

function describe(kind: Kind): string {
  switch (kind.type) {
    case "switch":
      return "true or false";
    case "number":
      return `a whole number from ${kind.min} to ${kind.max}`;
    case "choice":
      return kind.choices.join(" or ");
    case "text":
      return `text of at most ${kind.maxLength} characters`;
    case "days":
      return "dates YYYY-MM-DD separated by commas";
    case "several":
      return `any of ${kind.choices.join(", ")}, separated by commas`;
  }
}
