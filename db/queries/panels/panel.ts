import type { CivilDate } from "#core/calendar.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "#core/ids.ts";
import type { Cents } from "#core/money.ts";
import type { CursorRefusal, LimitRefusal } from "../keyset.ts";
import type { PanelName } from "./panel-names.ts";

/** `default` is the panel's own order, `name` is for panels of customers. */
export const PANEL_ORDERS = ["default", "amount", "name"] as const;
export type PanelOrder = (typeof PANEL_ORDERS)[number];

export type PanelFilters = {
  /** Part of the customer's name, customer id or tax id, or a whole invoice id or number; accents and case do not count. */
  readonly search?: string | undefined;
  readonly city?: string | undefined;
  readonly operator?: OperatorId | undefined;
  /** Both ends included; of a customer, by the oldest invoice. */
  readonly daysOverdueFrom?: number | undefined;
  readonly daysOverdueTo?: number | undefined;
  readonly amountFrom?: Cents | undefined;
  readonly amountTo?: Cents | undefined;
};

export type PanelQuery = PanelFilters & {
  readonly today: CivilDate;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
  readonly order?: PanelOrder | undefined;
};

export type PanelRefusal =
  | CursorRefusal
  | LimitRefusal
  | {
      readonly code: "order_unknown";
      readonly panel: PanelName;
      readonly got: string;
      readonly known: readonly PanelOrder[];
    };

export type CustomerRow = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly invoices: number;
  readonly amountCents: Cents;
  readonly oldestDue: CivilDate;
  readonly daysOverdue: number;
  readonly city: string | null;
  readonly operator: OperatorId | null;
};

export type InvoiceRow = {
  readonly invoice: InvoiceId;
  readonly customer: CustomerId;
  readonly name: string;
  readonly amountCents: Cents;
  readonly dueDate: CivilDate;
  readonly agreement: AgreementNumber;
  readonly toleranceDate: CivilDate;
  readonly city: string | null;
  readonly operator: OperatorId | null;
};

type SpcRow = InvoiceRow & {
  readonly record: number;
  readonly registeredOn: CivilDate;
  readonly details: string;
};

export type PanelRows = {
  readonly classified: CustomerRow;
  readonly "in-contact": CustomerRow;
  readonly awaiting: CustomerRow;
  readonly pending: InvoiceRow;
  readonly settled: InvoiceRow & { readonly settledOn: CivilDate };
  /** `daysBroken` counts from the last day on which the promise could be kept. */
  readonly broken: InvoiceRow & { readonly daysBroken: number };
  /** `expiresOn`: five years old, it must be gone. */
  readonly spc: SpcRow & { readonly expiresOn: CivilDate };
  readonly "spc-critiques": SpcRow & {
    readonly settledOn: CivilDate;
    readonly removeBy: CivilDate;
  };
  readonly "spc-removed": SpcRow & {
    readonly removedOn: CivilDate;
    readonly removalDetails: string;
  };
};

/** Customers in panels 1 to 3, invoices in the others. */
export type PanelTotals = { readonly total: number; readonly amountCents: Cents };

export type PanelPage<Name extends PanelName> = PanelTotals & {
  readonly panel: Name;
  readonly rows: readonly PanelRows[Name][];
  readonly next: string | null;
};
