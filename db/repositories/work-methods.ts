import type { WorkUnit } from "#core/work-ports.ts";
import type { Scope } from "./scope.ts";
import { workAttachmentMethods } from "./work-attachments.ts";
import { workConnectionMethods } from "./work-connections.ts";
import { workContactMethods } from "./work-contacts.ts";
import { workDeskMethods } from "./work-desk.ts";
import { workInvoiceMethods } from "./work-invoices.ts";
import { workTaskMethods } from "./work-tasks.ts";

/** All that the commands behind the account's tabs write. */
export const workMethods = (scope: Scope): WorkUnit => ({
  ...workContactMethods(scope),
  ...workAttachmentMethods(scope),
  ...workTaskMethods(scope),
  ...workInvoiceMethods(scope),
  ...workConnectionMethods(scope),
  ...workDeskMethods(scope),
});
