import type { BankTable } from "#core/bank/return/bank-table.ts";
import { bancoDoBrasil } from "#core/bank/return/banks/banco-do-brasil.ts";
import { bradesco } from "#core/bank/return/banks/bradesco.ts";
import { caixa } from "#core/bank/return/banks/caixa.ts";
import { itau } from "#core/bank/return/banks/itau.ts";
import { santander } from "#core/bank/return/banks/santander.ts";
import { sicoob } from "#core/bank/return/banks/sicoob.ts";
import { sicredi } from "#core/bank/return/banks/sicredi.ts";
import type { BankCode } from "#core/bank/return/title.ts";

/** Adding a bank is adding its table and a line here. */
export const BANK_TABLES: Readonly<Record<BankCode, BankTable>> = {
  "001": bancoDoBrasil,
  "033": santander,
  "104": caixa,
  "237": bradesco,
  "341": itau,
  "748": sicredi,
  "756": sicoob,
};
