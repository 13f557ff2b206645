import { accept, type Result, refuse } from "../result.ts";
import type { DebtNoticeItem, RuleId, RulePack } from "./rules.ts";

export type DebtNotice = Readonly<Record<DebtNoticeItem, string>>;

export type DebtNoticeRefusal = {
  readonly code: "notice_item_empty";
  readonly item: DebtNoticeItem;
  /** Its place among the items that the law lists, from 1. */
  readonly place: number;
  readonly rule: RuleId;
};

/** A notice with a gap starts no clock, so that it is not sent at all. */
export function checkDebtNotice(
  notice: DebtNotice,
  { rules }: RulePack,
): Result<DebtNotice, DebtNoticeRefusal> {
  const { id: rule, value: items } = rules.debtNoticeItems;
  const index = items.findIndex((item) => notice[item].trim() === "");
  const item = items[index];
  return item === undefined
    ? accept(notice)
    : refuse({ code: "notice_item_empty", item, place: index + 1, rule });
}

export type Creditor = {
  readonly name: string;
  readonly address: string;
  readonly taxId: string;
};

export type CreditorRefusal = {
  readonly code: "creditor_incomplete";
  readonly field: keyof Creditor;
  readonly rule: RuleId;
};

/** Every document that collects names the creditor in full. */
export function checkCreditor(
  creditor: Creditor,
  { rules }: RulePack,
): Result<Creditor, CreditorRefusal> {
  const field = (["name", "address", "taxId"] as const).find((key) => creditor[key].trim() === "");
  return field === undefined
    ? accept(creditor)
    : refuse({ code: "creditor_incomplete", field, rule: rules.creditorNamed.id });
}
