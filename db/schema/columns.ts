import { bigint, date, text, timestamp } from "drizzle-orm/pg-core";
import type { CivilDate } from "#core/calendar.ts";
import type {
  AgreementNumber,
  ConnectionId,
  ContractId,
  CustomerId,
  InvoiceId,
  OperatorId,
} from "#core/ids.ts";
import type { Cents } from "#core/money.ts";

/** Money is bigint cents in the database and `Cents` in the code. */
export const centsColumn = () => bigint({ mode: "number" }).$type<Cents>();
export const dayColumn = () => date({ mode: "string" }).$type<CivilDate>();
export const instantColumn = () => timestamp({ withTimezone: true });

export const customerIdColumn = () => text().$type<CustomerId>();
export const contractIdColumn = () => text().$type<ContractId>();
export const connectionIdColumn = () => text().$type<ConnectionId>();
export const invoiceIdColumn = () => text().$type<InvoiceId>();
export const operatorIdColumn = () => text().$type<OperatorId>();
export const agreementNumberColumn = () => bigint({ mode: "number" }).$type<AgreementNumber>();
