import { expect, test } from "vitest";
import type { Permission } from "#core/access/permissions.ts";
import { date } from "#core/calendar.ts";
import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import type { Result } from "#core/result.ts";
import { addAttachment } from "#core/use-cases/add-attachment.ts";
import { answerDispute } from "#core/use-cases/answer-dispute.ts";
import { assignCustomer } from "#core/use-cases/assign-customer.ts";
import { cancelTask } from "#core/use-cases/cancel-task.ts";
import type { Request } from "#core/use-cases/command.ts";
import { completeTask } from "#core/use-cases/complete-task.ts";
import { createTask } from "#core/use-cases/create-task.ts";
import { deleteAttachment } from "#core/use-cases/delete-attachment.ts";
import { describeAttachment } from "#core/use-cases/describe-attachment.ts";
import { dropDraft } from "#core/use-cases/drop-draft.ts";
import { editAgreementInvoice } from "#core/use-cases/edit-agreement-invoice.ts";
import { editTask } from "#core/use-cases/edit-task.ts";
import { grantConnectionException } from "#core/use-cases/grant-connection-exception.ts";
import { loadDraft } from "#core/use-cases/load-draft.ts";
import { lockCustomerWork } from "#core/use-cases/lock-customer-work.ts";
import { openAttachment } from "#core/use-cases/open-attachment.ts";
import { openDispute } from "#core/use-cases/open-dispute.ts";
import { queueEmail } from "#core/use-cases/queue-email.ts";
import { queueMessage } from "#core/use-cases/queue-message.ts";
import { recordContact } from "#core/use-cases/record-contact.ts";
import { recordNotice } from "#core/use-cases/record-notice.ts";
import { releaseWork } from "#core/use-cases/release-work.ts";
import { requestConnectionChange } from "#core/use-cases/request-connection-change.ts";
import { saveDraft } from "#core/use-cases/save-draft.ts";
import { opening } from "#test/support/desk.ts";
import { customerId, invoiceId, operatorId } from "#test/support/provider.ts";
import { connectionId, NOON } from "./support.ts";

const provider = opening();

type Any = (ports: Ports, request: Request<never>) => Promise<Result<unknown, Refusal>>;

const customer = customerId("C1");
const invoice = invoiceId("A");
const connection = connectionId("C1");
const day = date("2026-07-10");
const task = { title: "x", dueOn: day, assignee: operatorId("ana") };
const now = NOON;
const changes = requestConnectionChange;

const COMMANDS: readonly (readonly [string, Any, object, Permission])[] = [
  ["record a contact", recordContact, { customer, subject: "x", body: "x", now }, "comment.add"],
  ["add a file", addAttachment, { customer, name: "x" }, "attachment.add"],
  ["describe a file", describeAttachment, { attachment: 1 }, "attachment.add"],
  ["delete a file", deleteAttachment, { attachment: 1 }, "attachment.delete"],
  ["open a file", openAttachment, { attachment: 1 }, "tab.attachments"],
  ["write an e-mail", queueEmail, { customer, now }, "email.send"],
  ["write a text message", queueMessage, { customer, channel: "sms", now }, "message.send"],
  ["make a task", createTask, { customer, ...task }, "task.manage"],
  ["edit a task", editTask, { task: 1, ...task }, "task.manage"],
  ["cancel a task", cancelTask, { task: 1, reason: "x", now }, "task.manage"],
  ["complete a task", completeTask, { task: 1, now }, "task.manage"],
  ["edit an invoice", editAgreementInvoice, { invoice, dueDate: day }, "invoice.edit"],
  ["open a dispute", openDispute, { invoice, reason: "x" }, "dispute.record"],
  ["answer a dispute", answerDispute, { dispute: 1, upheld: true }, "dispute.answer"],
  ["record a notice", recordNotice, { customer, kind: "debt" }, "notice.record"],
  ["block", changes.block, { connection, now }, "connection.block"],
  ["unblock", changes.unblock, { connection, now }, "connection.unblock"],
  ["restore speed", changes["restore-speed"], { connection, now }, "connection.restore-speed"],
  ["disconnect", changes.disconnect, { connection, now }, "connection.disconnect"],
  ["except", grantConnectionException, { connection, until: day }, "connection.exceptions"],
  ["take a customer", lockCustomerWork, { customer, minutes: 5, now }, "tab.invoices"],
  ["let a customer go", releaseWork, { customer, now }, "tab.invoices"],
  ["hand a customer over", assignCustomer, { customer }, "customer.assign"],
  ["keep a draft", saveDraft, { id: "d", customer, revision: 0 }, "agreement.make"],
  ["load a draft", loadDraft, { id: "d" }, "agreement.make"],
  ["drop a draft", dropDraft, { id: "d" }, "agreement.make"],
];

test.each(COMMANDS)(
  "nobody may %s without the permission for it",
  async (_, command, input, permission) => {
    const p = provider();
    await p.customer("C1", { owing: { A: ["129.90", "2026-05-01"] } });
    await p.database.sql`
    update role set permissions = array_remove(permissions, ${permission}) where name = 'manager'`;
    await p.refused(() => p.ask(command, input as never, { as: "gil" }), {
      code: "not_permitted",
      permission,
      role: "manager",
    });
    await p.refused(() => p.ask(command, input as never, { as: "nobody" }), {
      code: "operator_unknown",
    });
  },
);

test("every default role may do of it what its work is", async () => {
  const { database } = provider();
  const held = async (role: string) =>
    (
      await database.sql<{ permission: string }[]>`
        select unnest(permissions) as permission from role where name = ${role}`
    ).map(({ permission }) => permission);
  const operator = new Set(await held("operator"));
  const supervisor = new Set(await held("supervisor"));
  const needed = COMMANDS.map(([, , , permission]) => permission);
  expect(needed.filter((permission) => !supervisor.has(permission))).toEqual([]);
  expect(new Set(needed.filter((permission) => !operator.has(permission)))).toEqual(
    new Set([
      "attachment.delete",
      "invoice.edit",
      "dispute.answer",
      "notice.record",
      "connection.block",
      "connection.disconnect",
      "connection.exceptions",
      "customer.assign",
    ]),
  );
});
