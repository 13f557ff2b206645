/** What a text message costs: operators pay by the segment (3GPP TS 23.038 and 23.040). */
export type SmsSize = {
  readonly encoding: "GSM-7" | "UCS-2";
  readonly segments: number;
  /** Septets in GSM-7, of which some characters take two; 16-bit units in UCS-2. */
  readonly units: number;
  /** Units left before another segment begins. */
  readonly left: number;
};

export function smsSize(text: string): SmsSize {
  const septets = septetsOf(text);
  return septets === undefined ? sizeOf("UCS-2", lengthsOf(text)) : sizeOf("GSM-7", septets);
}

/**
 * The text with what GSM-7 lacks written otherwise: accents that Portuguese needs (á, ã, ç, ê, í, ó, õ, ú) are not in it, and one of
 * them more than halves what a segment holds. What has no near form becomes a question mark.
 */
export const toGsm7 = (text: string): string => Array.from(text.normalize("NFC"), gsm7Of).join("");

/** A part of a longer text loses seven septets, or three units, to the header that says which part it is. */
const CAPACITY = {
  "GSM-7": { alone: 160, part: 153 },
  "UCS-2": { alone: 70, part: 67 },
} as const;

function sizeOf(encoding: SmsSize["encoding"], lengths: readonly number[]): SmsSize {
  const { alone, part } = CAPACITY[encoding];
  const units = lengths.reduce((sum, length) => sum + length, 0);
  if (units <= alone) return { encoding, segments: 1, units, left: alone - units };
  let segments = 1;
  let used = 0;
  // A character that takes two units is never cut in half: it goes whole into the next part.
  for (const length of lengths) {
    if (used + length > part) {
      segments += 1;
      used = 0;
    }
    used += length;
  }
  return { encoding, segments, units, left: part - used };
}

const lengthsOf = (text: string): number[] => Array.from(text, (character) => character.length);

/** Undefined when some character is not in GSM-7. */
function septetsOf(text: string): number[] | undefined {
  const lengths: number[] = [];
  for (const character of text) {
    if (BASIC.has(character)) lengths.push(1);
    else if (EXTENDED.has(character)) lengths.push(2);
    else return undefined;
  }
  return lengths;
}

const BASIC: ReadonlySet<string> = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENDED: ReadonlySet<string> = new Set("\f^{}\\[~]|€");

const NEAR: ReadonlyMap<string, string> = new Map([
  ["“", '"'],
  ["”", '"'],
  ["„", '"'],
  ["«", '"'],
  ["»", '"'],
  ["‘", "'"],
  ["’", "'"],
  ["´", "'"],
  ["`", "'"],
  ["–", "-"],
  ["—", "-"],
  ["−", "-"],
  ["•", "-"],
  ["…", "..."],
  ["º", "o"],
  ["ª", "a"],
  ["°", "o"],
  ["×", "x"],
  ["½", "1/2"],
  ["¼", "1/4"],
  ["\t", " "],
]);

function gsm7Of(character: string): string {
  if (BASIC.has(character) || EXTENDED.has(character)) return character;
  const near = NEAR.get(character);
  if (near !== undefined) return near;
  if (/\s/u.test(character)) return " ";
  // Marks and joiners that stood beside their letter say nothing alone.
  if (/[\p{M}\p{Cf}]/u.test(character)) return "";
  const bare = character.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare !== "" && septetsOf(bare) !== undefined ? bare : "?";
}
