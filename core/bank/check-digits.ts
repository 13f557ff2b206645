/** Weights 2, 1 from the right, digits of the products summed: the fields of a boleto's line, Itaú's DAC. */
export function modulo10(digits: string): number {
  let sum = 0;
  for (let index = digits.length - 1, weight = 2; index >= 0; index--, weight = 3 - weight) {
    const product = Number(digits[index]) * weight;
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}

/** 11 less the remainder of the sum with weights 2 to 9 from the right: 1 to 11. Each use says what 10 and 11 become. */
export function modulo11(digits: string): number {
  let sum = 0;
  for (let index = digits.length - 1, weight = 2; index >= 0; index--) {
    sum += Number(digits[index]) * weight;
    weight = weight === 9 ? 2 : weight + 1;
  }
  return 11 - (sum % 11);
}
