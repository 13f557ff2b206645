import type { TitleKind } from "#core/bank/return/title.ts";
import type { Bank } from "#test/core/bank/support/cnab-writer.ts";

type Codes = Partial<Record<TitleKind, readonly string[]>>;

/** Copied from the manuals, apart from the reader's tables. What is not here is `other`. */
const FEBRABAN: Codes = {
  entry: ["02"],
  settled: ["06", "17"],
  "written-off": ["09", "25"],
  rejected: ["03", "26", "30"],
};

const BANCO_DO_BRASIL: Codes = {
  entry: ["02"],
  settled: ["05", "06", "07", "08", "15"],
  "written-off": ["09", "10"],
  rejected: ["03"],
};

export const CODES_400: Record<Bank, Codes> = {
  "001": BANCO_DO_BRASIL,
  "001-6": BANCO_DO_BRASIL,
  "033": {
    entry: ["02"],
    settled: ["06", "07", "08", "17"],
    "written-off": ["09", "10"],
    rejected: ["03"],
  },
  "104": {
    entry: ["01"],
    settled: ["21", "22"],
    "written-off": ["02", "23", "24", "25"],
    rejected: ["99"],
    reversed: ["33"],
  },
  "237": {
    entry: ["02"],
    settled: ["06", "15", "17"],
    "written-off": ["09", "10"],
    rejected: ["03", "24", "27", "30", "32"],
    reversed: ["22", "40"],
  },
  "341": {
    entry: ["02", "64", "71", "73"],
    settled: ["06", "08", "10"],
    partial: ["07"],
    "written-off": ["05", "09", "47", "72", "32"],
    rejected: ["03", "15", "16", "17", "18", "60"],
  },
  "748": {
    entry: ["02"],
    settled: ["06", "15", "17"],
    "written-off": ["09", "10"],
    rejected: ["03", "24", "27", "30", "32"],
  },
  "756": { entry: ["02"], settled: ["05", "06", "15"], "written-off": ["09", "10"] },
};

export const CODES_240: Record<Exclude<Bank, "001-6">, Codes> = {
  "001": FEBRABAN,
  "033": FEBRABAN,
  "104": { ...FEBRABAN, settled: ["06", "17", "46"], reversed: ["44", "47"] },
  "237": FEBRABAN,
  "341": FEBRABAN,
  "748": FEBRABAN,
  "756": FEBRABAN,
};

export const kindOf = (codes: Codes, code: string): TitleKind =>
  (Object.keys(codes) as TitleKind[]).find((kind) => codes[kind]?.includes(code)) ?? "other";

export const ALL_CODES = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, "0"));
