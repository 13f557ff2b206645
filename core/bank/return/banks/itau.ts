import {
  type BankTable,
  FEBRABAN_CODES,
  FEBRABAN_SEGMENT_T,
  occurrences,
} from "#core/bank/return/bank-table.ts";

/**
 * 17 is a rejected change, not a settlement. 59, a write-off by credit, and 69, a cheque that came back, stay `other`:
 * readers of Itaú's files disagree on them, so a person decides.
 */
export const itau: BankTable = {
  bank: "341",
  ourNumberWidths: [8],
  cnab400: {
    fileDate: [95, 100],
    fileDateFormat: "DDMMYY",
    fileNumber: [109, 113],
    agreement: [
      [27, 30],
      [33, 38],
    ],
    details: {
      "1": {
        ourNumber: { printed: [86, 94], digits: [86, 93] },
        control: [38, 62],
        fee: [176, 188],
        creditDate: [296, 301],
        creditDateFormat: "DDMMYY",
        reasons: [378, 385],
        agreement: null,
      },
    },
    skipped: ["3"],
    paidIsNetOfFee: true,
    kinds: occurrences({
      entry: "02 64 71 73",
      settled: "06 08 10",
      partial: "07",
      "written-off": "05 09 32 47 72",
      rejected: "03 15 16 17 18 60",
    }),
  },
  cnab240: {
    ...FEBRABAN_SEGMENT_T,
    agreement: [],
    // Carteira 38-40, number 41-48, check digit 49.
    ourNumber: { printed: [38, 57], digits: [41, 48] },
    kinds: occurrences(FEBRABAN_CODES),
  },
};
