import {
  type BankTable,
  FEBRABAN_CODES,
  FEBRABAN_SEGMENT_T,
  occurrences,
} from "#core/bank/return/bank-table.ts";

/** No manual or parser lists a code for a rejected entry in Sicoob's CNAB 400: 03 stays `other`. */
export const sicoob: BankTable = {
  bank: "756",
  ourNumberWidths: [11],
  cnab400: {
    fileDate: [95, 100],
    fileDateFormat: "DDMMYY",
    fileNumber: [101, 107],
    agreement: [],
    details: {
      "1": {
        ourNumber: { printed: [63, 74], digits: [63, 73] },
        control: [38, 62],
        fee: [182, 188],
        creditDate: [176, 181],
        creditDateFormat: "DDMMYY",
        reasons: [319, 328],
        agreement: null,
      },
    },
    skipped: [],
    paidIsNetOfFee: false,
    kinds: occurrences({ entry: "02", settled: "05 06 15", "written-off": "09 10" }),
  },
  cnab240: {
    ...FEBRABAN_SEGMENT_T,
    agreement: [],
    // Number 38-46, check digit 47, parcel 48-49, modality 50-51.
    ourNumber: { printed: [38, 57], digits: [38, 46] },
    kinds: occurrences(FEBRABAN_CODES),
  },
};
