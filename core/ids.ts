/**
 * Ids are the billing system's own (imported) or ours, and are what people see and type. Brands keep an invoice from
 * being passed where a customer is expected.
 */
export type CustomerId = string & { readonly of: "customer" };
export type ContractId = string & { readonly of: "contract" };
export type InvoiceId = string & { readonly of: "invoice" };
export type ConnectionId = string & { readonly of: "connection" };
export type OperatorId = string & { readonly of: "operator" };
export type AgreementNumber = number & { readonly of: "agreement" };

/** The built-in administrator that acts when a command line names no operator, and for the schedule. */
export const SYSTEM_OPERATOR = "system" as OperatorId;

/**
 * A customer who acts alone, whichever one: the event, or the row, names the customer beside it. One actor for all of them
 * keeps figures by operator to as many members as there are people, and one more.
 */
export const CUSTOMER_ACTOR = "customer" as OperatorId;

/** Ids that no person may have. */
export const isBuiltInOperator = (id: string): boolean =>
  id === SYSTEM_OPERATOR || id === CUSTOMER_ACTOR;

const RESERVED = /^AC\d+-\d+$/;

/** Invoices that an agreement makes are named after it, so that an imported id can never be one. */
export const agreementInvoiceId = (agreement: AgreementNumber, number: number): InvoiceId =>
  `AC${agreement}-${number}` as InvoiceId;

/** Payments that are recorded here without an id of the billing system: ACP1, ACP2, ... */
export const isReservedPaymentId = (id: string): boolean => /^ACP\d+$/.test(id);

export const isReservedInvoiceId = (id: string): boolean => RESERVED.test(id);
