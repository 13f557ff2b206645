/**
 * Writes return files as the banks' manuals place them, with tables of its own: a column that is wrong in the reader
 * must not be wrong here too.
 */
export type Bank = "001" | "001-6" | "033" | "104" | "237" | "341" | "748" | "756";

export type Event = {
  readonly code: string;
  /** Digits without check digit, at the width that the bank prints. */
  readonly number: string;
  readonly document: string;
  readonly titleCents: number;
  readonly paidCents: number;
  readonly feeCents: number;
  readonly interestCents: number;
  readonly discountCents: number;
  readonly abatementCents: number;
  readonly due: string;
  readonly occurred: string;
  readonly credited: string | null;
};

type Places400 = {
  readonly type: string;
  readonly number: number;
  readonly width: number;
  readonly checkDigit: string;
  readonly fee: readonly [number, number];
  readonly credit: readonly [number, "DDMMYY" | "YYYYMMDD"];
};

export const PLACES_400: Record<Bank, Places400> = {
  "001": {
    type: "7",
    number: 64,
    width: 17,
    checkDigit: "",
    fee: [182, 7],
    credit: [176, "DDMMYY"],
  },
  "001-6": {
    type: "1",
    number: 63,
    width: 11,
    checkDigit: "X",
    fee: [182, 7],
    credit: [176, "DDMMYY"],
  },
  "033": {
    type: "1",
    number: 63,
    width: 7,
    checkDigit: "3",
    fee: [176, 13],
    credit: [296, "DDMMYY"],
  },
  "104": {
    type: "1",
    number: 57,
    width: 17,
    checkDigit: "",
    fee: [176, 13],
    credit: [294, "DDMMYY"],
  },
  "237": {
    type: "1",
    number: 71,
    width: 11,
    checkDigit: "P",
    fee: [176, 13],
    credit: [296, "DDMMYY"],
  },
  "341": {
    type: "1",
    number: 86,
    width: 8,
    checkDigit: "4",
    fee: [176, 13],
    credit: [296, "DDMMYY"],
  },
  "748": {
    type: "1",
    number: 48,
    width: 8,
    checkDigit: "5",
    fee: [176, 13],
    credit: [329, "YYYYMMDD"],
  },
  "756": {
    type: "1",
    number: 63,
    width: 11,
    checkDigit: "6",
    fee: [182, 7],
    credit: [176, "DDMMYY"],
  },
};

type Places240 = {
  /** Column, what stands before the number within the printed field, width of the number, what follows it. */
  readonly number: readonly [number, string, number, string];
  /** Columns that segment T lies left of FEBRABAN's. */
  readonly left: number;
};

export const PLACES_240: Record<Exclude<Bank, "001-6">, Places240> = {
  "001": { number: [38, "", 17, ""], left: 0 },
  "033": { number: [41, "", 12, "7"], left: 4 },
  "104": { number: [40, "", 17, "9"], left: 0 },
  "237": { number: [38, "00900000", 11, "P"], left: 0 },
  "341": { number: [38, "109", 8, "4"], left: 0 },
  "748": { number: [38, "", 8, "5"], left: 0 },
  "756": { number: [38, "", 9, "301011"], left: 0 },
};

export const bankCode = (bank: Bank): string => bank.slice(0, 3);

type Piece = readonly [column: number, text: string];

export function record(length: number, pieces: readonly Piece[]): string {
  const characters = " ".repeat(length).split("");
  for (const [column, text] of pieces) {
    for (const [index, character] of [...text].entries())
      characters[column - 1 + index] = character;
  }
  return characters.join("");
}

export const amount = (cents: number, width: number): string => String(cents).padStart(width, "0");

export function day(iso: string | null, format: "DDMMYY" | "DDMMYYYY" | "YYYYMMDD"): string {
  if (iso === null) return "0".repeat(format.length);
  const [year = "", month = "", date = ""] = iso.split("-");
  if (format === "YYYYMMDD") return `${year}${month}${date}`;
  return `${date}${month}${format === "DDMMYY" ? year.slice(2) : year}`;
}

