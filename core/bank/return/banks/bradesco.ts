import {
  type BankTable,
  FEBRABAN_CODES,
  FEBRABAN_SEGMENT_T,
  occurrences,
} from "#core/bank/return/bank-table.ts";

/** 22 and 40 cancel a payment. 16 is a payment by cheque that has not cleared. */
export const bradesco: BankTable = {
  bank: "237",
  ourNumberWidths: [11],
  cnab400: {
    fileDate: [95, 100],
    fileDateFormat: "DDMMYY",
    fileNumber: [109, 113],
    agreement: [[27, 46]],
    details: {
      "1": {
        // The check digit in 82 may be P.
        ourNumber: { printed: [71, 82], digits: [71, 81] },
        control: [38, 62],
        fee: [176, 188],
        creditDate: [296, 301],
        creditDateFormat: "DDMMYY",
        reasons: [319, 328],
        agreement: null,
      },
    },
    skipped: ["4"],
    paidIsNetOfFee: false,
    kinds: occurrences({
      entry: "02",
      settled: "06 15 17",
      "written-off": "09 10",
      rejected: "03 24 27 30 32",
      reversed: "22 40",
    }),
  },
  cnab240: {
    ...FEBRABAN_SEGMENT_T,
    agreement: [[33, 52]],
    // Carteira 38-40, zeros 41-45, number 46-56, check digit 57.
    ourNumber: { printed: [38, 57], digits: [46, 56] },
    kinds: occurrences(FEBRABAN_CODES),
  },
};
