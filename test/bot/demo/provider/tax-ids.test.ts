import { cnpj, cpf } from "cpf-cnpj-validator";
import fc from "fast-check";
import { expect, test } from "vitest";
import { madeUpAlphanumericCnpj, madeUpCnpj, madeUpCpf } from "#bot/demo/provider/tax-ids.ts";

const sequences = fc.integer({ min: 1, max: 9_999 });

test("a made-up tax id has the check digits that the Receita's rules give it", () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      expect(cpf.isValid(madeUpCpf(sequence), true)).toBe(true);
      expect(cnpj.isValid(madeUpCnpj(sequence), true)).toBe(true);
      expect(cnpj.isValid(madeUpAlphanumericCnpj(sequence), true)).toBe(true);
    }),
  );
});

test("a made-up tax id shows that it is one", () => {
  expect(cpf.format(madeUpCpf(7))).toMatch(/^999\.000\.007-/);
  expect(cnpj.format(madeUpCnpj(7))).toMatch(/^99\.000\.007\/0001-/);
  expect(cnpj.format(madeUpAlphanumericCnpj(7))).toMatch(/^DE\.MO0\.007\/0001-/);
});
