/** 999.000.001-xx and on: valid check digits on a sequence that nobody takes for somebody's. */
export const madeUpCpf = (sequence: number): string =>
  withCheckDigits(`999${String(sequence).padStart(6, "0")}`, CPF_LARGEST_WEIGHT);

/** 99.000.001/0001-xx and on: roots this high are not issued. */
export const madeUpCnpj = (sequence: number): string =>
  withCheckDigits(`99${String(sequence).padStart(6, "0")}0001`, CNPJ_LARGEST_WEIGHT);

/** DE.MO0.001/0001-xx and on: the alphanumeric form (Receita Federal, Nota Técnica 49/2024). */
export const madeUpAlphanumericCnpj = (sequence: number): string =>
  withCheckDigits(`DEMO${String(sequence).padStart(4, "0")}0001`, CNPJ_LARGEST_WEIGHT);

const CPF_LARGEST_WEIGHT = 11;
const CNPJ_LARGEST_WEIGHT = 9;

const withCheckDigits = (base: string, largestWeight: number): string => {
  const once = base + checkDigit(base, largestWeight);
  return once + checkDigit(once, largestWeight);
};

/** Modulo 11 with weights from 2 at the right, starting over after the largest; a letter counts as its ASCII code less 48. */
function checkDigit(text: string, largestWeight: number): number {
  let sum = 0;
  let weight = 2;
  for (const character of [...text].reverse()) {
    sum += (character.charCodeAt(0) - 48) * weight;
    weight = weight === largestWeight ? 2 : weight + 1;
  }
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}
