import type { ImportRefusal, ImportRefusalCode } from "./refusal.ts";

/** One English sentence: the field, what came, and what is expected. */
export const sentenceOf = (refusal: ImportRefusal): string =>
  `${refusal.field}: ${SENTENCES[refusal.code](got(refusal), refusal.expected ?? "")}`;

const got = ({ got: value }: ImportRefusal): string =>
  value === undefined ? "what came" : `"${value}"`;

/** `got` is quoted, `expected` is bare. */
type Sentence = (got: string, expected: string) => string;

const SENTENCES: Record<ImportRefusalCode, Sentence> = {
  line_too_long: (_, expected) => `longer than ${expected}`,
  not_json: () => "not a JSON object; expected one object with its fields on one line",
  stray_quote: () =>
    'a quote stands where none may; quote the whole cell and double the quotes in it ("a ""b""")',
  wrong_cell_count: (came, expected) => `${came} cells, but the header has ${expected}`,
  no_type: (_, expected) =>
    `missing; expected one of ${expected}, on each line or (for CSV) for the whole file`,
  unknown_type: (came, expected) => `${came} is not a type; expected one of ${expected}`,
  other_type: (came, expected) => `${came} came in a file of type ${expected}`,
  unknown_field: (_, expected) => `not a field of this type; expected ${expected}`,
  field_twice: () => "stands twice in the header; expected once",
  required: () => "missing or empty; a value is required",
  not_text: (came, expected) => `${came} cannot be kept; expected ${expected}`,
  too_long: (came, expected) => `${came} is too long; expected at most ${expected} characters`,
  not_an_amount: (came) =>
    `${came} is not an amount; expected reais with at most two decimals and no sign, like "129.90"`,
  not_positive: (came) => `${came} is not an amount above zero`,
  not_a_date: (came, expected) => `${came} is not a day of the calendar; expected ${expected}`,
  in_the_future: (came, expected) => `${came} is in the future; expected ${expected} or before`,
  not_a_boolean: (came) =>
    `${came} is neither true nor false; expected true, false, 1, 0, sim, não`,
  not_one_of: (came, expected) => `${came} is not known; expected one of ${expected}`,
  not_a_tax_id: (came) =>
    `${came} is not a CPF or CNPJ; expected 11 digits or 14 characters with right check digits`,
  not_a_phone: (came) => `${came} is not a Brazilian phone number; expected area code and number`,
  not_an_email: (came) => `${came} is not an e-mail address; expected one like name@example.com`,
  not_steps: (came, expected) => `${came} is not a list of steps; expected ${expected}`,
  not_digits: (came, expected) => `${came} is not a number of at most ${expected} digits`,
  not_a_bank_number: (came) =>
    `${came} is not a number at a bank; expected digits, with a wallet before a slash and a check digit after a hyphen or not`,
  not_a_digit_line: (came, expected) => `${came} is not the digit line of a boleto: ${expected}`,
  not_a_pix_code: (came, expected) => `${came} is not the code of a Pix charge: ${expected}`,
  reserved_id: (came) => `${came} is reserved for what Acordo makes itself; expected another id`,
  unknown_reference: (came) =>
    `${came} is neither in the database nor on a good line of this file; import it first`,
  contract_of_another_customer: (came, expected) =>
    `${came} is a contract of another customer; expected one of customer "${expected}"`,
  customer_fixed: (came, expected) =>
    `${came} would move it to another customer; expected "${expected}"`,
  used_already: (came, expected) =>
    `${came} is used already by "${expected}"; expected one that no other has`,
  in_agreement: (came, expected) =>
    `${came} would change it in agreement ${expected}: rescind it first`,
  settled_in_agreement: (came, expected) =>
    `${came} would take back the payment that was counted in agreement ${expected}; expected paid, for a reversal is not taken in by import`,
  below_paid: (came, expected) =>
    `${came} is below the ${expected} already paid; expected that or more`,
  no_invoice: () => "missing; expected invoice or chargeNumber",
  another_charge_number: (came, expected) =>
    `${came} is not the charge number of invoice "${expected}"; expected both to lead to one invoice`,
  ambiguous_charge_number: (came, expected) =>
    `${came} stands on ${expected} invoices; expected the invoice's id instead`,
  invoice_replaced: (came, expected) =>
    `${came} was replaced in agreement ${expected}; expected an invoice of the agreement, or rescind it first`,
  number_without_bank: (came, expected) =>
    `${came} needs a bank; expected a digitLine, or a paymentProfile with one of the banks ${expected}`,
  payment_differs: (came, expected) =>
    `${came} differs from the payment recorded before (${expected}); payments are not edited, expected a new id`,
};
