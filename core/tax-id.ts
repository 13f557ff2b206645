/** The check digits come from a library, one of the two that core imports: it is pure, and it knows the alphanumeric CNPJ. */
import { cnpj, cpf } from "cpf-cnpj-validator";

/** A valid CPF (11 digits) or CNPJ (14 digits or capital letters), without punctuation. */
export type TaxId = string & { readonly of: "tax id" };
export type TaxIdKind = "cpf" | "cnpj";

/** Reads both with or without their punctuation. Undefined when a check digit is wrong or it is anything else. */
export function parseTaxId(text: string): TaxId | undefined {
  const bare = text.trim().toUpperCase();
  if (CPF_SHAPE.test(bare) && cpf.isValid(bare, true)) return strip(bare);
  if (CNPJ_SHAPE.test(bare) && cnpj.isValid(strip(bare), true)) return strip(bare);
  return undefined;
}

export const taxIdKind = (taxId: TaxId): TaxIdKind =>
  taxId.length === CPF_LENGTH ? "cpf" : "cnpj";

/** "123.456.789-09" or "12.ABC.345/01DE-35". */
export const formatTaxId = (taxId: TaxId): string =>
  taxIdKind(taxId) === "cpf" ? cpf.format(taxId) : cnpj.format(taxId);

/** "***.456.789-**" or "**.ABC.345/****-**": enough to recognise somebody, too little to find them. */
export const maskTaxId = (taxId: TaxId): string =>
  taxIdKind(taxId) === "cpf"
    ? `***.${taxId.slice(3, 6)}.${taxId.slice(6, 9)}-**`
    : `**.${taxId.slice(2, 5)}.${taxId.slice(5, 8)}/****-**`;

const CPF_LENGTH = 11;
const CPF_SHAPE = /^(\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2})$/;
const CNPJ_SHAPE = /^([0-9A-Z]{12}\d{2}|[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-\d{2})$/;

const strip = (text: string): TaxId => text.replace(/[./-]/g, "") as TaxId;