export function header400(bank: Bank, fileDate: string): string {
  const dated = day(fileDate, bank === "748" ? "YYYYMMDD" : "DDMMYY");
  return record(400, [
    [1, "02RETORNO01COBRANCA"],
    [47, "PROVEDOR DE INTERNET LTDA"],
    [77, bankCode(bank)],
    [95, dated],
    [395, "000001"],
  ]);
}

export function detail400(bank: Bank, event: Event, sequence: number): string {
  const places = PLACES_400[bank];
  const [creditColumn, creditFormat] = places.credit;
  const [feeColumn, feeWidth] = places.fee;
  return record(400, [
    [1, places.type],
    [places.number, event.number + places.checkDigit],
    [109, event.code],
    [111, day(event.occurred, "DDMMYY")],
    [117, event.document],
    [147, day(event.due, "DDMMYY")],
    [153, amount(event.titleCents, 13)],
    [feeColumn, amount(event.feeCents, feeWidth)],
    [228, amount(event.abatementCents, 13)],
    [241, amount(event.discountCents, 13)],
    [254, amount(event.paidCents, 13)],
    [267, amount(event.interestCents, 13)],
    [creditColumn, day(event.credited, creditFormat)],
    [395, amount(sequence, 6)],
  ]);
}

export const trailer400 = (bank: Bank, sequence: number): string =>
  record(400, [
    [1, `9201${bankCode(bank)}`],
    [395, amount(sequence, 6)],
  ]);

export const cnab400 = (bank: Bank, fileDate: string, events: readonly Event[]): string[] => [
  header400(bank, fileDate),
  ...events.map((event, index) => detail400(bank, event, index + 2)),
  trailer400(bank, events.length + 2),
];

type Bank240 = Exclude<Bank, "001-6">;

export const header240 = (bank: Bank240, fileDate: string): string =>
  record(240, [
    [1, `${bank}00000`],
    [73, "PROVEDOR DE INTERNET LTDA"],
    [143, "2"],
    [144, day(fileDate, "DDMMYYYY")],
    [158, "000025"],
  ]);

export const lot240 = (bank: Bank240): string => record(240, [[1, `${bank}00011T01`]]);

export function segmentT(bank: Bank240, event: Event, sequence: number): string {
  const { number, left } = PLACES_240[bank];
  const [column, before, , after] = number;
  return record(240, [
    [1, `${bank}00013${amount(sequence % 100_000, 5)}T`],
    [16, event.code],
    [column, before + event.number + after],
    [59 - left, event.document],
    [74 - left, day(event.due, "DDMMYYYY")],
    [82 - left, amount(event.titleCents, 15)],
    [199 - (left === 0 ? 0 : 5), amount(event.feeCents, 15)],
  ]);
}

export const segmentU = (bank: Bank240, event: Event, sequence: number): string =>
  record(240, [
    [1, `${bank}00013${amount(sequence % 100_000, 5)}U`],
    [16, event.code],
    [18, amount(event.interestCents, 15)],
    [33, amount(event.discountCents, 15)],
    [48, amount(event.abatementCents, 15)],
    [63, amount(0, 15)],
    [78, amount(event.paidCents, 15)],
    [93, amount(Math.max(0, event.paidCents - event.feeCents), 15)],
    [108, amount(0, 30)],
    [138, day(event.occurred, "DDMMYYYY")],
    [146, day(event.credited, "DDMMYYYY")],
  ]);

export const cnab240 = (bank: Bank240, fileDate: string, events: readonly Event[]): string[] => [
  header240(bank, fileDate),
  lot240(bank),
  ...events.flatMap((event, index) => [
    segmentT(bank, event, index * 2 + 1),
    segmentU(bank, event, index * 2 + 2),
  ]),
  record(240, [[1, `${bank}00015`]]),
  record(240, [[1, `${bank}99999`]]),
];

export const BANKS_400 = Object.keys(PLACES_400) as Bank[];
export const BANKS_240 = Object.keys(PLACES_240) as Bank240[];
export const numberWidth400 = (bank: Bank): number => PLACES_400[bank].width;
export const numberWidth240 = (bank: Bank240): number => PLACES_240[bank].number[2];
