import { type BankTable, FEBRABAN_CODES, occurrences } from "#core/bank/return/bank-table.ts";

/** 17 is a payment at the notary. 16 says that the title was closed before; 93 and 94 announce without crediting. */
export const santander: BankTable = {
  bank: "033",
  ourNumberWidths: [12],
  cnab400: {
    fileDate: [95, 100],
    fileDateFormat: "DDMMYY",
    fileNumber: null,
    agreement: [],
    details: {
      "1": {
        ourNumber: { printed: [63, 70], digits: [63, 69] },
        control: [38, 62],
        fee: [176, 188],
        creditDate: [296, 301],
        creditDateFormat: "DDMMYY",
        reasons: [137, 145],
        agreement: null,
      },
    },
    skipped: ["2"],
    paidIsNetOfFee: false,
    kinds: occurrences({
      entry: "02",
      settled: "06 07 08 17",
      "written-off": "09 10",
      rejected: "03",
    }),
  },
  // Segment T is Santander's own: four or five columns left of FEBRABAN's.
  cnab240: {
    agreement: [[53, 61]],
    ourNumber: { printed: [41, 53], digits: [41, 52] },
    documentNumber: [55, 69],
    dueDate: [70, 77],
    titleAmount: [78, 92],
    control: [101, 125],
    fee: [194, 208],
    reasons: [209, 218],
    kinds: occurrences(FEBRABAN_CODES),
  },
};
