/** Why a line was rejected. `got` is already masked; `expected` completes the sentence of its code (texts.ts). */
export type ImportRefusal = {
  readonly code: ImportRefusalCode;
  readonly field: string;
  readonly got?: string;
  readonly expected?: string;
};

export const LINE_CODES = [
  "line_too_long",
  "not_json",
  "stray_quote",
  "wrong_cell_count",
  "no_type",
  "unknown_type",
  "other_type",
  "unknown_field",
  "field_twice",
] as const;

export const VALUE_CODES = [
  "required",
  "not_text",
  "too_long",
  "not_an_amount",
  "not_positive",
  "not_a_date",
  "in_the_future",
  "not_a_boolean",
  "not_one_of",
  "not_a_tax_id",
  "not_a_phone",
  "not_an_email",
  "not_steps",
  "not_digits",
  "not_a_bank_number",
  "not_a_digit_line",
  "not_a_pix_code",
  "reserved_id",
] as const;

export const DATABASE_CODES = [
  "unknown_reference",
  "contract_of_another_customer",
  "customer_fixed",
  "used_already",
  "in_agreement",
  "settled_in_agreement",
  "below_paid",
  "no_invoice",
  "ambiguous_charge_number",
  "another_charge_number",
  "invoice_replaced",
  "payment_differs",
  "number_without_bank",
] as const;

export type ImportRefusalCode =
  | (typeof LINE_CODES)[number]
  | (typeof VALUE_CODES)[number]
  | (typeof DATABASE_CODES)[number];

/** The field of a refusal that is about the line as a whole. */
export const WHOLE_LINE = "line";
