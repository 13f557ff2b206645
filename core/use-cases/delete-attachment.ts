import { accept } from "../result.ts";
import { command } from "./command.ts";
import { lockedAttachment } from "./locked-attachment.ts";
import { record } from "./record.ts";

export type DeleteAttachment = { readonly attachment: number };

/** Takes a file out of the account. Its row stays; its bytes go once no other row refers to them. */
export const deleteAttachment = command<DeleteAttachment, DeleteAttachment>(
  "attachment delete",
  "attachment.delete",
  async (unit, { input }) => {
    const found = await lockedAttachment(unit, input.attachment);
    if (!found.ok) return found;
    const { id, customer, name } = found.value;
    await unit.deleteAttachment(id);
    await record(unit, [{ kind: "attachment_deleted", customer, data: { attachment: id, name } }]);
    return accept({ attachment: id });
  },
);
