import {
  type BankTable,
  FEBRABAN_CODES,
  FEBRABAN_SEGMENT_T,
  occurrences,
} from "#core/bank/return/bank-table.ts";

/** 46 is a cheque on its way and 44 one that came back: neither was a settlement. */
export const bancoDoBrasil: BankTable = {
  bank: "001",
  ourNumberWidths: [17, 11],
  cnab400: {
    fileDate: [95, 100],
    fileDateFormat: "DDMMYY",
    fileNumber: [101, 107],
    agreement: [[41, 46]],
    details: {
      // Convênio of seven digits: the number begins with it and has no check digit.
      "7": {
        ourNumber: { printed: [64, 80], digits: [64, 80] },
        control: [39, 63],
        fee: [182, 188],
        creditDate: [176, 181],
        creditDateFormat: "DDMMYY",
        reasons: [87, 88],
        agreement: [32, 38],
      },
      // Convênio of six digits: the check digit in 74 may be X.
      "1": {
        ourNumber: { printed: [63, 74], digits: [63, 73] },
        control: [38, 62],
        fee: [182, 188],
        creditDate: [176, 181],
        creditDateFormat: "DDMMYY",
        reasons: [87, 88],
        agreement: null,
      },
    },
    skipped: [],
    paidIsNetOfFee: false,
    kinds: occurrences({
      entry: "02",
      settled: "05 06 07 08 15",
      "written-off": "09 10",
      rejected: "03",
    }),
  },
  cnab240: {
    ...FEBRABAN_SEGMENT_T,
    agreement: [[33, 41]],
    ourNumber: { printed: [38, 57], digits: [38, 57], widthsWithCheckDigit: [12] },
    kinds: occurrences(FEBRABAN_CODES),
  },
};
