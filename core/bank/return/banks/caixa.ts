import {
  type BankTable,
  FEBRABAN_CODES,
  FEBRABAN_SEGMENT_T,
  occurrences,
} from "#core/bank/return/bank-table.ts";

/** Caixa numbers its CNAB 400 its own way: 01 is the entry, 02 the write-off, and 06 no payment. */
export const caixa: BankTable = {
  bank: "104",
  ourNumberWidths: [17],
  cnab400: {
    fileDate: [95, 100],
    fileDateFormat: "DDMMYY",
    fileNumber: [390, 394],
    // Beneficiary of six digits, or of seven since 2021.
    agreement: [[31, 37]],
    details: {
      "1": {
        ourNumber: { printed: [57, 73], digits: [57, 73] },
        control: [32, 56],
        fee: [176, 188],
        creditDate: [294, 299],
        creditDateFormat: "DDMMYY",
        reasons: [80, 82],
        agreement: null,
      },
    },
    skipped: [],
    paidIsNetOfFee: false,
    kinds: occurrences({
      entry: "01",
      settled: "21 22",
      "written-off": "02 23 24 25",
      rejected: "99",
      reversed: "33",
    }),
  },
  cnab240: {
    ...FEBRABAN_SEGMENT_T,
    agreement: [[59, 64]],
    // Modality and number 40-56, check digit 57.
    ourNumber: { printed: [38, 57], digits: [40, 56] },
    kinds: occurrences({ ...FEBRABAN_CODES, settled: "06 17 46", reversed: "44 47" }),
  },
};
