import { cents, percent } from "../money.ts";
import type { Allowance } from "../policy/allowance.ts";
import { PERMISSIONS, type Permission } from "./permissions.ts";

export type Role = {
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly allowance: Allowance;
};

/** The one role that can never lose the permission to change roles, or nobody could give it back. */
export const ADMINISTRATOR = "administrator";

const OPERATOR: readonly Permission[] = [
  "panel.classified",
  "panel.in-contact",
  "panel.awaiting",
  "panel.pending",
  "panel.settled",
  "panel.broken",
  "panel.spc",
  "panel.spc-critiques",
  "panel.spc-removed",
  "tab.invoices",
  "tab.history",
  "tab.invoice-history",
  "tab.comments",
  "tab.attachments",
  "tab.emails",
  "tab.messages",
  "tab.tasks",
  "tab.agreements",
  "tab.connections",
  "classifier.run",
  "collection.start",
  "collection.confirm",
  "customer.link",
  "agreement.make",
  "agreement.rescind",
  "agreement.renegotiate",
  "invoice.print",
  "spc.register",
  "spc.remove",
  "csv.export",
  "comment.add",
  "attachment.add",
  "email.send",
  "message.send",
  "task.manage",
  "dispute.record",
  "connection.restore-speed",
  "connection.unblock",
];

const SUPERVISOR: readonly Permission[] = [
  ...OPERATOR,
  "panel.charts",
  "customer.assign",
  "agreement.approve",
  "invoice.edit",
  "invoice.pay",
  "return.read",
  "attachment.delete",
  "dispute.answer",
  "notice.record",
  "connection.exceptions",
  "connection.disconnect",
  "connection.block",
  "digest.send",
  "outbox.manage",
  "template.manage",
];

const MANAGER: readonly Permission[] = [
  ...SUPERVISOR,
  "agreement.fees-reason",
  "contract.rescind",
  "import.run",
  "category.manage",
  "ledger-unit.manage",
  "profile.manage",
  "ladder.manage",
  "policy.manage",
];

/** From the least to the most: each holds all that the one before holds, and an allowance no smaller. */
export const DEFAULT_ROLES: readonly Role[] = [
  {
    name: "operator",
    permissions: new Set(OPERATOR),
    allowance: { maxDiscount: percent(10), maxInstalments: 6, maxAmountCents: cents(200_000) },
  },
  {
    name: "supervisor",
    permissions: new Set(SUPERVISOR),
    allowance: { maxDiscount: percent(30), maxInstalments: 12, maxAmountCents: cents(1_000_000) },
  },
  {
    name: "manager",
    permissions: new Set(MANAGER),
    allowance: { maxDiscount: percent(60), maxInstalments: 36, maxAmountCents: null },
  },
  {
    name: ADMINISTRATOR,
    permissions: new Set(PERMISSIONS),
    allowance: { maxDiscount: percent(100), maxInstalments: 60, maxAmountCents: null },
  },
];
