import {
  type BankTable,
  FEBRABAN_CODES,
  FEBRABAN_SEGMENT_T,
  occurrences,
} from "#core/bank/return/bank-table.ts";

/**
 * 07, an intention to pay, and 28, a fee, fill the paid field and move nothing. The number is year, byte, sequence and
 * check digit: nine characters, left-aligned.
 */
export const sicredi: BankTable = {
  bank: "748",
  ourNumberWidths: [8],
  cnab400: {
    fileDate: [95, 102],
    fileDateFormat: "YYYYMMDD",
    fileNumber: [111, 117],
    agreement: [[27, 31]],
    details: {
      "1": {
        ourNumber: { printed: [48, 62], digits: [48, 62], widthsWithCheckDigit: [9] },
        control: null,
        fee: [176, 188],
        creditDate: [329, 336],
        creditDateFormat: "YYYYMMDD",
        reasons: [319, 328],
        agreement: null,
      },
    },
    skipped: [],
    paidIsNetOfFee: false,
    kinds: occurrences({
      entry: "02",
      settled: "06 15 17",
      "written-off": "09 10",
      rejected: "03 24 27 30 32",
    }),
  },
  cnab240: {
    ...FEBRABAN_SEGMENT_T,
    agreement: [[59, 71]],
    ourNumber: { printed: [38, 57], digits: [38, 57], widthsWithCheckDigit: [9] },
    kinds: occurrences(FEBRABAN_CODES),
  },
};
