import { PERMISSIONS, type Permission } from "#core/access/permissions.ts";

/** Under which heading people look for a permission. Every permission stands here: the compiler asks for a new one. */
const GROUP_OF: Readonly<Record<Permission, PermissionGroup>> = {
  "panel.classified": "panels",
  "panel.in-contact": "panels",
  "panel.awaiting": "panels",
  "panel.pending": "panels",
  "panel.settled": "panels",
  "panel.broken": "panels",
  "panel.spc": "panels",
  "panel.spc-critiques": "panels",
  "panel.spc-removed": "panels",
  "panel.charts": "panels",
  "tab.invoices": "tabs",
  "tab.history": "tabs",
  "tab.invoice-history": "tabs",
  "tab.comments": "tabs",
  "tab.attachments": "tabs",
  "tab.emails": "tabs",
  "tab.messages": "tabs",
  "tab.tasks": "tabs",
  "tab.agreements": "tabs",
  "tab.connections": "tabs",
  "classifier.run": "collection",
  "collection.start": "collection",
  "collection.confirm": "collection",
  "customer.assign": "collection",
  "customer.link": "collection",
  "spc.register": "collection",
  "spc.remove": "collection",
  "csv.export": "collection",
  "agreement.make": "agreements",
  "agreement.approve": "agreements",
  "agreement.rescind": "agreements",
  "agreement.renegotiate": "agreements",
  "agreement.fees-reason": "agreements",
  "invoice.print": "agreements",
  "invoice.edit": "agreements",
  "invoice.pay": "agreements",
  "return.read": "agreements",
  "comment.add": "account",
  "attachment.add": "account",
  "attachment.delete": "account",
  "email.send": "account",
  "message.send": "account",
  "task.manage": "account",
  "notice.record": "account",
  "dispute.record": "account",
  "dispute.answer": "account",
  "connection.restore-speed": "network",
  "connection.exceptions": "network",
  "connection.disconnect": "network",
  "connection.block": "network",
  "connection.unblock": "network",
  "contract.rescind": "network",
  "digest.send": "network",
  "import.run": "network",
  "outbox.manage": "network",
  "template.manage": "administration",
  "category.manage": "administration",
  "ledger-unit.manage": "administration",
  "profile.manage": "administration",
  "ladder.manage": "administration",
  "policy.manage": "administration",
  "setting.manage": "administration",
  "operator.manage": "administration",
  "role.manage": "administration",
};

const GROUPS = [
  "panels",
  "tabs",
  "collection",
  "agreements",
  "account",
  "network",
  "administration",
] as const;
type PermissionGroup = (typeof GROUPS)[number];

/** In order; a group that outgrows Slack's checkboxes goes on in another field of the same heading. */
export function permissionFields(most: number): readonly PermissionField[] {
  return GROUPS.flatMap((group) => {
    const permissions = PERMISSIONS.filter((permission) => GROUP_OF[permission] === group);
    const parts = Math.ceil(permissions.length / most);
    return Array.from({ length: parts }, (_, part) => ({
      id: part === 0 ? group : `${group}-${part + 1}`,
      group,
      permissions: permissions.slice(part * most, (part + 1) * most),
    }));
  });
}

export type PermissionField = {
  readonly id: string;
  readonly group: PermissionGroup;
  readonly permissions: readonly Permission[];
};
